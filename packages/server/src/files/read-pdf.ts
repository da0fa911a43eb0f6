import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { Fragment } from './layout-lines.ts'
import type { ReadLimits, ReadResult } from './limits.ts'
import { pageText } from './page-text.ts'
import { checkPdfStreams } from './pdf-bounds.ts'
import { tooMuchText } from './read-docx.ts'
import { broken, refuse, UploadError } from './upload-error.ts'

/**
 * The text layer of a PDF, paragraphs put together from the layout.
 * @throws UploadError `scanned` (no text layer), `garbled`, `encrypted`, `bomb`, `broken`, `too-much-text`
 */
export async function readPdf(bytes: Uint8Array, limits: ReadLimits): Promise<ReadResult> {
  checkPdfStreams(bytes, limits)
  let pages: Fragment[][]
  try {
    pages = await fragmentsOf(bytes, limits.maxTextUnits)
  } catch (error) {
    if (error instanceof UploadError) throw error
    if ((error as { name?: string }).name === 'PasswordException')
      throw refuse('encrypted', '文件设了密码，没有读取。', '请去掉密码后再传，或直接粘贴全文。')
    throw broken('PDF 文件')
  }
  return { ...pageText(pages), format: 'pdf' }
}

async function fragmentsOf(bytes: Uint8Array, maxTextUnits: number): Promise<Fragment[][]> {
  // pdf.js looks here for its second half before it tries to load a file that a bundle does not have.
  const half = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  Object.assign(globalThis, { pdfjsWorker: half })
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    data: new Uint8Array(bytes),
    // Chinese fonts that are not embedded are coded by these tables.
    cMapUrl: join(assets, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(assets, 'standard_fonts/'),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    const pages: Fragment[][] = []
    let units = 0
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const height = page.view[3] ?? 0
      const { items } = await page.getTextContent()
      const fragments = items.filter((item) => 'str' in item).map((item) => fragmentOf(item, height))
      for (const fragment of fragments) units += fragment.text.length
      if (units > maxTextUnits) throw tooMuchText(maxTextUnits)
      pages.push(fragments)
      page.cleanup()
    }
    return pages
  } finally {
    await task.destroy()
  }
}

function fragmentOf(item: TextItem, height: number): Fragment {
  const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
  return { text: item.str, x, right: x + item.width, y: height - y, size: Math.hypot(c, d) || item.height || 1 }
}
