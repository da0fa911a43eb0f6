import { isUnitMark } from '../units/mark.ts'
import { FORMAL, type Marker, MARKER_RANK, markerAt } from './markers.ts'

/** Where a heading stops and its body begins. */
export interface HeadingCut {
  /** Where its words begin, when not right behind the number. */
  start?: number
  end: number
  body: number
}

const MAX_NUMBERED = 42

function commas(piece: string): number {
  let count = 0
  for (const char of piece) if (char === '，' || char === '；') count++
  return count
}

/** Position of the first 。！？： or newline in [from, to), or -1. */
function firstStop(folded: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const char = folded[at]
    if (char === '。' || char === '！' || char === '？' || char === '：') return at
  }
  return -1
}

function skipBlanks(folded: string, at: number, end: number): number {
  let next = at
  while (next < end && /\s/.test(folded[next] as string)) next++
  return next
}

/** How far a paragraph or a stretch of it reaches, and what comes behind it. */
export interface HeadingPlace {
  paragraphEnd: number
  /** Where the next paragraph begins; the length of the text where there is none. */
  nextParagraph: number
  /** Inside a paragraph, not at its beginning. */
  inline: boolean
  /** Its sisters are headings: then a longer one is a heading too. */
  sisters?: boolean
  /** The item before it in the list was no heading. */
  itemBefore?: boolean
}

const FIGURE = /\d[\d.,]*(?:%|亿|万|家|个|户|公里|亩)|\*\*/

/** 第三条【适用范围】本办法…: the title of an article stands in brackets or alone. */
function articleHeading(folded: string, from: number, paragraphEnd: number): HeadingCut | null {
  const named = /^[【（〔]([^【】（）〔〕。，；]{2,20})[】）〕]/.exec(
    folded.slice(from, Math.min(paragraphEnd, from + 24)),
  )
  if (named) return { start: from + 1, end: from + 1 + (named[1]?.length ?? 0), body: from + named[0].length }
  const line = folded.slice(from, paragraphEnd)
  if (line.length >= 2 && line.length <= 20 && !/[。；，：]/.test(line))
    return { end: paragraphEnd, body: paragraphEnd }
  const spaced = /^([\u4e00-\u9fff]{2,12}) {1,4}(?=[\u4e00-\u9fff“《]{4})/.exec(folded.slice(from, from + 24))
  return spaced?.[1] ? { end: from + spaced[1].length, body: from + spaced[0].length } : null
}

/** A line without a stop heads what stands under it; the items of a bare list head nothing. */
function bareLine(folded: string, marker: Marker, place: HeadingPlace): HeadingCut | null {
  const { paragraphEnd, nextParagraph } = place
  const from = marker.end
  const blank = spacedHeading(folded, from, paragraphEnd)
  if (blank) return blank
  if (paragraphEnd - from > 60 || marker.kind === 'dash' || paragraphEnd - from < 2) return null
  if ('；，、'.includes(folded[paragraphEnd - 1] as string)) return null
  const cut = { end: paragraphEnd, body: paragraphEnd }
  if (FORMAL.has(marker.kind)) return FIGURE.test(folded.slice(from, paragraphEnd)) && place.itemBefore ? null : cut
  if (place.itemBefore) return null
  if (nextParagraph >= folded.length) return null
  const next = markerAt(folded, nextParagraph)
  // 1.…↵2.… is a list of items; behind a heading stands its text or a deeper number.
  if (next && next.kind === marker.kind) return null
  return next && MARKER_RANK[next.kind] < MARKER_RANK[marker.kind] ? null : cut
}

/** （一）加强组织领导 各乡镇要…: the stop was lost, a blank is left. */
function spacedHeading(folded: string, from: number, end: number): HeadingCut | null {
  const found = /^([^，。；：、！？“” \d]{4,16}) {1,6}(?=[\u4e00-\u9fff“《])/.exec(
    folded.slice(from, Math.min(end, from + 30)),
  )
  if (!found?.[1] || end - from - found[0].length < 16 || !HEAD_VERB.test(found[1])) return null
  return { end: from + found[1].length, body: from + found[0].length }
}

/**
 * Is what follows `marker` a heading, or an item that says everything itself? A heading is short and has a body:
 * in its paragraph, or (for the formal classes) in the paragraphs after it.
 */
