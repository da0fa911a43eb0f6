import { fold } from '../text/fold.ts'
import type { UnitBook } from './book.ts'

/** Units that the text itself names. */
export interface NamedUnits {
  lead: string[]
  support: string[]
  /** 牵头领导 where the mark names one. */
  leader: string | null
}

const SHARED_LOCAL =
  /各(?:镇、乡|乡、镇|乡镇、街道|镇、街道|乡镇街道)(?:办事处|人民政府)?|各[市州]?、?[县市区乡镇]{1,2}(?:（[^（）]{1,16}）|〔[^〔〕]{1,16}〕)?(?:、?街道)?(?:人民)?(?:政府)?|各乡镇（街道）(?:人民政府)?/g
// A private-use character stands for what must not be split.
const HELD = '\ue000'
const FIRST_LEADS = /(?:列|排)(?:在)?第一(?:位)?的?(?:单位|部门)?(?:为|是|的为)牵头/

/** Does the document say that the unit named first leads? */
export function firstNamedLeads(folded: string): boolean {
  return FIRST_LEADS.test(folded)
}

/** Splits A、B，C和D into names as written; 各市、县〔市、区〕政府 stays whole. */
export function unitNames(written: string, book: UnitBook): string[] {
  const held: string[] = []
  const safe = fold(written).replace(SHARED_LOCAL, (match) => {
    held.push(match)
    return `${HELD}${held.length - 1}${HELD}`
  })
  const names: string[] = []
  for (const piece of safe.split(/[、，,；;\s]+/)) {
    const whole = piece.replace(/\ue000(\d+)\ue000/g, (_, index: string) => held[Number(index)] ?? '').trim()
    const bare = whole
      .replace(/^(?:由|请|和|及|以及)/, '')
      .replace(/(?:等(?:有关)?(?:部门|单位|部门和单位)?|按职责.{0,8})$/, '')
    if (bare.length < 2 || bare.length > 40) continue
    if (book.entryOf(bare)) {
      names.push(bare)
      continue
    }
    const parts = bare.split(/(?<=[局委办部厅心司会府行院社队])(?:和|与|及|以及)(?=[\u4e00-\u9fff]{2})/)
    names.push(...parts.filter((part) => part.length >= 2))
  }
  return [...new Set(names.map((name) => book.resolve(name)))]
}

// ； and 。 part a mark, and so does whatever stands in front of the next label.
const SEGMENTS = /[；。]|[，、\s]+(?=(?:牵头|主办|责任|承办|配合|协办|参与|支持)(?:单位|部门|领导|县领导)[：、])/
const LABELLED =
  /^(牵头单位|牵头部门|主办单位|责任单位|责任部门|承办单位|配合单位|配合部门|协办单位|参与单位|支持单位|牵头领导|责任领导|牵头县领导)[：、](.+)$/

/** Reads the inside of a bracket such as 责任单位：A、B or A牵头，B、C配合. Null when it names no unit. */
export function readUnitMark(inside: string, book: UnitBook, firstLeads: boolean): NamedUnits | null {
  const named: NamedUnits = { lead: [], support: [], leader: null }
  const unranked: string[] = []
  for (const segment of fold(inside).split(SEGMENTS)) {
    const labelled = LABELLED.exec(segment.trim())
    if (labelled) {
      const [, label = '', list = ''] = labelled
      if (label.includes('领导')) named.leader = list.trim().slice(0, 20)
      else if (/^(?:牵头|主办)/.test(label)) named.lead.push(...unitNames(list, book))
      else if (/^(?:责任|承办)/.test(label)) unranked.push(...unitNames(list, book))
      else named.support.push(...unitNames(list, book))
      continue
    }
    const spoken = readSpoken(segment, book)
    if (spoken) {
      named.lead.push(...spoken.lead)
      named.support.push(...spoken.support)
    } else if (/(?:负责|分工|落实)$/.test(segment)) {
      unranked.push(
        ...unitNames(segment.replace(/(?:等(?:部门|单位)?)?(?:按照?职责)?(?:分工)?(?:负责|落实)?$/, ''), book),
      )
    }
  }
  if (named.lead.length === 0 && unranked.length > 0 && (firstLeads || unranked.length === 1)) {
    named.lead.push(unranked.shift() as string)
  }
  // Several units and none named first by the text: nobody leads until somebody claims it.
  named.support.push(...unranked.filter((name) => !named.lead.includes(name)))
  return named.lead.length + named.support.length > 0 || named.leader ? named : null
}

