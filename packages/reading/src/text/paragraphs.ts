import type { Span } from '../types.ts'

/** A paragraph without its outer blanks. `clutter` is what a web page leaves around a text (下载、打印、【字号】…). */
export interface Paragraph extends Span {
  clutter: boolean
}

// Whole lines only, so that a sentence which merely mentions 下载 or 来源 is left alone.
const CLUTTER =
  /^(?:下载|打印|全屏|收藏|关闭|返回顶部|返回|首页|加大|还原|减小|大|中|小|】|【?(?:字体|字号)[：: ]*[【】大中小 ]*|分享[到至]?[：: ]*|来源[：: ].{0,30}|来源[：:]|(?:发布)?时间[：: ].{0,30}|发布日期[：: ].{0,30}|(?:浏览|阅读|访问)(?:次数|量)[：: ].{0,12}|责任编辑[：: ].{0,20}|编辑[：: ].{0,20}|上一篇.{0,60}|下一篇.{0,60}|扫一扫.{0,20}|附件下载.{0,20}|[—–\- ]{0,4}\d{1,4}[—–\- ]{0,4}|第 ?\d{1,4} ?页.{0,12}|\d{4}年\d{1,2}月\d{1,2}日 ?\d{1,2}时\d{1,2}分)$/

const ENDS_SENTENCE = /[。！？；：…”’）》】.!?;:]$/
// A line that opens with one of these starts something new even in a hard-wrapped text.
const OPENS =
  /^(?:[一二三四五六七八九十百]{1,4}[、是要]|（|\(|\d{1,3}[.．、]|[①-⑳]|第[一二三四五六七八九十百]{1,4}[章节条，,]|——|各位|同志们|附件|抄送)/

const BLANK = /[\s\u3000]/

/** Splits `folded` into paragraphs; in hard-wrapped text (copied from PDF) the pieces of one paragraph are joined. */
export function findParagraphs(folded: string): Paragraph[] {
  const lines: Paragraph[] = []
  let at = 0
  while (at <= folded.length) {
    let stop = folded.indexOf('\n', at)
    if (stop < 0) stop = folded.length
    let start = at
    let end = stop
    while (start < end && BLANK.test(folded[start] as string)) start++
    while (end > start && BLANK.test(folded[end - 1] as string)) end--
    if (end > start) {
      const clutter = end - start <= 80 && CLUTTER.test(folded.slice(start, end))
      lines.push({ start, end, clutter })
    }
    at = stop + 1
  }
  return isHardWrapped(folded, lines) ? joinWrapped(folded, lines) : lines
}

function isHardWrapped(folded: string, lines: readonly Paragraph[]): boolean {
  const long = lines.filter((line) => !line.clutter && line.end - line.start >= 18)
  if (long.length < 6) return false
  const broken = long.filter((line) => !ENDS_SENTENCE.test(folded.slice(line.end - 1, line.end)))
  const longest = Math.max(...long.slice(0, 2000).map((line) => line.end - line.start))
  return broken.length * 10 >= long.length * 4 && longest <= 120
}

function joinWrapped(folded: string, lines: readonly Paragraph[]): Paragraph[] {
  const width = Math.max(...lines.slice(0, 2000).map((line) => line.end - line.start))
  const joined: Paragraph[] = []
  let previousLength = 0
  for (const line of lines) {
    const last = joined.at(-1)
    const open =
      last !== undefined &&
      !last.clutter &&
      !line.clutter &&
      // Only a line that ran to the margin was broken by the margin.
      previousLength * 10 >= width * 8 &&
      !ENDS_SENTENCE.test(folded.slice(last.end - 1, last.end)) &&
      !OPENS.test(folded.slice(line.start, line.start + 8))
    if (open) last.end = line.end
    else joined.push({ ...line })
    previousLength = line.end - line.start
  }
  return joined
}
