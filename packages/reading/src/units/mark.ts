import { fold } from '../text/fold.ts'
import type { UnitBook } from './book.ts'
import { unitNames } from './names.ts'
import { type NamedUnits, readSpoken } from './spoken.ts'

const WHO = '(?:责任)?(?:单位|部门|主体|科室)'
const LEADS = `(?:牵头|主办|主责|主要责任|第一责任|总牵头)${WHO}`
const ANSWERS = `(?:责任|承办|落实|实施|主管|负责|执行|具体责任|分工)${WHO}`
const HELPS = `(?:配合|协办|参与|支持|协同|协作|会办|协助)${WHO}`
const LEADER = '(?:牵头|责任|分管|包抓|包联)(?:县级?)?领导'
const WHEN = '(?:(?:完成|办结|整改|推进|计划完成)?(?:时限|时间|期限|时间节点))'
const BRIEF = '(?:牵头|主办|主责|配合|协办|参与|责任)(?=：)'
const LABEL = `${LEADER}|${WHEN}|${LEADS}|${ANSWERS}|${HELPS}|${BRIEF}`

// ； and 。 part a mark, and so does whatever stands in front of the next label.
const SEGMENTS = new RegExp(`[；。]|[，、\\s]+(?=(?:${LABEL})[：、为]|[列排]在?第一|下同)`)
const LABELLED = new RegExp(`^(${LABEL})(?:[：、]|为)(.+)$`)
const RULE = /^(?:[列排]在?第一|下同|以下同)/
// 县工信局（牵头）、县商务局
const RANKED = /([^、，；（）]{2,24})（(牵头|主办|主责|牵头单位|主办单位|总牵头|配合|协办|配合单位)）/g
const SHARE = /(?:等(?:有关)?(?:部门|单位)?)?(?:按照?(?:各自)?职责)?(?:分工)?(?:分别|共同)?(?:负责|落实|抓好落实)?$/

/** Reads the inside of a bracket such as 责任单位：A、B or A牵头，B、C配合. Null when it names no unit. */
export function readUnitMark(inside: string, book: UnitBook, firstLeads: boolean): NamedUnits | null {
  const named: NamedUnits = { lead: [], support: [], leader: null }
  const unranked: string[] = []
  const ranked = fold(inside).replace(RANKED, (_, name: string, rank: string) => {
    const to = /配合|协办/.test(rank) ? named.support : named.lead
    to.push(...unitNames(name.replace(LABELLED, '$2'), book))
    const label = LABELLED.exec(name)
    return label ? `${label[1]}：` : ''
  })
  const segments = ranked.split(SEGMENTS).map((segment) => segment.trim())
  for (const segment of segments) {
    if (segment === '' || RULE.test(segment)) continue
    const labelled = LABELLED.exec(segment)
    if (labelled) readLabelled(labelled[1] ?? '', labelled[2] ?? '', named, unranked, book)
    else readUnlabelled(segment, named, unranked, book)
  }
  if (named.lead.length === 0 && unranked.length > 0 && (firstLeads || unranked.length === 1)) {
    named.lead.push(unranked.shift() as string)
  }
  // Several units and none named first by the text: nobody leads until somebody claims it.
  named.support = [...new Set([...named.support, ...unranked])].filter((name) => !named.lead.includes(name))
  return named.lead.length + named.support.length > 0 || named.leader ? named : null
}

// 责任单位：省交通运输厅牵头，省气象局、各市州人民政府配合
const SHARED =
  /^([^，；]{2,60})(?:牵头|主办)(?:负责)?(?:[，、]([^；]{2,160}?)(?:等(?:部门|单位)?)?(?:配合|协办|参与))?$/

function readLabelled(label: string, list: string, named: NamedUnits, unranked: string[], book: UnitBook): void {
  const shared = SHARED.exec(list)
  if (shared?.[1] && !label.includes('领导')) {
    named.lead.push(...unitNames(shared[1], book))
    if (shared[2]) named.support.push(...unitNames(shared[2], book))
    return
  }
  if (label.includes('领导')) named.leader = list.trim().slice(0, 20)
  else if (/^(?:牵头|主办|主责|主要|第一|总牵头)/.test(label)) named.lead.push(...unitNames(list, book))
  else if (/^(?:配合|协|参与|支持|会办)/.test(label)) named.support.push(...unitNames(list, book))
  else if (!/时限|时间|期限/.test(label)) unranked.push(...unitNames(list, book))
}

function readUnlabelled(segment: string, named: NamedUnits, unranked: string[], book: UnitBook): void {
  const spoken = readSpoken(segment, book)
  if (spoken) {
    named.lead.push(...spoken.lead)
    named.support.push(...spoken.support)
    return
  }
  const helped = /^(.{2,120}?)(?:等(?:部门|单位)?)?(?:积极|密切)?(?:配合|协助|参与|协办)$/.exec(segment)
  if (helped?.[1]) {
    named.support.push(...unitNames(helped[1], book))
    return
  }
  const names = unitNames(segment.replace(SHARE, ''), book)
  // Without a word about duty only a list of units that are known is a mark.
  const known = names.length > 0 && names.every((name) => book.entryOf(name) !== null)
  if (/(?:负责|分工|落实)$/.test(segment) || known) unranked.push(...names)
}

const MARK = new RegExp(`^[（〔【[]?(?:${LABEL})(?:[：、]|为)`)
const CHARGED =
  /^[（〔【[](?:由)?[^（）【】〔〕]{2,300}(?:（[^（）]{1,16}）[^（）【】〔〕]{0,200})?(?:牵头|负责|配合|参与|落实)[）〕】\]][。；]?$/

/** Is a sentence nothing but a mark of responsible units (or of who leads and by when)? */
export function isUnitMark(sentence: string): boolean {
  return MARK.test(sentence) || CHARGED.test(sentence)
}
