import type { Span } from '../types.ts'
import { ACTION, CALL, fillerLength, isConcreteObject, PURPOSE, timeLength } from './lexicon.ts'

/** action: a verb with an object; purpose: what it is for; call: 号召; other: subject, time, manner, condition. */
export type ClauseKind = 'action' | 'purpose' | 'call' | 'other'

export interface Clause extends Span {
  kind: ClauseKind
  /** Where the verb stands (behind fillers and a subject); equals `start` where there is none. */
  verbAt: number
  /** The mark before the clause: '' at the beginning of the sentence. */
  before: string
}

const BREAKS = '，；：。！？'
// A subject or frame in front of the verb: 各银行要…, 在…上…, 对…，将…
const MODAL = /(?:要|必须|应当|应|须|负责|牵头|继续|加快|具体)$/
const FRAMED = /^(?:在|对|向|对于|围绕|针对|结合|以|按照|根据|通过|依托|把|将|由|从|用)/
const RESULTING = /(?:增至|降至|提高到|压减到|控制在|纳入|转化为)/
// Inside 在…, 对…, 把…: the verb may stand anywhere behind the frame.
const FRAMED_VERB =
  /(?:推进|推广|推行|实行|实施|开展|建设|建立|设立|加强|给予|提供|列入|作为|下放|免除|减免|取消|落实|完善|进行|强化|打造|培育|放在|摆在|扩大到|扩至|转为|办成|建成|下划|报告|通报|报送|反馈|推介|设置|布设|安装|成立)(?!的|中国|过程)/
// 老旧小区改造等项目要加快推进: the object stands in front.
const PRESSED = /(?:要|须|必须)(?:加快|抓紧|尽快|扎实|全力|按期)(?:推进|实施|建设|完成|到位|开工)?$/
const INNER_VERB =
  /(?:要|必须|应当|须|负责|牵头|计划|拟|争取|力争|上|中|方面|下|增至|降至|提高到|纳入|作为|落到|转化为|用于)(.{2,})$/

// 我局将…, 县政府要…: who speaks of what it will do.
const WILL =
  /^(?:我们?|我[局县市委办区镇乡院校]|本[局县委办]|[^，]{2,8}(?:局|委|办|中心|政府|公司))(?:将|拟|要)(?:会同[^，]{2,12})?/
// 工程建设项目全面推行…, 汛期实行…: the object or the time stands in front of the rule.
const RULED = /^[^，]{2,16}?(?:全面|一律|统一|普遍|逐步|率先)?(?:推行|实行)(?![的了过])/

// 农业服务中心每月组织…: a body, a rhythm, a verb; 每所学校成立…: each of them does it.
const RHYTHM =
  /^[^，的了是]{2,14}?(?:局|办|中心|公司|学校|所|站|村|社区|医院|专班)(?=每[月周季年学半旬两]|(?:上|下)半年|\d{1,2}月|年底前)/
const EACH =
  /^(?:各|每[个所家座名])[^，。的了]{1,10}?(?=(?:至少|都要|均要)[\u4e00-\u9fff]|(?:统一|全部)?(?:成立|设立|设置|建立|制定|配备|建设|开展|组织|明确|确定|落实|安排|公布|上报|报送))/

// 以时时放心不下的责任感抓好落实: how everything is to be done.
const RESOLVE = /^(?:以|用)[^，]{2,30}(?:抓好|抓实|狠抓|推动)(?:各项)?(?:工作|任务)?落实$/

/** Cuts a sentence at ，；： and says what each clause does. Quotation marks and brackets keep their commas. */
export function readClauses(folded: string, start: number, end: number): Clause[] {
  const clauses: Clause[] = []
  let from = start
  let before = ''
  let closed = -1
  // Character by character: a pattern would look for the next mark far behind the sentence.
  for (let at = start; at < end; at++) {
    const mark = folded[at] as string
    if (at < closed || !BREAKS.includes(mark)) continue
    const piece = folded.slice(from, at)
    const opened = piece.lastIndexOf('（')
    if (opened >= 0 && !piece.includes('）', opened)) {
      const close = folded.slice(at, Math.min(end, at + 200)).indexOf('）')
      if (close >= 0) {
        closed = at + close
        continue
      }
    }
    if (at > from) clauses.push(classify(folded, from, at, before))
    before = mark
    from = at + 1
  }
  if (from < end) clauses.push(classify(folded, from, end, before))
  return clauses
}

const NUMBER =
  /^(?:[一二三四五六七八九十]{1,2}(?:是|要(?![素点闻员]))|（[一二三四五六七八九十\d]{1,2}）|\d{1,2}[.、](?!\d)|[①-⑳])/