export function numberedHeading(folded: string, marker: Marker, place: HeadingPlace): HeadingCut | null {
  const { paragraphEnd, nextParagraph, inline } = place
  const from = marker.end
  if (from >= paragraphEnd) return null
  if (marker.kind === 'article') return inline ? null : articleHeading(folded, from, paragraphEnd)
  const stop = firstStop(folded, from, Math.min(paragraphEnd, from + 72))
  const formal = FORMAL.has(marker.kind)
  if (stop < 0) return inline ? null : bareLine(folded, marker, place)
  const heading = folded.slice(from, stop)
  const body = skipBlanks(folded, stop + 1, paragraphEnd)
  // What follows is only who does it: the item is the task itself.
  if (!inline && (marksAt(folded, body, paragraphEnd) || marksAt(folded, nextParagraph, folded.length))) return null
  const hasBody = paragraphEnd - body > 8
  const spaced = inline ? null : spacedHeading(folded, from, paragraphEnd)
  if (spaced) return spaced
  if (folded[stop] === '：') {
    const most = formal ? 20 : 12
    if (!hasBody) return heading.length <= 30 && !inline ? { end: stop, body } : null
    return heading.length <= most && heading.length >= 2 && !inline && commas(heading) === 0
      ? { end: stop, body }
      : null
  }
  if (folded[stop] !== '。' || heading.length < 2) return null
  const most = inline ? (place.sisters ? 40 : 26) : MAX_NUMBERED
  if (heading.length > most || commas(heading) > (inline ? 1 : 3)) return null
  if (!formal && FIGURE.test(heading)) return null
  // 二、关于征迁，某镇负责6月15日前完成17户签约。 says who, what and when: a task, whatever comes behind it.
  if (FIGURE.test(heading) && (ORDERS.test(heading) || BY_DAY.test(heading))) return null
  if (!hasBody) {
    // The last item of a list that tells somebody to do something heads nothing, whatever comes behind the list.
    if (place.itemBefore || ORDERS.test(heading)) return null
    if (!formal || inline || heading.length > 30 || nextParagraph >= folded.length) return null
    const next = markerAt(folded, nextParagraph)
    return next?.kind === marker.kind ? null : { end: stop, body }
  }
  // 一是…。二是…。 is a list whose items are whole sentences.
  const following = markerAt(folded, body)
  if (following && following.kind === marker.kind && following.value === marker.value + 1) return null
  return { end: stop, body }
}

/** Does a mark of units stand at `at`, alone or with a sentence behind its bracket? */
function marksAt(folded: string, at: number, end: number): boolean {
  if (!'（〔【[责牵配主承'.includes(folded[at] ?? '。')) return false
  const piece = folded.slice(at, Math.min(end, at + 320)).split('\n', 1)[0] as string
  if (isUnitMark(piece)) return true
  const close = /[）〕】\]]/.exec(piece)
  return close !== null && '（〔【['.includes(piece[0] as string) && isUnitMark(piece.slice(0, close.index + 1))
}

const ORDERS =
  /^(?:由|请|责成)?[^，。]{2,20}?(?:局|委|办|部|中心|公司|镇|乡|街道|政府|单位|部门|银行|管委会)[^，。]{0,12}?(?:要(?![素点求])|负责|牵头|须|应当|会同|组织)|(?:[月年]底?|日|季度末?)前[^。]{0,16}(?:完成|印发|报送|提交|建成|投用|办结)/

const BY_DAY = /\d(?:月底?|日|季度末?)前/

const HEAD_VERB =
  /^(?:深化|建设|持续|不断|加速|加快|推动|推进|加强|强化|优化|完善|提升|提高|聚焦|聚力|夯实|筑牢|培育|壮大|激发|释放|打造|构建|健全|做[强优实大好]|抓[好紧牢实细]|坚持|坚决|坚定|全力|全面|着力|突出|严守|严明|守住|防范|化解|保障|改善|增进|扩大|深入|扎实|切实|大力|积极|稳步|稳妥|稳定|彰显|厚植|统筹|落实|压实|严格|创新|拓展|发挥|促进|实施|开展|繁荣|依法|依规|有效|有序|充分|更好|进一步|巩固|维护|营造|丰富|支持|服务|引导|鼓励|规范|压缩|压减|盘活|整治|治理|管控|管好|清理|畅通|兑现|严厉|推广|引进|招引|招大|帮扶|保持|增强|增加|降低|减轻|简化|探索|贯彻|注重|紧盯|紧扣|围绕|立足|瞄准|锚定|坚守|遏制|狠抓|用好|办好|建好|守好|建强|以)/

const PLACED = /^(?:要|必须|始终)?把.{2,24}(?:放|摆|落|立|定)在.{1,24}(?:上|里|中|位|位置)$/

const NOT_OPENER =
  /^(?:要|必须|今|刚|此|当前|目前|同志们|各位|我们|我|这|那|过去|去年|一年来|为(?![民企])|根据|按照|回顾|展望|从(?!严)|在(?!建)|同时|此外|其中|对(?![外标口])|如|若|凡|因|由于|会议|大家|下面|他|她|它|本|自(?![主然贸觉])|现(?!代)|请|经(?!济|营)|已|将|各(?![类项族])|于|有[的些关]|到|至|以上|上述|希望|应当|不得|严禁)/

/** 要把…放在…上. */
export function isPlacedHeading(sentence: string): boolean {
  return sentence.length <= 40 && PLACED.test(sentence)
}

/** A run-in heading without a number that opens a paragraph: 严明纪律规矩。 `sentence` comes without its stop. */
export function isOpeningHeading(sentence: string): boolean {
  if (sentence.length < 4 || sentence.length > 26) return false
  if (isPlacedHeading(sentence)) return true
  if (commas(sentence) > 0 || /[：？！]/.test(sentence) || NOT_OPENER.test(sentence)) return false
  // What tells or judges heads nothing; 建设具有…的园区 does.
  if (FIGURE.test(sentence) || /了[^解]|是|者|才能|一定|最.{1,2}$|很|不易$|不容易/.test(sentence)) return false
  return !sentence.includes('具有') || HEAD_VERB.test(sentence)
}

