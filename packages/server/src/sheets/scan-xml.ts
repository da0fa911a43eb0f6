// A scanner for the XML that office programs write. A sheet of 100,000 × 20 has six million tags: a general parser
// spends most of its time on names and namespaces that we never look at (figures in docs/adr/0011).
import { brokenSheet } from './refusals.ts'

export interface XmlHandlers {
  /** `attributes` is the raw text between name and `>`: see `attributeOf`. Names come without their prefix. */
  open(name: string, attributes: string): void
  close(name: string): void
  /** Entities resolved, line ends made `\n`. One text may come in pieces. */
  text(value: string): void
}

const maxDepth = 100
/** UTF-16 units of one tag, comment or CDATA section: what is longer is not a workbook. */
const maxToken = 1_048_576

/**
 * Checks that tags are closed in order, that there is one root and no DOCTYPE (office formats have none; it is how
 * entity bombs and outside files come in). Memory: the unfinished token at the end of a chunk.
 * @throws UploadError `broken`
 */
export class XmlScanner {
  private rest = ''
  private readonly names: string[] = []
  private rooted = false
  private readonly to: XmlHandlers

  constructor(to: XmlHandlers) {
    this.to = to
  }

  write(chunk: string): void {
    const text = this.rest === '' ? chunk : this.rest + chunk
    let at = 0
    for (;;) {
      const open = text.indexOf('<', at)
      if (open < 0) {
        at = this.tail(text, at)
        break
      }
      if (open > at) this.characters(text.slice(at, open))
      const end = this.markup(text, open)
      if (end < 0) {
        at = open
        break
      }
      at = end
    }
    this.rest = text.slice(at)
    if (this.rest.length > maxToken) throw brokenSheet()
  }

  end(): void {
    if (this.rest.trim() !== '' || this.names.length > 0 || !this.rooted) throw brokenSheet()
  }

  /** Hands on text that has no end yet, but for what may be the first half of an entity or of a line end. */
  private tail(text: string, at: number): number {
    const entity = text.lastIndexOf('&')
    let end = entity >= at && text.length - entity < 12 && !text.includes(';', entity) ? entity : text.length
    if (end > at && text.charCodeAt(end - 1) === 13) end--
    if (end > at) this.characters(text.slice(at, end))
    return end
  }

  private characters(raw: string): void {
    if (this.names.length > 0) this.to.text(unescapeXml(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw))
    else if (raw.replace('\uFEFF', '').trim() !== '') throw brokenSheet()
  }

  /** @returns where the token that begins at `open` ends, -1 when it is not whole yet */
  private markup(text: string, open: number): number {
    const sign = text.charCodeAt(open + 1)
    if (sign === 47) return this.closing(text, open)
    if (sign === 63) return after(text, '?>', open)
    if (sign === 33) return this.special(text, open)
    return this.opening(text, open)
  }

  private special(text: string, open: number): number {
    const kind = text.slice(open, open + 9)
    if (kind.startsWith('<!--')) return after(text, '-->', open + 4)
    if (kind === '<![CDATA[') {
      const end = after(text, ']]>', open + 9)
      if (end < 0) return -1
      if (this.names.length === 0) throw brokenSheet()
      this.to.text(text.slice(open + 9, end - 3))
      return end
    }
    if ('<![CDATA['.startsWith(kind) || '<!--'.startsWith(kind)) return -1
    throw brokenSheet()
  }

  private closing(text: string, open: number): number {
    const end = text.indexOf('>', open)
    if (end < 0) return -1
    const name = local(text.slice(open + 2, end).trimEnd())
    if (this.names.pop() !== name) throw brokenSheet()
    this.to.close(name)
    return end + 1
  }

  private opening(text: string, open: number): number {
    const end = tagEnd(text, open + 1)
    if (end < 0) return -1
    const empty = text.charCodeAt(end - 1) === 47
    let stop = open + 1
    // A name ends at white space, at `/` or at the end of the tag.
    for (; stop < end; stop++) {
      const code = text.charCodeAt(stop)
      if (code <= 32 || code === 47) break
    }
    const name = local(text.slice(open + 1, stop))
    if (name === '' || (this.names.length === 0 && this.rooted)) throw brokenSheet()
    this.rooted = true
    this.to.open(name, text.slice(stop, empty ? end - 1 : end))
    if (empty) this.to.close(name)
    else if (this.names.push(name) > maxDepth) throw brokenSheet()
    return end + 1
  }
}

/** The `>` of a tag; one inside a quoted value does not end it. */
function tagEnd(text: string, from: number): number {
  let quote = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 62) return at
    else if (code === 34 || code === 39) quote = code
    else if (code === 60) throw brokenSheet()
  }
  return -1
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Value of an attribute by its local name, or undefined. Reads on until it is found, so values cannot deceive it. */
export function attributeOf(attributes: string, name: string): string | undefined {
  let at = 0
  for (;;) {
    const equals = attributes.indexOf('=', at)
    if (equals < 0) return undefined
    let begin = equals + 1
    while (attributes.charCodeAt(begin) <= 32) begin++
    const quote = attributes.charAt(begin)
    if (quote !== '"' && quote !== "'") throw brokenSheet()
    const end = attributes.indexOf(quote, begin + 1)
    if (end < 0) throw brokenSheet()
    if (isNamed(attributes, at, equals, name)) return unescapeXml(attributes.slice(begin + 1, end))
    at = end + 1
  }
}

function isNamed(attributes: string, from: number, to: number, name: string): boolean {
  let end = to
  while (end > from && attributes.charCodeAt(end - 1) <= 32) end--
  const start = end - name.length
  if (start < from || !attributes.startsWith(name, start)) return false
  const before = start === from ? 32 : attributes.charCodeAt(start - 1)
  return before <= 32 || before === 58
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** @throws UploadError `broken` for an entity that XML itself does not define */
export function unescapeXml(raw: string): string {
  if (!raw.includes('&')) return raw
  return raw.replace(/&([^&;]{0,10});?/g, (all, body: string) => {
    if (!all.endsWith(';')) throw brokenSheet()
    if (!body.startsWith('#')) {
      const sign = named[body]
      if (sign === undefined) throw brokenSheet()
      return sign
    }
    const code = /^#x[0-9a-f]{1,6}$/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1))
    if (!Number.isInteger(code) || code <= 0 || code > 0x10ffff) throw brokenSheet()
    return String.fromCodePoint(code)
  })
}
