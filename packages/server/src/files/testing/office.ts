import { makeZip } from './zip.ts'

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const packageTypes = 'http://schemas.openxmlformats.org/package/2006'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'

export function documentPart(body: string, before = ''): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${before}` +
    `<w:document ${word} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">` +
    `<w:body>${body}<w:sectPr/></w:body></w:document>`
  )
}

export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** @param levels level XML of one abstract list, offered as list 1 */
export function numberingPart(levels: string, more = ''): string {
  return (
    `<w:numbering ${word}><w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum>` +
    `<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>${more}</w:numbering>`
  )
}

export function level(index: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}

export function stylesPart(styles: string): string {
  return `<w:styles ${word}>${styles}</w:styles>`
}

/** A .docx with the given body XML; other parts by name. */
export function makeDocx(body: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  return makeZip({
    '[Content_Types].xml':
      `<Types xmlns="${packageTypes}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
    '_rels/.rels':
      `<Relationships xmlns="${packageTypes}/relationships">` +
      `<Relationship Id="r1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': documentPart(body),
    ...parts,
  })
}

/** An .ofd; each page is a list of lines `[x, y, text]` in millimetres, 5 mm characters. */
export function makeOfd(pages: readonly (readonly (readonly [number, number, string])[])[]): Uint8Array {
  const ofd = 'xmlns:ofd="http://www.ofdspec.org/2016"'
  const parts: Record<string, string> = {
    'OFD.xml': `<ofd:OFD ${ofd}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${ofd}><ofd:Pages>${pages
      .map((_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="Pages/P${index}/Content.xml"/>`)
      .join('')}</ofd:Pages></ofd:Document>`,
  }
  for (const [index, lines] of pages.entries()) {
    const objects = lines.map(
      ([x, y, text]) =>
        `<ofd:TextObject Boundary="${x} ${y} 180 6" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g ${text.length - 1} 5">${text}</ofd:TextCode></ofd:TextObject>`,
    )
    parts[`Doc_0/Pages/P${index}/Content.xml`] =
      `<ofd:Page ${ofd}><ofd:Content><ofd:Layer>${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`
  }
  return makeZip(parts)
}
