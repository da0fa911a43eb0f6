import { firstFrom } from '../knowledge/scan.ts'
import type { Clause } from '../sentences/clauses.ts'
import type { Span } from '../types.ts'
import type { UnitBook } from '../units/book.ts'
import { CLAIMABLE, rankCandidates } from '../units/candidates.ts'
import type { VoiceHit } from '../units/duties.ts'
import { measureCode } from './codes.ts'
import { ELABORATES, type Item } from './items.ts'

/** Who would lead a part of a sentence, by its own words alone. */
interface Owner {
  unit: string
  score: number
  /** The words of the text that spoke for it. */
  words: Span[]
  said: string[]
  /** Every unit that the words speak for. */
  heard: string[]
}

/** Items of one sentence with the reason for their number. */
export interface Owned {
  items: Item[]
  why: string
  words: Span[]
}

// Cutting where the measures do not ask for it needs more than a suggestion: right four times in five.
const SURE = 0.8
const MOST_NAMED = 4

/** The likely lead of [start, end), or null where nothing speaks. The heading above says the same for all parts. */
export function ownerOf(book: UnitBook, hits: readonly VoiceHit[], part: Span, code: string | null): Owner | null {
  const within: VoiceHit[] = []
  for (let index = firstFrom(hits, part.start); index < hits.length; index++) {
    const hit = hits[index] as VoiceHit
    if (hit.at >= part.end) break
    if (hit.at + hit.word.length <= part.end) within.push(hit)
  }
  const named = code ?? measureCode(within, part.start, part.end)
  const ranked = rankCandidates(book, within, [], named)
  const [first] = ranked
  if (!first) return null
  const spoke = within.filter((hit) => first.why.includes(hit.word) || (named !== null && hit.value.code === named))
  const said = [...new Set(spoke.map((hit) => hit.word))]
  const words = spoke.map((hit) => ({ start: hit.at, end: hit.at + hit.word.length }))
  return {
    unit: first.unit,
    score: first.score,
    words,
    said: longest(said),
    heard: [...ranked.map((one) => one.unit), ...usualLeads(book, within)],
  }
}

/** Who usually leads the measures that the words may mean, named clearly or not. */
function usualLeads(book: UnitBook, hits: readonly VoiceHit[]): string[] {
  const codes = new Set(hits.flatMap(({ value }) => (value.code === null ? [] : [value.code])))
  if (codes.size === 0) return []
  return book.entries.filter((entry) => entry.leads.some((code) => codes.has(code))).map((entry) => entry.name)
}

/** 老旧小区 says what 小区 says. */
function longest(words: readonly string[]): string[] {
  return words.filter((word) => !words.some((other) => other !== word && other.includes(word))).slice(0, 2)
}

/**
 * Several things in one sentence: matters of their own where other units would lead them, measures under one matter
 * where the same unit would, or where nothing says who. Neighbours are compared, so the order of the text stays.
 */
export function divideByOwner(folded: string, book: UnitBook, hits: readonly VoiceHit[], cut: readonly Item[]): Owned {
  let apart = ''
  const items: Item[] = []
  const owners: (Owner | null)[] = []
  for (const item of cut) {
    const owner = ownerOf(book, hits, item, item.code)
    const last = items.at(-1)
    const before = owners.at(-1)
    const told = last && !differ(before ?? null, owner) ? toldApart(folded, last, item) : ''
    if (told !== '') apart = told
    if (!last || before === undefined || told !== '' || differ(before, owner)) {
      items.push(item)
      owners.push(owner)
      continue
    }
    items[items.length - 1] = {
      ...last,
      end: item.end,
      code: last.code ?? item.code,
      measures: [...last.measures, ...item.measures],
    }
    if (owner && (before === null || owner.score > before.score)) owners[owners.length - 1] = owner
  }
  return { items, why: whyOf(items, owners, cut.length, apart), words: owners.flatMap((owner) => owner?.words ?? []) }
}

