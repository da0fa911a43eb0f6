import type { UnitBook } from './book.ts'
import { likelyUnits } from './names.ts'

/** Units that the text itself names. */
export interface NamedUnits {
  lead: string[]
  support: string[]
  /** 牵头领导 where the mark names one. */
  leader: string | null
}

const LED = /([^，。；：]{2,60}?)(?:要|负责|具体)?(?:牵头|主办)(?:负责|抓总|组织)?/
const CHARGED =
  /由([^，。；：由]{2,60}?)(?:具体|全面)?(?:负总责|总负责|负责|承办|组织|抓落实|落实|核实|汇总|统筹|从[^，。；]{2,16}中?安排|安排)/
const WITH =
  /(?:由)?([^，。；：由]{2,24}?)(?:要)?会同([^。；]{2,60}?)(?=制定|制订|研究|提出|建立|开展|做好|抓好|组织|负责|尽快|抓紧|落实|采取|推进|加快|加强|健全|完善|深入|逐[一个户项]|共同|联合|把|对|于|在|，|。|；|$)/
export const HELPED =
  /(?:^|[，；、。])([^。；：]{2,80}?)(?:等(?:有关)?(?:部门|单位))?(?:要)?(?:积极|密切|主动|全力|做好|抓好)?(?:配合|协助|参与|协办|协同|按照?职责(?:分工)?(?:负责|落实|配合)?)(?=[，。；]|$|做好|抓好|支持)/
const TOGETHER =
  /[，；]会同([^。；，]{2,60}?)(?=制定|制订|研究|提出|建立|开展|做好|抓好|组织|负责|尽快|抓紧|落实|推进|共同|联合|，|。|；|$)/
const HELPED_FIRST = /由?([^，。；：由]{2,60}?)(?:配合|协助)[、，]/

/** Reads 由A牵头，B、C配合 / A会同B / 由A负责 in running text. */
export function readSpoken(sentence: string, book: UnitBook): NamedUnits | null {
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
  // 由A牵头，会同B、C制定: the subject was said before.
  const together = named.lead.length > 0 && !withOthers ? TOGETHER.exec(sentence) : null
  if (together?.[1]) named.support.push(...likelyUnits(together[1], book))
  const after = head ? head.index + head[0].length : 0
  const helped = named.lead.length > 0 ? HELPED.exec(sentence.slice(after)) : null
  if (helped?.[1]) named.support.push(...likelyUnits(helped[1], book))
  named.support = [...new Set(named.support.filter((name) => !named.lead.includes(name)))]
  return named.lead.length > 0 ? named : null
}