function classify(folded: string, from: number, to: number, before: string): Clause {
  let start = from
  while (start < to && /\s/.test(folded[start] as string)) start++
  // …：一是…；二是…: the number belongs to the list, not to the clause.
  const number = NUMBER.exec(folded.slice(start, start + 6))
  if (number && before !== '') start += number[0].length
  const clause = folded.slice(start, Math.min(to, start + 120))
  const verb = findVerb(clause)
  return { start, end: to, before, kind: verb.kind, verbAt: start + verb.at }
}

/** The verb that governs a clause: at its head, behind fillers, behind one mistyped character, or behind a modal. */
function findVerb(clause: string): { kind: ClauseKind; at: number } {
  const behind = timeLength(clause, 0)
  // 8月25日前验收: the verb has its object in the clause before.
  const rest = clause.length - behind
  if (behind > 0 && (rest <= 2 || ACTION(clause, behind) === rest)) return { kind: 'other', at: 0 }
  const direct = kindAt(clause, 0)
  if (direct) return direct
  if (RESOLVE.test(clause)) return { kind: 'call', at: 0 }
  // 同时将…, 要在…: the frame begins behind the fillers.
  const stripped = FRAMED.test(clause) ? 0 : fillerLength(clause)
  const skip =
    behind > 0 && FRAMED.test(clause.slice(behind))
      ? behind
      : stripped > 0 && clause[stripped - 1] === '将'
        ? stripped - 1
        : stripped
  const framed = FRAMED.test(clause.slice(skip))
  if (framed && RESULTING.test(clause)) return { kind: 'action', at: skip }
  const window = clause.slice(skip, skip + 80)
  const inner = INNER_VERB.exec(window)
  if (inner?.[1]) {
    const inside = kindAt(clause, skip + window.length - inner[1].length)
    if (inside && inside.kind !== 'call') return inside
  }
  if (framed) {
    const found = FRAMED_VERB.exec(window.slice(2))
    if (found) return { kind: 'action', at: skip }
  }
  // The looks for one character spare most clauses the patterns.
  const will = /[将拟要]/.test(clause) ? WILL.exec(clause) : null
  const willed = will ? kindAt(clause, will[0].length) : null
  if (willed) return willed
  const rhythm = clause.includes('每') || clause.includes('前') ? RHYTHM.exec(clause) : null
  const paced = rhythm ? kindAt(clause, rhythm[0].length) : null
  if (paced?.kind === 'action') return paced
  const each = EACH.exec(clause.slice(behind))
  if (each && clause.length - behind - each[0].length >= 4) return { kind: 'action', at: behind + each[0].length }
  const ruled = clause.includes('行') ? RULED.exec(clause) : null
  if (ruled && clause.length - ruled[0].length >= 2) return { kind: 'action', at: ruled[0].length - 2 }
  const pressed = PRESSED.exec(clause)
  if (pressed) return { kind: 'action', at: pressed.index }
  const modal = lastModal(clause)
  if (modal > 0) {
    const ordered = kindAt(clause, modal)
    if (ordered) return ordered
  }
  // One slip of the pen (准绘制…) must not hide the task.
  if (clause.length > 6 && !framed && /^[准在于对再是]/.test(clause)) {
    const behind = kindAt(clause, 1)
    if (behind?.kind === 'action') return { kind: 'action', at: 1 }
  }
  return { kind: 'other', at: 0 }
}

function lastModal(clause: string): number {
  const head = clause.slice(0, 40)
  for (let at = Math.min(head.length, 30); at > 1; at--) {
    if (head[at - 1] === '应' && (/[供响适效反对感]/.test(head[at - 2] ?? '') || /[急对用届收]/.test(head[at] ?? '')))
      continue
    if (MODAL.test(head.slice(0, at)) && !/(?:需|主|重|只|首|纪|次|摘)要$/.test(head.slice(0, at))) return at
  }
  return -1
}

function kindAt(clause: string, from: number): { kind: ClauseKind; at: number } | null {
  const whole = judge(clause, from)
  if (whole) return { kind: whole, at: from }
  let at = from
  // Fillers and times may alternate: 要在3月底前全面完成….
  for (let round = 0; round < 3; round++) {
    const skip = fillerLength(clause, at)
    const time = timeLength(clause, at + skip)
    if (skip + time === 0) return null
    at += skip + time
    const bare = judge(clause, at)
    if (bare) return { kind: bare, at }
  }
  return null
}

// 开工不是剪彩, 督办不等于层层要表: a clause that says what something is asks for nothing.
const EQUATES = /^.{2,14}(?:不等于|等于|意味着|还有一个|(?:不|也|就|才|都|既|更)是)/

function judge(clause: string, at: number): ClauseKind | null {
  if (CALL(clause, at) > 0 && !clause.startsWith('坚持建库', at)) return 'call'
  const verb = ACTION(clause, at)
  if (verb === 0 || EQUATES.test(clause.slice(at, at + 24))) return null
  const concrete = isConcreteObject(clause.slice(at + verb))
  if (PURPOSE(clause, at) > 0) return concrete ? 'purpose' : 'call'
  return concrete ? 'action' : 'call'
}