const differ = (one: Owner | null, other: Owner | null): boolean =>
  one !== null && other !== null && one.unit !== other.unit && Math.min(one.score, other.score) >= CLAIMABLE

const NUMBERED = /(?:[一二三四五六七八九十]{1,2}[是要]|（[一二三四五六七八九十\d]{1,2}）|\d{1,2}[.、]|[①-⑳])$/
const TIMED = /(?:\d{1,2}月(?:\d{1,2}日)?|季度|年|半年)[底末]?前?(?:[^，；]{0,2}前)?|\d+个?(?:工作日|天|周)内/

/** Why neighbours stay apart whoever leads them: the text counts them, or each has its own day; '' otherwise. */
function toldApart(folded: string, before: Item, item: Item): string {
  if (NUMBERED.test(folded.slice(Math.max(0, item.start - 4), item.start))) return '文中逐条列出'
  const [one, other] = [before, item].map(({ start, end }) => TIMED.exec(folded.slice(start, end))?.[0])
  return one !== undefined && other !== undefined && one !== other ? '各部分各有时限' : ''
}

function whyOf(items: readonly Item[], owners: readonly (Owner | null)[], parts: number, apart: string): string {
  if (items.length > 1) {
    if (apart !== '') return `${apart}，分为${items.length}项`
    return `按职责用语，各部分的牵头单位不同：${named(owners)}，分为${items.length}项`
  }
  const [owner] = owners
  return owner && owner.score >= CLAIMABLE
    ? `按职责用语，${parts}个部分都应由${named(owners)}牵头，或看不出另有牵头单位，合为一项，分列举措`
    : `看不出${parts}个部分由不同单位牵头，合为一项，分列举措`
}

/** 县农业农村局（高标准农田）、县工业和信息化局（规上企业）. */
export function named(owners: readonly (Owner | null)[]): string {
  const known = owners.filter((owner) => owner !== null)
  const shown = known
    .slice(0, MOST_NAMED)
    .map(({ unit, said }) => (said.length > 0 ? `${unit}（${said.join('、')}）` : unit))
  return `${shown.join('、')}${known.length > MOST_NAMED ? '等' : ''}`
}

/**
 * One item whose clauses are surely led by different units (新建学校…，改造卫生院…) comes apart at the clauses that
 * open another unit's business, though no measure of ours names them.
 */
export function partByOwner(
  folded: string,
  item: Item,
  clauses: readonly Clause[],
  hits: readonly VoiceHit[],
  book: UnitBook,
): Item[] {
  const inside = clauses.filter((clause) => clause.start >= item.start && clause.end <= item.end)
  if (inside.filter((clause) => clause.kind === 'action').length < 2) return [item]
  const parts: Item[] = []
  let open: Owner | null = null
  let titled = false
  for (const clause of inside) {
    const last = parts.at(-1)
    const acts = clause.kind === 'action' && !ELABORATES.test(folded.slice(clause.verbAt, clause.verbAt + 4))
    const owner = acts ? ownerOf(book, hits, clause, null) : null
    const sure = owner !== null && owner.score >= SURE
    // 支持乡村振兴…金融需求 behind 引导金融资源…: the one who leads is still spoken of.
    if (last && !(sure && open !== null && !owner.heard.includes(open.unit))) {
      last.end = clause.end
      // 围绕…，推动…: what stands in front of the first verb is no title.
      if (acts && !titled) Object.assign(last, { mainStart: clause.verbAt, mainEnd: clause.end })
      titled ||= acts
      if (acts) last.measures.push({ start: clause.start, end: clause.end })
      else if (last.measures.length > 0) (last.measures.at(-1) as Span).end = clause.end
      if (sure && open === null) open = owner
      continue
    }
    const start = last ? clause.start : item.start
    const measures = [{ start, end: clause.end }]
    const code = measureCode(hits, clause.start, clause.end)
    parts.push({ start, end: clause.end, code, mainStart: clause.verbAt, mainEnd: clause.end, measures, verb: '' })
    titled = acts
    open = sure ? owner : null
  }
  return parts.length > 1 ? parts : [item]
}
