import WordExtractor from 'word-extractor'
import { readCompound } from './cfb.ts'
import type { ReadResult } from './limits.ts'
import { broken, refuse, resave } from './upload-error.ts'

/**
 * Word 97–2003 .doc and WPS .wps, which share their format.
 * @throws UploadError `broken`, `encrypted`, `unsupported`
 */
export async function readDoc(bytes: Uint8Array, fileName: string): Promise<ReadResult> {
  const compound = readCompound(bytes)
  if (!compound) throw broken('文件')
  const find = (name: string) => compound.entries.find((entry) => entry.name === name)
  if (find('EncryptedPackage')) throw locked()
  const main = find('WordDocument')
  if (!main) {
    const what = find('Workbook') || find('Book') ? '电子表格' : find('PowerPoint Document') ? '演示文稿' : '这种格式'
    throw refuse('unsupported', `${what}读不了，没有读取。`, `这里读的是公文正文。${resave}。`)
  }
  if (isLocked(bytes, (main.firstSector + 1) * compound.sectorSize)) throw locked()

  let body: string
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
    // The library's filter would turn “ ” and — into ASCII: offsets and quotations need them as written.
    body = document.getBody({ filterUnicode: false })
  } catch {
    throw broken('文件')
  }
  return {
    text: tidy(body),
    format: /\.wps$/i.test(fileName) ? 'wps' : 'doc',
    warnings: ['旧格式的自动编号读不出来，请核对各级标题的序号；另存为 docx 再传更准。'],
  }
}

/** FIB flags, bit 8: fEncrypted ([MS-DOC] 2.5.2). */
function isLocked(bytes: Uint8Array, at: number): boolean {
  return ((bytes[at + 0x0b] ?? 0) & 0x01) !== 0
}

function locked(): Error {
  return refuse('encrypted', '文件设了密码，没有读取。', '请去掉密码后再传，或直接粘贴全文。')
}

/** Marks of pictures and anchors out, cell ends of a row without a trailing tab. */
function tidy(body: string): string {
  return (
    body
      .replace(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000e-\u001f\ufffc]/g, '')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .trim()
  )
}