const LED = /([^，。；：]{2,60}?)(?:要|负责|具体)?(?:牵头|主办)(?:负责|抓总|组织)?/
const CHARGED = /由([^，。；：由]{2,60}?)(?:具体)?(?:负责|承办|组织|抓落实|落实|核实|汇总)/
const WITH =
  /(?:由)?([^，。；：由]{2,24}?)(?:要)?会同([^。；]{2,60}?)(?=制定|制订|研究|提出|建立|开展|做好|抓好|组织|负责|尽快|抓紧|落实|采取|推进|加快|加强|健全|完善|深入|逐[一个户项]|共同|联合|把|对|于|在|，|。|；|$)/
const HELPED =
  /(?:^|[，；、。])([^。；：]{2,80}?)(?:等(?:有关)?(?:部门|单位))?(?:要)?(?:积极|密切)?(?:配合|协助|参与|协办|协同|按照?职责(?:分工)?(?:负责|落实|配合)?)(?=[，。；]|$|做好|抓好|支持)/
const HELPED_FIRST = /由?([^，。；：由]{2,60}?)(?:配合|协助)[、，]/

/** Reads 由A牵头，B、C配合 / A会同B / 由A负责 in running text. */
function readSpoken(sentence: string, book: UnitBook): NamedUnits | null {
  const named: NamedUnits = { lead: [], support: [], leader: null }
  const led = LED.exec(sentence)
  const withOthers = WITH.exec(sentence)
  const charged = led ? null : CHARGED.exec(sentence)
  const head = led ?? charged
  const written = head?.[1]?.replace(/会同.*$/, '') ?? ''
  const first = HELPED_FIRST.exec(written)
  if (written) named.lead.push(...likelyUnits(first ? written.slice(first.index + first[0].length) : written, book))
  if (first?.[1]) named.support.push(...likelyUnits(first[1], book))
  if (withOthers?.[1] && withOthers[2]) {
    if (named.lead.length === 0) named.lead.push(...likelyUnits(withOthers[1], book))
    if (named.lead.length > 0) named.support.push(...likelyUnits(withOthers[2].replace(/(?:牵头|负责).*$/, ''), book))
  }
  const after = head ? head.index + head[0].length : 0
  const helped = named.lead.length > 0 ? HELPED.exec(sentence.slice(after)) : null
  if (helped?.[1]) named.support.push(...likelyUnits(helped[1], book))
  named.support = [...new Set(named.support.filter((name) => !named.lead.includes(name)))]
  return named.lead.length > 0 ? named : null
}

const UNIT_LIKE =
  /(?:局|委|办|部|厅|中心|公司|管委会|政府|银行|法院|检察院|工会|妇联|残联|团县?委|工商联|协会|大队|支局|分局|支行|集团|供销社|办公室|开发区|园区|乡|镇|街道|（街道）)$/

/** Names from a list that really are units: known ones, spoken short ones, or such as end like one. */
function likelyUnits(list: string, book: UnitBook): string[] {
  const cleaned = list.replace(/^.*?(?:[，：]|要求|明确)/, '').replace(/^.*由|^(?:请|县直|相关|有关)/, '')
  const names: string[] = []
  for (const name of unitNames(cleaned || list, book)) {
    const short = book.short.get(name)
    if (book.entryOf(name)) names.push(name)
    else if (short) names.push(short)
    else if (UNIT_LIKE.test(name) && name.length <= 24 && !/^(?:有关|相关|各有关|各)(?:部门|单位)?$/.test(name))
      names.push(name)
  }
  return [...new Set(names)]
}

