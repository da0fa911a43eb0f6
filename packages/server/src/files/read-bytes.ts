import { checkSize, empty } from './check-size.ts'
import { inflateArchive } from './inflate.ts'
import type { ReadLimits, ReadResult } from './limits.ts'
import { readDoc } from './read-doc.ts'
import { readDocx, tooMuchText } from './read-docx.ts'
import { readOfd } from './read-ofd.ts'
import { readPdf } from './read-pdf.ts'
import { readTxt } from './read-txt.ts'
import { sniff, sniffArchive } from './sniff.ts'
import { broken, refuse, resave, UploadError } from './upload-error.ts'

/**
 * Any file to text, by its content. Runs where it is called and may be slow or greedy with hostile input:
 * servers call `readUpload`, which runs it in a thread of its own.
 * @throws UploadError
 */
export async function readBytes(bytes: Uint8Array, fileName: string, limits: ReadLimits): Promise<ReadResult> {
  checkSize(bytes, limits)
  let result: ReadResult
  try {
    result = await dispatch(bytes, fileName, limits)
  } catch (error) {
    throw error instanceof UploadError ? error : broken('文件')
  }
  if (result.text.trim() === '') throw empty('文件里没有文字。')
  if (result.text.length > limits.maxTextUnits) throw tooMuchText(limits.maxTextUnits)
  const mismatch = misnamed(fileName, result.format)
  return mismatch ? { ...result, warnings: [mismatch, ...result.warnings] } : result
}

async function dispatch(bytes: Uint8Array, fileName: string, limits: ReadLimits): Promise<ReadResult> {
  const sniffed = sniff(bytes)
  switch (sniffed.kind) {
    case 'empty':
      throw empty('文件是空的（0 字节）。')
    case 'text':
      return readTxt(bytes)
    case 'cfb':
      return readDoc(bytes, fileName)
    case 'pdf':
      return readPdf(bytes, limits)
    case 'other':
      throw unsupported(sniffed.what)
    case 'zip': {
      // Both formats are XML parts; pictures and fonts are counted but not kept.
      const archive = await inflateArchive(bytes, limits, (name) => /\.(?:xml|rels)$/i.test(name))
      const inside = sniffArchive(archive.names)
      if (inside === 'docx') return readDocx(archive, limits)
      if (inside === 'ofd') return readOfd(archive, limits)
      throw unsupported(inside.what)
    }
  }
}

function unsupported(what: string): UploadError {
  const why =
    what === '图片'
      ? '这里不做文字识别。请把全文录入或粘贴过来，或找来文单位要电子版。'
      : what === '压缩包'
        ? '压缩包不打开。请解压后把里面的文件逐个传上来。'
        : `能读的是 docx、doc、wps、pdf、ofd 和 txt。${resave}。`
  return refuse('unsupported', `${what}读不了，没有读取。`, why)
}

/** A name that promises another format is worth a word: the sender may have taken the wrong file. */
function misnamed(fileName: string, format: ReadResult['format']): string | null {
  const extension = /\.([A-Za-z]{3,5})$/.exec(fileName)?.[1]?.toLowerCase()
  const known = ['docx', 'doc', 'wps', 'pdf', 'ofd', 'txt']
  if (!extension || extension === format || !known.includes(extension)) return null
  return `文件名写的是 ${extension}，内容其实是 ${format}，已按内容读取。`
}
