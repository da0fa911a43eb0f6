import { levelOfStyle, NumberingCounter, toInt, type Numbering } from './docx-numbering.ts'
import { listOfStyle, type ParagraphStyle } from './docx-styles.ts'
import { attribute, walkXml, type XmlTag } from './xml.ts'

const wordNamespaces = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
])

/**
 * What does not stand on the printed page: tracked deletions, earlier properties, phonetic guides; and the
 * fallback copy of a drawing, which would say its text box twice.
 */
const unseen = new Set(['del', 'moveFrom', 'pPrChange', 'rPrChange', 'sectPr', 'rt', 'Fallback'])

interface Paragraph {
  text: string
  styleId: string | null
  numId: string | null
  level: number | null
}

export interface BodyParts {
  styles: Map<string, ParagraphStyle>
  numbering: Numbering
  /** Called with the units added, so that the caller can stop at its limit. */
  onText(units: number): void
}

/**
 * The main part of a .docx as lines: one a paragraph with its automatic number, one a table row with cells
 * separated by tabs; text boxes stand before the paragraph that holds them; a table of contents is left out.
 */
export function readBody(part: Uint8Array, parts: BodyParts): { lines: string[]; skippedContents: boolean } {
  const counter = new NumberingCounter(parts.numbering)
  const lines: string[] = []
  /** Where finished lines go: the document, a text box, a table cell. */
  const sinks: string[][] = [lines]
  const rows: string[][] = []
  const paragraphs: Paragraph[] = []
  let skipping = 0
  let inProperties = 0
  const hidden: boolean[] = []
  let inText = false
  let skippedContents = false

  const add = (text: string) => {
    const paragraph = paragraphs.at(-1)
    if (!paragraph || hidden.at(-1)) return
    parts.onText(text.length)
    paragraph.text += text
  }

  function openWord(tag: XmlTag): void {
    switch (tag.local) {
      case 'p':
        paragraphs.push({ text: '', styleId: null, numId: null, level: null })
        break
      case 'pPr':
        inProperties++
        break
      case 'pStyle':
        setParagraph((paragraph) => (paragraph.styleId = attribute(tag, 'val') ?? null))
        break
      case 'numId':
        setParagraph((paragraph) => (paragraph.numId = attribute(tag, 'val') ?? null))
        break
      case 'ilvl':
        setParagraph((paragraph) => (paragraph.level = toInt(attribute(tag, 'val'), 0)))
        break
      case 'r':
        hidden.push(false)
        break
      case 'vanish':
        // In a paragraph's own properties it hides only the paragraph mark.
        if (inProperties === 0 && hidden.length > 0 && !/^(?:0|false|off)$/.test(attribute(tag, 'val') ?? ''))
          hidden[hidden.length - 1] = true
        break
      case 't':
        inText = true
        break
      case 'tab':
        if (inProperties === 0 && hidden.length > 0) add('\t')
        break
      case 'br':
      case 'cr':
        if (attribute(tag, 'type') !== 'page' && attribute(tag, 'type') !== 'column') add('\n')
        break
      case 'noBreakHyphen':
        add('-')
        break
      case 'tr':
        rows.push([])
        break
      case 'tc':
      case 'txbxContent':
        sinks.push([])
        break
    }
  }

  function setParagraph(change: (paragraph: Paragraph) => void): void {
    const paragraph = paragraphs.at(-1)
    if (inProperties > 0 && paragraph) change(paragraph)
  }

  function closeWord(local: string): void {
    switch (local) {
      case 'p': {
        const paragraph = paragraphs.pop()
        if (paragraph) finish(paragraph)
        break
      }
      case 'pPr':
        inProperties--
        break
      case 'r':
        hidden.pop()
        break
      case 't':
        inText = false
        break
      case 'tc': {
        const cell = sinks.pop() ?? []
        rows.at(-1)?.push(
          cell
            .join(' ')
            .replace(/[\t\n]+/g, ' ')
            .trim(),
        )
        break
      }
      case 'tr': {
        const row = rows.pop() ?? []
        sinks.at(-1)?.push(row.join('\t'))
        break
      }
      case 'txbxContent': {
        const box = sinks.pop() ?? []
        for (const line of box) sinks.at(-1)?.push(line)
        break
      }
    }
  }

  function finish(paragraph: Paragraph): void {
    const { styleId } = paragraph
    if (styleId && /^toc \d$/i.test(parts.styles.get(styleId)?.name ?? '')) {
      skippedContents = true
      return
    }
    const label = paragraph.text.trim() === '' ? '' : labelOf(paragraph)
    parts.onText(label.length)
    sinks.at(-1)?.push(label + paragraph.text.trimEnd())
  }

  function labelOf(paragraph: Paragraph): string {
    const inherited = paragraph.styleId ? listOfStyle(parts.styles, paragraph.styleId) : null
    const numId = paragraph.numId ?? inherited?.numId
    if (!numId || numId === '0') return ''
    const level =
      paragraph.level ?? inherited?.level ?? (inherited ? levelOfStyle(parts.numbering, numId, inherited.styleId) : 0)
    return counter.next(numId, level)
  }

  walkXml(part, {
    open(tag) {
      if (skipping > 0 || unseen.has(tag.local)) skipping++
      else if (wordNamespaces.has(tag.uri)) openWord(tag)
    },
    close(tag) {
      if (skipping > 0) skipping--
      else if (wordNamespaces.has(tag.uri)) closeWord(tag.local)
    },
    text(value) {
      if (skipping === 0 && inText) add(value)
    },
  })
  return { lines, skippedContents }
}