const WHEN = '(?:(?:在|于)?[^，。；、的]{0,12}(?:前|内|上半年|下半年|年底|季度|每月|每周|每年)，?)?'
const SUBJECT_END = new RegExp(
  `^(?:等(?:部门|单位|地)?|[两三四五六]家)?(?:都|也|均)?${WHEN}(?:要|负责|牵头|会同|须|应当|应(?!对|急)|具体|必须|务必|需|把|抓紧|尽快|按[月季期]|每[月季周年旬半两])`,
)

/** Units as the subject of a sentence: 发改局要牵头…, 住建、交通、水利三家要…, 各乡镇（街道）要…. */
function subjectUnits(sentence: string, book: UnitBook): string[] {
  const starts = [0]
  for (let at = 0; at < sentence.length && starts.length < 12; at++) {
    if ('，；：'.includes(sentence[at] as string)) starts.push(at + 1)
  }
  for (const from of starts) {
    let at = from
    const found: string[] = []
    // 由县住建局印发 needs no verb of duty behind the name.
    const charged = sentence[at] === '由'
    if (charged || sentence[at] === '请') at++
    for (;;) {
      const unit = unitAt(sentence, at, book)
      if (!unit) break
      found.push(unit.name)
      at = unit.end
      if (!'、和及与'.includes(sentence[at] as string)) break
      at++
    }
    if (found.length > 0 && (charged || SUBJECT_END.test(sentence.slice(at, at + 24)))) return [...new Set(found)]
  }
  return []
}

/** The unit whose name begins at `at`: in full, with a county in front, or short before 、 or 等部门. */
function unitAt(sentence: string, at: number, book: UnitBook): { name: string; end: number } | null {
  let best: { name: string; end: number } | null = null
  for (const skip of [0, countyPrefixAt(sentence, at)]) {
    const from = at + skip
    const hit = book.names.longestAt(sentence, from)
    const end = hit ? from + hit.word.length : 0
    // 县国投 is known and 国投集团 is known: the name that reaches further is the one written.
    if (hit && (!best || end > best.end)) best = { name: book.resolve(hit.word), end }
  }
  if (best) return best
  for (const length of [4, 3, 2]) {
    const name = book.short.get(sentence.slice(at, at + length))
    // 财政部门要…: the office by its trade.
    if (name && /^(?:部门|机关)(?!分工)/.test(sentence.slice(at + length, at + length + 4)))
      return { name, end: at + length + 2 }
    if (name && /^(?:、|和|等(?:部门|单位)|[两三四五六]家)/.test(sentence.slice(at + length, at + length + 3))) {
      return { name, end: at + length }
    }
  }
  return null
}

function countyPrefixAt(sentence: string, at: number): number {
  const prefix = /^(?:[×＊*XＸ]{1,3}县|[\u4e00-\u9fff]{0,2}县)(?=.{2})/.exec(sentence.slice(at, at + 8))
  return prefix ? prefix[0].length : 0
}

/** Units that a sentence of running text makes responsible, or null. `sentence` is folded. */
export function unitsInSentence(sentence: string, book: UnitBook): NamedUnits | null {
  if (/牵头|负责|主办|承办|会同|由/.test(sentence)) {
    const spoken = readSpoken(sentence, book)
    if (spoken) return spoken
  }
  const subject = subjectUnits(sentence, book)
  if (subject.length === 0) return null
  // One subject leads; several without a word about who leads wait to be claimed.
  return subject.length === 1
    ? { lead: subject, support: helpers(sentence, book, subject), leader: null }
    : { lead: [], support: subject, leader: null }
}

function helpers(sentence: string, book: UnitBook, lead: readonly string[]): string[] {
  const helped = HELPED.exec(sentence)
  return helped?.[1] ? likelyUnits(helped[1], book).filter((name) => !lead.includes(name)) : []
}
