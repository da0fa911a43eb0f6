// Which project stands where: 512 = 谋划 151 + 储备 126 + 前期 88 + 在建 104 + 竣工 26 + 投产 17 (practice.md §10).
import { randomOf, type Random } from '../../random.ts'
import { parkTownships, placeIn, placeInPark } from '../places.ts'
import type { MapPoint } from '../township-outlines.ts'
import { sampleFirms, type SampleFirm } from './firms.ts'
import { shareOut, wan, weighted } from './making.ts'
import { projectName, type Category } from './project-names.ts'

export const stageCounts = {
  planned: 151,
  reserve: 126,
  preparing: 88,
  building: 104,
  finished: 26,
  producing: 17,
} as const
export type ProjectStage = keyof typeof stageCounts
const categoryCounts: Readonly<Record<Category, number>> = {
  工业: 168,
  农业: 46,
  服务业: 62,
  基础设施: 96,
  社会民生: 72,
  生态环保: 38,
  园区配套: 30,
}
/** 年度重点项目 118: 省 8, 市 26, 县 84. */
export const keyLevels = { 省重点: 8, 市重点: 26, 县重点: 84 } as const
/** This year's plan of what is or will be under way: 102.6 亿. */
export const yearPlanTotal = wan(1_026_000)

export interface PlannedProject {
  readonly at: number
  readonly name: string
  readonly category: Category
  readonly stage: ProjectStage
  readonly firm: SampleFirm | null
  readonly township: string
  readonly inPark: boolean
  readonly place: MapPoint
  readonly yearClass: '谋划' | '新开工' | '续建' | '竣工'
  readonly level: keyof typeof keyLevels | '一般'
  /** 分 */
  readonly total: number
  readonly yearPlan: number
  /** 入统: 140 of the 147 that have started; the county's other 28 在统 are real-estate projects, not kept here. */
  readonly statistics: '不符合' | '应统未统' | '已报' | '已入'
}

let made: readonly PlannedProject[] | null = null

export function plannedProjects(): readonly PlannedProject[] {
  made ??= makeProjects()
  return made
}

export const hasStarted = (stage: ProjectStage): boolean => ['building', 'finished', 'producing'].includes(stage)

type Draft = Omit<PlannedProject, 'level' | 'yearPlan' | 'statistics' | 'yearClass'>

function makeProjects(): readonly PlannedProject[] {
  const random = randomOf('项目')
  const taken = new Set<string>()
  const stages = shuffled(
    random,
    Object.entries(stageCounts).flatMap(([s, n]) => Array.from({ length: n }, () => s as ProjectStage)),
  )
  const categories = Object.entries(categoryCounts).flatMap(([c, n]) => Array.from({ length: n }, () => c as Category))
  const drafts = categories.map((category, i) => draftOf(random, taken, i, category, stages[i] ?? 'planned'))
  return graded(drafts, random)
}

function draftOf(random: Random, taken: Set<string>, at: number, category: Category, stage: ProjectStage): Draft {
  const firm = firmFor(random, category)
  const inPark = category === '园区配套' || (firm?.inPark ?? false)
  const township = firm?.township ?? (inPark ? random.pick(parkTownships) : weighted(random, towns))
  // From 1,000万 to some 20 亿, most below one; the county's own are smaller.
  const size = Math.exp(7.3 + random.next() * random.next() * (firm ? 4.3 : 3.6) + random.next() * 1.2)
  return {
    at,
    name: projectName(random, category, township, firm, taken),
    category,
    stage,
    firm,
    township,
    inPark,
    place: inPark ? placeInPark(township, random) : placeIn(township, random),
    total: wan(Math.max(500, Math.round(size / 10) * 10)),
  }
}

const towns = Array.from(
  { length: 16 },
  (_, i) => [`T${String(i + 1).padStart(2, '0')}`, i < 3 ? 3 : i > 12 ? 1 : 2] as const,
)
const trades: Partial<Record<Category, RegExp>> = { 工业: /^[BCD]/, 农业: /^A/, 服务业: /^[FGHN]/ }

function firmFor(random: Random, category: Category): SampleFirm | null {
  const fits = trades[category]
  const own = category === '工业' ? 1 : category === '农业' ? 0.5 : 0.62
  if (!fits || random.next() >= own) return null
  const firms = sampleFirms().filter(
    (f) =>
      fits.test(f.industry) &&
      f.operation === '在营' &&
      (f.aboveScale || f.perMu === '规下参评' || f.industry.startsWith('A')),
  )
  return random.pick(firms)
}

/** Year's class, level, plan and statistics: dimensions beside the stage, handed out so that each adds up. */
function graded(drafts: readonly Draft[], random: Random): readonly PlannedProject[] {
  const byStage = new Map<ProjectStage, number>()
  const started = drafts.filter((d) => hasStarted(d.stage))
  const unlisted = new Set(started.filter((_, i) => i % 21 === 5).map((d) => d.at))
  const levels = levelsOf(drafts)
  const classed = drafts.map((draft) => {
    const nth = byStage.get(draft.stage) ?? 0
    byStage.set(draft.stage, nth + 1)
    return { ...draft, yearClass: yearClassOf(draft.stage, nth) }
  })
  const active = classed.filter((d) => d.yearClass !== '谋划')
  const plans = shareOut(
    yearPlanTotal,
    active.map((d) => (d.total * (35 + random.int(0, 40))) / 100),
    wan(1),
  )
  const planOf = new Map(active.map((d, i) => [d.at, plans[i] ?? 0]))
  return classed.map((draft) => ({
    ...draft,
    // A year cannot spend more than the project costs.
    total: Math.max(draft.total, Math.ceil(((planOf.get(draft.at) ?? 0) * 1.1) / wan(10)) * wan(10)),
    level: levels.get(draft.at) ?? '一般',
    yearPlan: planOf.get(draft.at) ?? 0,
    statistics: !hasStarted(draft.stage)
      ? '不符合'
      : !unlisted.has(draft.at)
        ? '已入'
        : draft.at % 2 === 0
          ? '已报'
          : '应统未统',
  }))
}

function yearClassOf(stage: ProjectStage, nth: number): PlannedProject['yearClass'] {
  if (stage === 'planned' || stage === 'reserve') return '谋划'
  if (stage === 'preparing') return nth < 52 ? '新开工' : '谋划'
  if (stage === 'building') return nth < 38 ? '新开工' : nth < 92 ? '续建' : '竣工'
  return '竣工'
}

function levelsOf(drafts: readonly Draft[]): ReadonlyMap<number, PlannedProject['level']> {
  const places: readonly (readonly [ProjectStage, number])[] = [
    ['building', 80],
    ['finished', 14],
    ['producing', 10],
    ['preparing', 14],
  ]
  const chosen = places
    .flatMap(([stage, n]) =>
      drafts
        .filter((d) => d.stage === stage)
        .toSorted((a, b) => b.total - a.total)
        .slice(0, n),
    )
    .toSorted((a, b) => b.total - a.total)
  const names = Object.entries(keyLevels).flatMap(([level, n]) =>
    Array.from({ length: n }, () => level as keyof typeof keyLevels),
  )
  return new Map(chosen.map((d, i) => [d.at, names[i] ?? '县重点']))
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const out = [...items]
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = random.int(0, i)
    ;[out[i], out[j]] = [out[j] as T, out[i] as T]
  }
  return out
}
