import type { Span } from '../types.ts'

/** A paragraph without its outer blanks. `clutter` is what a web page leaves around a text (下载、打印、【字号】…). */
export interface Paragraph extends Span {
  clutter: boolean
  /** A line of a pasted table: its cells stand apart by tabs. */
  row: boolean
}

// Whole lines only, so that a sentence which merely mentions 下载 or 来源 is left alone.
const CLUTTER = new RegExp(
  `^(?:${[
    '下载|打印(?:本页)?|全屏|收藏(?:本页)?|关闭(?:窗口|本页)?|返回顶部|返回(?:首页)?|首页|加大|还原|减小|大|中|小|】|纠错|无障碍(?:阅读|浏览)?|繁体|分享',
    '【?(?:字体|字号)[：: ]*[【】大中小 ]*',
    '分享[到至]?[：: ]*',
    '来源[：: ].{0,30}',
    '(?:发布|成文|更新)?(?:时间|日期)[：: ].{0,30}',
    '(?:浏览|阅读|访问|点击)(?:次数|量|数)?[：: ].{0,12}',
    '(?:责任编辑|编辑|初审|复审|终审|校对)[：: ].{0,20}',
    '(?:您?(?:当前|现在|所在)(?:的)?位置)[：: ].{0,60}|首页 ?[>＞»].{0,60}',
    '(?:索引号|主题分类|发文机构|发布机构|信息来源|公文时效|体裁分类)[：: ].{0,40}',
    '上一篇.{0,60}|下一篇.{0,60}|扫一扫.{0,20}|附件下载.{0,20}|（?(?:上接|下转)第.{1,12}版.{0,6}',
    '(?:版权所有|网站标识码|主管单位：|备案号|.{0,6}ICP备|.{0,4}公网安备).{0,60}|https?：?//.{0,80}|www\\..{0,60}',
    '[—–\\-· ]{0,4}\\d{1,4}[—–\\-· ]{0,4}',
    '(?:第 ?\\d{1,4} ?页|共 ?\\d{1,4} ?页).{0,12}|\\d{1,4} ?/ ?\\d{1,4}',
    '\\d{4}年\\d{1,2}月\\d{1,2}日 ?\\d{1,2}时\\d{1,2}分',
  ].join('|')})$`,
)

const ENDS_SENTENCE = /[。！？；：…”’）》】.!?;:]$/
const PAGE_NUMBER = /^(?:[—–\-· ]{0,4}\d{1,4}[—–\-· ]{0,4}|第 ?\d{1,4} ?页.{0,12}|\d{1,4} ?\/ ?\d{1,4})$/
// A line that opens with one of these starts something new even in a hard-wrapped text.
const OPENS =
  /^(?:[一二三四五六七八九十百]{1,4}(?:[、.]|是|要(?!素|点))|[（(〔](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)〕]|[（(〔【](?:责任|牵头|配合|完成|主办)|\d{1,2}[.、](?!\d)|[①-⑳⑴-⒇●■◆★【]|第[一二三四五六七八九十百\d]{1,4}[篇编章节条部，,]|——|各位|同志们|附件|抄送)/

// Text pasted from a note: # and ## in front of a heading.
const MARKDOWN = /^#{1,6} {1,3}/

const BLANK = /[\s\u3000]/

/**
 * Splits `folded` into paragraphs; in hard-wrapped text (copied from PDF) the pieces of one paragraph are joined, over a
 * page number too. `text` is the same text before it was folded: tabs tell a pasted table.
 */
export function findParagraphs(folded: string, text: string = folded): Paragraph[] {
  const lines: Paragraph[] = []
  let at = 0
  while (at <= folded.length) {
    let stop = folded.indexOf('\n', at)
    if (stop < 0) stop = folded.length
    let start = at
    let end = stop
    while (start < end && BLANK.test(folded[start] as string)) start++
    while (end > start && BLANK.test(folded[end - 1] as string)) end--
    start += MARKDOWN.exec(folded.slice(start, Math.min(end, start + 10)))?.[0].length ?? 0
    if (end > start) {
      const clutter = end - start <= 80 && CLUTTER.test(folded.slice(start, end))
      lines.push({ start, end, clutter, row: isRow(text, start, end) })
    }
    at = stop + 1
  }
  leaveOutContents(folded, lines)
  return isHardWrapped(folded, lines) ? joinWrapped(folded, lines) : lines
}

/** A table of contents says every heading once more: its lines are clutter. */
function leaveOutContents(folded: string, lines: Paragraph[]): void {
  const plain = (line: Paragraph): string =>
    folded.slice(line.start, Math.min(line.end, line.start + 80)).replace(/[.…·]{2,}.*$|\s|\d{1,3}$/g, '')
  const opens = lines.slice(0, 60).findIndex((line) => /^目\s*[录次]$/.test(folded.slice(line.start, line.end)))
  if (opens < 0) return
  const known = new Map<string, number>()
  for (let index = lines.length - 1; index > opens; index--) {
    const line = lines[index] as Paragraph
    if (line.end - line.start <= 80) known.set(plain(line), Math.max(index, known.get(plain(line)) ?? 0))
  }
  for (let index = opens; index < lines.length; index++) {
    const line = lines[index] as Paragraph
    const led = /[.…·]{2,} ?\d{0,3}$/.test(folded.slice(Math.max(line.start, line.end - 12), line.end))
    const again = line.end - line.start <= 80 && (known.get(plain(line)) ?? 0) > index
    if (index > opens && !led && !again) return
    line.clutter = true
  }
}

/** Cells between tabs, or between the strokes of a drawn table. */
function isRow(text: string, start: number, end: number): boolean {
  const tab = text.indexOf('\t', start)
  if (tab >= 0 && tab < end) return /\S/.test(text.slice(start, Math.min(tab, start + 200)))
  const first = text[start]
  return first === '|' && text[end - 1] === '|' && end - start > 2
}

function isHardWrapped(folded: string, lines: readonly Paragraph[]): boolean {
  const long = lines.filter((line) => !line.clutter && !line.row && line.end - line.start >= 18)
  if (long.length < 6) return false
  const broken = long.filter((line) => !ENDS_SENTENCE.test(folded.slice(line.end - 1, line.end)))
  const longest = Math.max(...long.slice(0, 2000).map((line) => line.end - line.start))
  return broken.length * 10 >= long.length * 4 && longest <= 120
}

function joinWrapped(folded: string, lines: readonly Paragraph[]): Paragraph[] {
  const width = Math.max(...lines.slice(0, 2000).map((line) => (line.row ? 0 : line.end - line.start)))
  const joined: Paragraph[] = []
  let previousLength = 0
  for (const line of lines) {
    const page = line.clutter && PAGE_NUMBER.test(folded.slice(line.start, line.end))
    const over = joined.at(-1)
    // A page number between two pieces of one paragraph parts them for the eye only.
    const last = over?.clutter && PAGE_NUMBER.test(folded.slice(over.start, over.end)) ? joined.at(-2) : over
    const open =
      last !== undefined &&
      !last.clutter &&
      !last.row &&
      !line.clutter &&
      !line.row &&
      // Only a line that ran to the margin was broken by the margin.
      previousLength * 10 >= width * 8 &&
      !ENDS_SENTENCE.test(folded.slice(last.end - 1, last.end)) &&
      !OPENS.test(folded.slice(line.start, line.start + 8))
    if (open) {
      last.end = line.end
      if (over !== last) joined.pop()
    } else joined.push({ ...line })
    if (!page) previousLength = line.end - line.start
  }
  return joined
}
