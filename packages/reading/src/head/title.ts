import type { Paragraph } from '../text/paragraphs.ts'
import { markerAt } from '../outline/markers.ts'

export interface Head {
  title: string
  /** Index of the first paragraph of the body: what stands before is title, number, date, salutation. */
  bodyFrom: number
}

const TITLE_END =
  /(?:讲话|发言|致辞|报告|纪要|通知|通报|意见|措施|方案|规划|纲要|计划|办法|决定|要点|清单|细则|规定|条例|规则|函|批复|答复|回复|程序|流程|公告|说明|安排|发言稿|讲话稿)(?:（.{1,20}）)?$/
const SALUTATION =
  /^(?:各位|同志们|女士们|尊敬的|各[市县乡区].{0,60}|.{0,40}(?:人民政府|各单位|各部门|直属机构)(?:，.{0,40})?)[^。]{0,20}：$/
const HEAD_LIMIT = 30

const APPENDIX =
  /^(?:附[：: ]?)?(?:名词解释|名词注释|名词说明|注释|相关链接|相关阅读|相关附件|相关报道|相关稿件)[>＞》：]*$/

/** Index of the paragraph where the text ends and glossary or links begin. */
export function bodyEnd(folded: string, paragraphs: readonly Paragraph[], bodyFrom: number): number {
  for (let index = paragraphs.length - 1, found = paragraphs.length; ; index--) {
    const paragraph = paragraphs[index]
    // A glossary stands behind the text; the words in its first half are a heading like others.
    if (!paragraph || index <= bodyFrom || paragraph.start * 5 < folded.length * 2) return found
    const short = paragraph.end - paragraph.start <= 12
    if (short && APPENDIX.test(folded.slice(paragraph.start, paragraph.end))) found = index
  }
}

/** Finds the title and where the body begins. A text without any head begins at once. */
export function findHead(text: string, folded: string, paragraphs: readonly Paragraph[]): Head {
  let title = ''
  let bodyFrom = 0
  const limit = Math.min(paragraphs.length, HEAD_LIMIT)
  let first = ''
  for (let index = 0; index < limit; index++) {
    const paragraph = paragraphs[index] as Paragraph
    if (paragraph.clutter) {
      // Clutter belongs to the head only while nothing of the body was met.
      bodyFrom = index + 1
      continue
    }
    const line = folded.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 200))
    if (SALUTATION.test(line)) return { title: title || first, bodyFrom: index + 1 }
    if (line.length >= 60 || /[。；！？]$/.test(line)) return { title: title || first, bodyFrom: index }
    const marker = markerAt(folded, paragraph.start)
    if (marker && marker.kind !== 'dash') return { title: title || first, bodyFrom: index }
    const written = text.slice(paragraph.start, paragraph.end)
    if (!title && TITLE_END.test(line)) {
      title = joinsPrevious(line, first) ? first + written : written
      bodyFrom = index + 1
      continue
    }
    if (!title && !first && !/文件$|^[A-Z\d-]+$|〔\d{4}〕|^（/.test(line)) first = written
    else if (!title && first && isContinued(first)) first += written
    else if (!title && !/文件$|〔\d{4}〕/.test(line) && line.length > first.length) first = written
    // A heading-like line right behind the title already belongs to the body.
    if (title && index >= bodyFrom && !isUnderTitle(line)) return { title, bodyFrom: index }
    bodyFrom = index + 1
  }
  // Nothing but short lines: the first is the title, the rest is text.
  if (bodyFrom >= paragraphs.length) return { title: title || first, bodyFrom: Math.min(1, paragraphs.length) }
  return { title: title || first, bodyFrom }
}

/** 浙江省人民政府印发关于支持人工智能 / 创新发展若干措施的通知: a title over two lines. */
function joinsPrevious(line: string, previous: string): boolean {
  return previous.length >= 10 && /^(?!关于|中共|.{0,12}人民政府关于)/.test(line) && isContinued(previous)
}

function isContinued(line: string): boolean {
  return /关于|印发|在/.test(line) && !TITLE_END.test(line)
}

const HEADS = /(?:要求|任务|目标|工作|情况|措施|举措|原则|背景|意义|思路|概况|形势|基础|保障|总则|前言|引言|序言)：?$/

/** Lines that stand between title and body: occasion, speaker, date, sender. */
function isUnderTitle(line: string): boolean {
  return (
    /^[（—-]|会议上|省长|市长|县长|书记|总理|主席|主任|\d{4}年|〔\d{4}〕|^来源|人民政府$|委员会$|^（/.test(line) ||
    (line.length <= 6 && !HEADS.test(line))
  )
}