const FRAMES = /^[【〔［]([^【】〔〕。，；：\d]{2,16})[】〕］][：]?/

/**
 * A heading without a number in front of its paragraph, marked off by brackets, a colon or a blank instead of a stop:
 * 【总体目标】…, 强化组织领导：…, 强化组织领导 各乡镇…. `opening` is the paragraph's beginning.
 */
export function markedOpening(opening: string, length: number): HeadingCut | null {
  const framed = FRAMES.exec(opening)
  if (framed?.[1] && !/单位|部门|字号|时限|[局厅委办][、，]|[局厅委办]$/.test(framed[1])) {
    return { start: 1, end: 1 + framed[1].length, body: framed[0].length }
  }
  const parted = /^([\u4e00-\u9fff“”]{4,14})(?:：| {1,6}(?=[\u4e00-\u9fff“《]))/.exec(opening)
  if (!parted?.[1] || length - parted[0].length < 24) return null
  if (!HEAD_VERB.test(parted[1]) || NOT_OPENER.test(parted[1]) || ANNOUNCING.test(parted[1])) return null
  return { start: 0, end: parted[1].length, body: parted[0].length }
}

// 重点抓好以下工作：, 坚持以下原则：, 支持对象包括：
const ANNOUNCING = /以下|如下|下列|包括|方面|分别|主要是|其中|[是为]$|单位$|部门$/

/** May the sentence, one of several that begin alike, head its paragraph? */
export function isParallelHeading(sentence: string): boolean {
  if (sentence.length < 6 || commas(sentence) > 2 || /[：？！；]/.test(sentence) || FIGURE.test(sentence)) return false
  return (
    /^[一二三四五六七八九十]年来，我[们省市县区]/.test(sentence) ||
    (commas(sentence) < 2 && HEAD_VERB.test(sentence) && !NOT_OPENER.test(sentence))
  )
}

/** A run-in heading inside a paragraph: shorter and plainer than one that opens it. */
export function isInnerHeading(sentence: string): boolean {
  if (isPlacedHeading(sentence)) return true
  if (sentence.length < 6 || sentence.length > 16 || /[，、；：？！\d*了是]/.test(sentence)) return false
  if (/^以.{2,10}为.{2,6}$/.test(sentence)) return true
  return HEAD_VERB.test(sentence) && !sentence.startsWith('以')
}

/** 要压实责任。 …要强化督查。: spoken headings of one breath; only a pair of them is a pattern. */
export function isSpokenHeading(sentence: string): boolean {
  return /^要[\u4e00-\u9fff]{4,7}$/.test(sentence) && HEAD_VERB.test(sentence.slice(1)) && !sentence.includes('的')
}

const GLUED =
  /^((?:建设|构建|打造|培育|完善|健全|深化|强化|加强|优化|推进|推动|提升|壮大)[^，。；：、“”‘’（）\d的要]{3,11}?)(?:继续|持续|进一步|不断|大力|要|着力)[\u4e00-\u9fff]{2}/

/** Length of a heading that lost its stop (建设多层次资本市场继续推动…), or 0. */
export function gluedHeading(sentence: string): number {
  const match = GLUED.exec(sentence.slice(0, 40))
  return match?.[1] ? match[1].length : 0
}

// What such lines are called everywhere; then even a short sentence below will do.
const USUAL =
  /^(?:20\d\d年)?.{0,8}(?:工作回顾|重点工作|主要工作|工作安排|工作打算|总体要求|总体思路|指导思想|基本原则|主要目标|工作目标|主要任务|重点任务|保障措施|工作要求|组织保障|存在问题|存在的问题)$/

/** A line of its own that heads what follows: short, without a closing mark. */
export function isLineHeading(line: string, nextLength: number): boolean {
  if (line.length < 2 || line.length > 30 || isUnitMark(line)) return false
  if (nextLength < (USUAL.test(line) ? 8 : 24)) return false
  if (/[。！？；，、…”》）]$/.test(line) || /^[（〔*—]|^\d(?!\d{3}年.)|^附件|^抄送|^来源/.test(line)) return false
  // The title of the text that a notice carries, and words that only announce a list.
  if (
    /^关于.{2,60}(?:措施|意见|方案|办法|规划|规定|通知|报告|细则)$/.test(line) ||
    /(?:以下|如下|主要做了).{0,16}：$|^会议(?:议定|决定|明确|要求|强调)：$/.test(line)
  )
    return false
  if (/(?:人民政府|委员会|办公[室厅]|[厅局委部]|\d+日)$/.test(line) && line.length < 20) return false
  if (line.endsWith('：'))
    return line.length <= 16 && !/^(?:各|同志|女士|尊敬|.{0,14}(?:单位|代表|委员|同志们|政府|部门)：)/.test(line)
  return true
}
