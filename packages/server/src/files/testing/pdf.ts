import { deflateSync } from 'node:zlib'

/**
 * A PDF by hand: each page a list of lines `[x, y, text]` in points, 16 point characters, in a Chinese font that
 * is not embedded (so the reader needs its code tables). A page without lines has no text layer.
 */
export function makePdf(pages: readonly (readonly (readonly [number, number, string])[])[]): Uint8Array {
  return assemble(
    pages.map((lines) =>
      deflateSync(lines.map(([x, y, text]) => `BT /F1 16 Tf 1 0 0 1 ${x} ${y} Tm <${ucs2(text)}> Tj ET`).join('\n')),
    ),
  )
}

/** A PDF whose only page inflates to so many spaces. */
export function makePdfBomb(bytes: number): Uint8Array {
  return assemble([deflateSync(Buffer.alloc(bytes, ' '), { level: 9 })])
}

function ucs2(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex')
}

function assemble(contents: readonly Buffer[]): Uint8Array {
  const objects: Buffer[] = []
  const add = (body: string | Buffer) => objects.push(Buffer.from(body as Buffer))
  const kids = contents.map((_, index) => `${6 + index * 2} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> >>`,
  )
  add('<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>')
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000' +
      ' /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
  )
  add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0' +
      ' /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  )
  for (const [index, content] of contents.entries()) {
    add(`<< /Type /Page /Parent 2 0 R /Contents ${7 + index * 2} 0 R >>`)
    add(
      Buffer.concat([
        Buffer.from(`<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`),
        content,
        Buffer.from('\nendstream'),
      ]),
    )
  }
  const parts = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let at = parts[0]?.length ?? 0
  for (const [index, body] of objects.entries()) {
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    offsets.push(at)
    parts.push(object)
    at += object.length
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}` +
        `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
