import type { UnitBook } from './book.ts'
import { readUnitMark } from './mark.ts'
import { likelyUnits } from './names.ts'
import { HELPED, type NamedUnits, readSpoken } from './spoken.ts'
import { subjectUnits } from './subject.ts'

export { readUnitMark } from './mark.ts'
export type { NamedUnits } from './spoken.ts'

const FIRST_LEADS = /(?:列|排)(?:在)?第一(?:位)?的?(?:单位|部门)?(?:为|是|的为)牵头/

/** Does the document say that the unit named first leads? */
export function firstNamedLeads(folded: string): boolean {
  return FIRST_LEADS.test(folded)
}

/** Units that a sentence of running text makes responsible, or null. `sentence` is folded. */
export function unitsInSentence(sentence: string, book: UnitBook): NamedUnits | null {
  const bracketed = bracketedMark(sentence, book)
  if (bracketed) return bracketed
  const told = subjectUnits(sentence, book)
  if (/牵头|负责|主办|承办|会同|由/.test(sentence)) {
    const spoken = readSpoken(sentence, book)
    if (spoken) return alsoTold(spoken, [...told.first, ...told.later])
  }
  const shared = SHARED_DUTY.exec(sentence)
  const sharers = shared?.[1] ? likelyUnits(shared[1], book) : []
  if (sharers.length > 1) return { lead: [], support: sharers, leader: null }
  const { first } = told
  if (first.length === 0) return null
  // One subject leads; several without a word about who leads wait to be claimed.
  if (first.length > 1) return { lead: [], support: [...new Set([...first, ...told.later])], leader: null }
  return alsoTold({ lead: first, support: helpers(sentence, book, first), leader: null }, told.later)
}

/** Whoever else the sentence tells takes part; nobody is dropped. */
function alsoTold(named: NamedUnits, others: readonly string[]): NamedUnits {
  const more = others.filter((name) => !named.lead.includes(name) && !named.support.includes(name))
  return more.length === 0 ? named : { ...named, support: [...named.support, ...new Set(more)] }
}

function helpers(sentence: string, book: UnitBook, lead: readonly string[]): string[] {
  const helped = HELPED.exec(sentence)
  return helped?.[1] ? likelyUnits(helped[1], book).filter((name) => !lead.includes(name)) : []
}

const SHARED_DUTY =
  /(?:^|[，；：])([^，。；：]{4,120}?)(?:等(?:有关)?(?:部门|单位)?)?(?:按照?(?:各自)?职责(?:分工)?)(?:负责|落实|抓好)/
const INNER_MARK =
  /（((?:牵头|责任|主办|承办|主责|落实|实施|配合)(?:单位|部门|主体|责任单位)?[：、][^（）]{2,200}(?:（[^（）]{1,16}）[^（）]{0,120}){0,6})）/

/** …建设（责任单位：县财政局、各乡镇（街道））。: the mark stands within its sentence. */
function bracketedMark(sentence: string, book: UnitBook): NamedUnits | null {
  if (!sentence.includes('（')) return null
  const mark = INNER_MARK.exec(sentence)
  return mark?.[1] ? readUnitMark(mark[1], book, firstNamedLeads(sentence)) : null
}
