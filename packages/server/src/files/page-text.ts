import { foldRadicals } from './fold-radicals.ts'
import { textOfPages, type Fragment } from './layout-lines.ts'
import { refuse, resave } from './upload-error.ts'

/**
 * The text of a page format with what its checker must know.
 * @throws UploadError `scanned` (no text layer), `garbled`
 */
export function pageText(pages: readonly (readonly Fragment[])[]): { text: string; warnings: string[] } {
  const warnings = ['段落按版面拼接，请对照原件核对。']
  let unknown = 0
  // Fonts leave some glyphs without a character; a NUL could not even be stored.
  // oxlint-disable-next-line no-control-regex
  const text = foldRadicals(textOfPages(pages).replace(/[\u0000-\u0008\u000b-\u001f]+/g, mark)).trim()
  function mark(): string {
    unknown++
    return '\uFFFD'
  }
  checkTextLayer(text, pages.length)
  if (unknown > 0) warnings.push(`有 ${unknown} 处字符没有编码，已用“\uFFFD”标出，请对照原件补上。`)
  return { text, warnings: [...warnings, ...blankPages(pages)] }
}

/** Pages that hold pictures of text have no text to read; a header on each does not change that. */
function checkTextLayer(text: string, pages: number): void {
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

function blankPages(pages: readonly (readonly Fragment[])[]): string[] {
  const blank = pages.flatMap((page, index) => (page.some((each) => each.text.trim() !== '') ? [] : [index + 1]))
  if (blank.length === 0) return []
  const shown = blank.slice(0, 10).join('、') + (blank.length > 10 ? ` 等 ${blank.length} 页` : '')
  return [`第 ${shown} 页没有文字（可能是扫描页），没有读入。`.replace('页 页', '页')]
}
