// What a file is, by its content: names lie (a .doc that is a web page, a .docx that is a PDF).

export type Sniffed =
  | { kind: 'empty' | 'text' | 'zip' | 'cfb' | 'pdf' }
  /** `what`: the Chinese name of a format that is recognised and not read. */
  | { kind: 'other'; what: string }

const magics: readonly (readonly [number[], string])[] = [
  [[0xff, 0xd8, 0xff], '图片'],
  [[0x89, 0x50, 0x4e, 0x47], '图片'],
  [[0x47, 0x49, 0x46, 0x38], '图片'],
  [[0x49, 0x49, 0x2a, 0x00], '图片'],
  [[0x4d, 0x4d, 0x00, 0x2a], '图片'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a], '压缩包'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], '压缩包'],
  [[0x1f, 0x8b, 0x08], '压缩包'],
]

/** @returns the container or family of the content; never throws */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { kind: 'empty' }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return { kind: 'zip' }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { kind: 'cfb' }
  for (const [magic, what] of magics) if (startsWith(bytes, magic)) return { kind: 'other', what }

  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  // Printers and mail gateways put bytes before the header; the format allows 1,024 of them.
  if (head.includes('%PDF-')) return { kind: 'pdf' }
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return { kind: 'other', what: '图片' }
  if (head.slice(4, 8) === 'ftyp') return { kind: 'other', what: '图片或音视频' }
  if (head.startsWith('{\\rtf')) return { kind: 'other', what: 'RTF 文件' }

  const start = head
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .slice(0, 40)
    .toLowerCase()
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return { kind: 'other', what: '网页' }
  if (start.startsWith('<?xml')) return { kind: 'other', what: 'XML 文件' }
  if (start.startsWith('mime-version:')) return { kind: 'other', what: '网页归档' }
  return { kind: 'text' }
}

/** What an archive holds, by the names of its entries. */
export function sniffArchive(names: readonly string[]): 'docx' | 'ofd' | { what: string } {
  const has = (prefix: string) => names.some((name) => name.startsWith(prefix))
  if (names.includes('OFD.xml')) return 'ofd'
  if (names.includes('[Content_Types].xml')) {
    if (has('xl/')) return { what: '电子表格' }
    if (has('ppt/')) return { what: '演示文稿' }
    return 'docx'
  }
  if (names.includes('mimetype') && names.includes('content.xml')) return { what: 'ODF 文件' }
  return { what: '压缩包' }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return bytes.length >= magic.length && magic.every((byte, index) => bytes[index] === byte)
}
