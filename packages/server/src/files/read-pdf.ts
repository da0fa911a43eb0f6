import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { foldRadicals, textOfPages, type Fragment } from './layout-lines.ts'
import type { ReadLimits, ReadResult } from './limits.ts'
import { checkPdfStreams } from './pdf-bounds.ts'
import { tooMuchText } from './read-docx.ts'
import { broken, refuse, resave, UploadError } from './upload-error.ts'

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
  const text = foldRadicals(textOfPages(pages)).trim()
  checkTextLayer(text, pages.length)
  return { text, format: 'pdf', warnings: ['段落按版面拼接，请对照原件核对。', ...blankPages(pages)] }
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

/** Shared with OFD: a page format whose pages hold pictures of text has no text to read. */
export function checkTextLayer(text: string, pages: number): void {
  const units = text.replace(/\s/g, '').length
  if (units === 0 || (pages >= 3 && units / pages < 10))
    throw refuse(
      'scanned',
      '这是扫描件，读不出文字。',
      '文件里只有图片，没有文字层，这里也不做文字识别。请把全文录入或粘贴过来，或找来文单位要电子版。',
    )
  const strange = text.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0
  if (strange > 0.3 * units)
    throw refuse(
      'garbled',
      '文件里的文字是乱码，没有读取。',
      `字体没有带文字编码。请找来文单位要原稿；有原稿的，${resave}。`,
    )
}

export function blankPages(pages: readonly (readonly Fragment[])[]): string[] {
  const blank = pages.flatMap((page, index) => (page.some((each) => each.text.trim() !== '') ? [] : [index + 1]))
  if (blank.length === 0) return []
  const shown = blank.slice(0, 10).join('、') + (blank.length > 10 ? ` 等 ${blank.length} 页` : '')
  return [`第 ${shown} 页没有文字（可能是扫描页），没有读入。`.replace('页 页', '页')]
}
