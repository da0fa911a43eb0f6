import { contrasts } from './contrast.ts'
import { type Cores, coresOf } from './cores.ts'

/** What is compared of a matter: made once, compared often. */
export interface Likeness {
  readonly title: Side
  /** Title and text together. */
  readonly whole: Side
}

interface Side {
  readonly text: string
  readonly cores: Cores
  /** Pairs of neighbouring characters within terms, and verbs, with what each weighs. */
  readonly pairs: ReadonlyMap<string, number>
  /** The sum of the weights. */
  readonly sum: number
}

/** How much of a text is heard beside the title. */
const HEARD = 240
/** At or above this two matters are shown as one thing asked twice (bench: pairs written for it). */
export const TWIN = 0.5

export interface Alike {
  /** Between 0 and 1. */
  readonly score: number
  /** Words in common, the longest first, at most six. */
  readonly words: string[]
}

export function likenessOf(title: string, text = ''): Likeness {
  const own = side(title)
  return { title: own, whole: text === '' || text === title ? own : side(`${title}。${text.slice(0, HEARD)}`) }
}

function side(text: string): Side {
  const cores = coresOf(text)
  const pairs = new Map<string, number>()
  for (const verb of cores.verbs) pairs.set(verb, PLAIN.has(verb) ? 0.1 : 0.4)
  for (const term of cores.terms) for (let at = 0; at + 1 < term.length; at++) pairs.set(term.slice(at, at + 2), 1)
  let sum = 0
  for (const weight of pairs.values()) sum += weight
  return { text, cores, pairs, sum }
}

/** Verbs of every other sentence. */
const PLAIN = new Set(
  '加快 推进 推动 实施 开展 建立 建设 完成 新增 建成 加大 抓好 完善 健全 加强 落实 出台 制定 实现 达到 启动 力争 确保 新建 提升 提高 深化 强化 组织'.split(
    ' ',
  ),
)

/**
 * How likely two matters ask for the same thing, figures and dates aside: this year's 15 and last year's 18 are the same
 * work. Symmetric; 1 for the same words.
 */
export function alike(one: Likeness, other: Likeness): Alike {
  const score = alikeScore(one, other)
  return { score, words: score === 0 ? [] : wordsInCommon(one.whole, other.whole) }
}

/** The score alone, for many. */
export function alikeScore(one: Likeness, other: Likeness): number {
  const titles = closeness(one.title, other.title)
  const same = one.whole === one.title && other.whole === other.title
  return Math.round(Math.max(titles, same ? titles : closeness(one.whole, other.whole)) * 100) / 100
}

/** Below so much the shorter side is a mere word, whose being contained says little. */
const ENOUGH = 3
const FAR = 0.3

function closeness(one: Side, other: Side): number {
  if (one.text === other.text && one.text !== '') return 1
  const [few, many] = one.sum <= other.sum ? [one, other] : [other, one]
  let shared = 0
  for (const [pair, weight] of few.pairs) shared += Math.min(weight, many.pairs.get(pair) ?? 0)
  if (shared === 0) return 0
  const dice = (2 * shared) / (few.sum + many.sum)
  const contained = few.sum >= ENOUGH ? shared / few.sum : dice
  const near = 0.5 * dice + 0.5 * contained
  // What is this far apart is not looked at more closely.
  if (near < FAR) return near
  const verbs = sharedActs(one.cores.verbs, other.cores.verbs)
  return near * verbs * (sameHead(one, other) ? 1 : 0.6) * (contrasts(one.text, other.text) ? 0.5 : 1)
}

/**
 * What a Chinese term is about stands at its end: 标准厂房去化率 is a rate, 标准厂房 is a building. Looked at in the
 * first term that has a stretch in common with one of the other side.
 */
function sameHead(one: Side, other: Side): boolean {
  for (const term of one.cores.terms) {
    for (const theirs of other.cores.terms) {
      const length = sharedStart(term, theirs)
      if (length < 2) continue
      const [rest, restOther] = [term.slice(length), theirs.slice(length)]
      return Math.max(rest.length, restOther.length) < 2 || term.at(-1) === theirs.at(-1)
    }
  }
  return true
}

function sharedStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}

// What is done to the thing: to count it, to build it and to clear it away are three errands.
const ACTS: readonly (readonly [string, RegExp])[] = [
  ['查', /排查|清查|盘查|摸排|摸清|普查|检查|核查|抽查|巡查|检测|监测|调研|统计/],
  ['建', /新建|建设|建成|改造|改建|扩建|改扩建|修建|修复|开工|新改建|提标|扩容|铺设|架设|新增|建好/],
  ['清', /整治|清理|清退|拆除|淘汰|关停|查处|打击|治理|消除|整改/],
  ['管', /管护|监管|管理|维护|巡检|管控|运营/],
  ['育', /培育|引进|招引|认定|净增|发展|壮大|新培育|新认定|吸引/],
  ['制', /制定|出台|编制|印发|修订|起草|完善|健全/],
  ['办', /举办|开展|组织|承办|宣传|普及|培训/],
  ['助', /救助|帮扶|补助|补贴|发放|兑现|减免|保障/],
]

function actsOf(verbs: readonly string[]): Set<string> {
  return new Set(ACTS.flatMap(([name, words]) => (verbs.some((verb) => words.test(verb)) ? [name] : [])))
}

function sharedActs(one: readonly string[], other: readonly string[]): number {
  const here = actsOf(one)
  const there = actsOf(other)
  if (here.size === 0 || there.size === 0) return 0.97
  return [...here].some((act) => there.has(act)) ? 1 : 0.8
}

/** Longest stretches of two characters or more that stand in a term of both. */
function wordsInCommon(one: Side, other: Side): string[] {
  const found = new Set<string>()
  for (const term of one.cores.terms) {
    let at = 0
    while (at + 1 < term.length) {
      let end = at
      while (end + 1 < term.length && other.pairs.has(term.slice(end, end + 2))) end += 1
      const word = term.slice(at, end + 1)
      // Pairs may come from several terms of the other: only what stands there whole is said.
      if (end > at && other.cores.terms.some((theirs) => theirs.includes(word))) found.add(word)
      at = Math.max(end, at + 1)
    }
  }
  return [...found].sort((a, b) => b.length - a.length).slice(0, 6)
}
