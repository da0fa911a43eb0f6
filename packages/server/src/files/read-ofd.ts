import { posix } from 'node:path'
import type { Archive } from './inflate.ts'
import type { Fragment } from './layout-lines.ts'
import type { ReadLimits, ReadResult } from './limits.ts'
import { pageText } from './page-text.ts'
import { tooMuchText } from './read-docx.ts'
import { broken } from './upload-error.ts'
import { attribute, walkXml, type XmlTag } from './xml.ts'

/**
 * OFD (GB/T 33190): a zip of page descriptions. The characters are read, not drawn, page by page.
 * @throws UploadError `scanned`, `broken`, `too-much-text`
 */
export function readOfd(archive: Archive, limits: Pick<ReadLimits, 'maxTextUnits'>): ReadResult {
  const pages: Fragment[][] = []
  let units = 0
  for (const root of documentRoots(archive)) {
    for (const location of pageLocations(archive, root)) {
      const part = archive.files.get(location)
      if (!part) throw broken('OFD 文件')
      const fragments = fragmentsOf(part)
      for (const fragment of fragments) units += fragment.text.length
      if (units > limits.maxTextUnits) throw tooMuchText(limits.maxTextUnits)
      pages.push(fragments)
    }
  }
  if (pages.length === 0) throw broken('OFD 文件')
  return { ...pageText(pages), format: 'ofd' }
}

function documentRoots(archive: Archive): string[] {
  const roots: string[] = []
  let inRoot = false
  walkXml(archive.files.get('OFD.xml') ?? new Uint8Array(), {
    open(tag) {
      inRoot = tag.local === 'DocRoot'
      if (inRoot) roots.push('')
    },
    close() {
      inRoot = false
    },
    text(value) {
      if (inRoot) roots[roots.length - 1] += value
    },
  })
  return roots.map((root) => resolve('', root.trim()))
}

function pageLocations(archive: Archive, root: string): string[] {
  const part = archive.files.get(root)
  if (!part) throw broken('OFD 文件')
  const locations: string[] = []
  walkXml(part, {
    open(tag) {
      const location = attribute(tag, 'BaseLoc')
      // Templates (Page's elder cousins) are backgrounds and stand under another name.
      if (tag.local === 'Page' && location) locations.push(resolve(posix.dirname(root), location))
    },
    close() {},
  })
  return locations
}

/** Paths are relative to the part that names them, or to the archive when they begin with a slash. */
function resolve(folder: string, location: string): string {
  return (location.startsWith('/') ? posix.normalize(location) : posix.join(folder, location)).replace(/^\/+/, '')
}

interface Placement {
  x: number
  y: number
  size: number
  scaleX: number
  scaleY: number
}

function fragmentsOf(part: Uint8Array): Fragment[] {
  const fragments: Fragment[] = []
  let object: Placement | null = null
  let code: XmlTag | null = null
  let text = ''
  // X and Y may be left out when they are those of the code before.
  let x = 0
  let y = 0
  walkXml(part, {
    open(tag) {
      if (tag.local === 'TextObject') {
        object = placementOf(tag)
        x = 0
        y = 0
      } else if (tag.local === 'TextCode') {
        code = tag
        text = ''
      }
    },
    close(tag) {
      if (tag.local === 'TextObject') object = null
      if (tag.local !== 'TextCode' || !code || !object) return
      x = number(attribute(code, 'X'), x)
      y = number(attribute(code, 'Y'), y)
      const left = object.x + x * object.scaleX
      fragments.push({
        text,
        x: left,
        right: left + widthOf(text, attribute(code, 'DeltaX'), object.size) * object.scaleX,
        y: object.y + y * object.scaleY,
        size: object.size * object.scaleY,
      })
      code = null
    },
    text(value) {
      if (code) text += value
    },
  })
  return fragments
}

function placementOf(tag: XmlTag): Placement {
  const [x = 0, y = 0] = numbers(attribute(tag, 'Boundary'))
  const [a = 1, , , d = 1, e = 0, f = 0] = numbers(attribute(tag, 'CTM'))
  return {
    x: x + e,
    y: y + f,
    size: number(attribute(tag, 'Size'), 3.5) || 3.5,
    scaleX: Math.abs(a) || 1,
    scaleY: Math.abs(d) || 1,
  }
}

/** DeltaX lists the advances between characters; `g 5 4.2` says five times 4.2. */
function widthOf(text: string, delta: string | undefined, size: number): number {
  if (!delta) {
    let width = 0
    for (const character of text) width += character < '\u2000' ? size / 2 : size
    return width
  }
  const tokens = delta.trim().split(/\s+/)
  let width = size
  for (let index = 0; index < tokens.length; index++) {
    if (tokens[index] === 'g') {
      width += number(tokens[index + 1], 0) * number(tokens[index + 2], 0)
      index += 2
    } else width += number(tokens[index], 0)
  }
  return width
}

function numbers(value: string | undefined): number[] {
  return (value ?? '').trim() === ''
    ? []
    : (value ?? '')
        .trim()
        .split(/\s+/)
        .map((each) => number(each, 0))
}

function number(value: string | undefined, fallback: number): number {
  const parsed = Number.parseFloat(value ?? '')
  return Number.isFinite(parsed) ? parsed : fallback
}
