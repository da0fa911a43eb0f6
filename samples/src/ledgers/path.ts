// How records came to their stage, and which papers they brought: what a funnel and a gate have to show.
import { addDays, daysBetween, type IsoDate } from '@yipanqi/base'
import { getLibrary } from '@yipanqi/model/libraries/definitions/index.ts'
import {
  conditionsOf,
  type Fields,
  type GateCondition,
  type Ladder,
  type Values,
} from '@yipanqi/model/libraries/index.ts'
import { randomOf, type Random } from '../../random.ts'
import { pathWordsOf, type PathWords } from './path-words.ts'
import type { LedgerSample, SamplePaper, SampleRow, SampleStageStep } from './types.ts'

const reasons = ['市场变化，业主暂缓投资', '资金渠道没有落实', '要素条件不具备', '与其他项目重复', '不符合条件']

/** Where a record itself says on which day it came to a stage. */
const dated: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  projects: { building: 'startedOn', finished: 'finishedOn', producing: 'producedOn' },
  'investment-leads': { reported: 'firstOn', signed: 'signedOn', registered: 'registeredOn', started: 'startedOn' },
  'policy-payments': { applied: 'appliedOn', published: 'publicFrom', transferred: 'paidOn', arrived: 'arrivedOn' },
  'enterprise-requests': { raised: 'raisedOn', answered: 'answeredOn', confirmed: 'confirmedOn' },
  institutions: { open: 'openedOn' },
  guarantees: { active: 'startOn' },
  'risk-sharing-loans': { running: 'usedOn', settled: 'repaidOn' },
  'listing-candidates': { nurture: 'enteredOn', reform: 'reformedOn', tutoring: 'tutoredOn' },
  platforms: { running: 'startedOn', recognised: 'recognisedOn' },
  'livelihood-works': { building: 'startOn', finished: 'finishedOn', used: 'lookBackOn' },
  farms: { registered: 'foundedOn' },
}

/** The ledger with the steps and papers of each record that stands on a ladder. */
export function withPaths(sample: LedgerSample, today: IsoDate): LedgerSample {
  const { ladder, fields } = getLibrary(sample.library)
  if (!ladder) return sample
  const random = randomOf(`${sample.library} 阶段`)
  const words = pathWordsOf(sample.library)
  return {
    ...sample,
    rows: sample.rows.map((row, i) =>
      withPath({ ladder, fields, dates: dated[sample.library] ?? {}, words, today, random }, row, i),
    ),
  }
}

interface Telling {
  readonly ladder: Ladder
  readonly fields: Fields
  /** Field that holds the day, by stage. */
  readonly dates: Readonly<Record<string, string>>
  readonly words: PathWords
  readonly today: IsoDate
  readonly random: Random
}

function withPath(telling: Telling, row: SampleRow, i: number): SampleRow {
  const { ladder, fields } = telling
  const { stage, stageSince } = row
  if (stage === undefined || stageSince === undefined) return row
  const way = wayTo(ladder, stage, telling.random)
  const full = computedToo(fields, row.values)
  const papers = way.flatMap((to) => papersOf(telling, conditionsOf(ladder, to, full), { ...row, values: full }, i))
  return { ...row, steps: row.steps ?? stepsOf(telling, way, row.values, stageSince), papers: row.papers ?? papers }
}

/** The values with those that follow from them: gates ask for these as well. */
function computedToo(fields: Fields, values: SampleRow['values']): SampleRow['values'] {
  const full: Record<string, SampleRow['values'][string]> = { ...values }
  for (const [name, field] of Object.entries(fields)) {
    const value = field.compute?.(full as Values)
    if (typeof value === 'number' || typeof value === 'string') full[name] = value
  }
  return full
}

/** Main stages up to this one; a side exit leaves from one of the earlier. */
function wayTo(ladder: Ladder, stage: string, random: Random): string[] {
  const main = ladder.stages.filter((s) => !s.exit).map((s) => s.id)
  const at = main.indexOf(stage)
  return at >= 0 ? main.slice(0, at + 1) : [...main.slice(0, random.int(1, Math.min(2, main.length))), stage]
}

/**
 * Back from the day on which it came to its stage: each stage before began on the day that the record names, or took a
 * part of what counts as stalled.
 */
function stepsOf(
  { ladder, dates, words, random }: Telling,
  way: readonly string[],
  values: SampleRow['values'],
  stageSince: IsoDate,
): SampleStageStep[] {
  const days: IsoDate[] = []
  let since = stageSince
  for (let i = way.length - 1; i >= 0; i -= 1) {
    const said = i === way.length - 1 ? stageSince : values[dates[way[i] ?? ''] ?? '']
    if (typeof said === 'string' && said <= since) since = said
    days.unshift(since)
    const usual = ladder.stalledAfter?.[way[i - 1] ?? ''] ?? 60
    since = addDays(since, -Math.max(1, Math.round(usual * (0.15 + random.next() * 0.75))))
  }
  // What the record says of its beginning holds for the stages after it, too.
  const first = values[dates[way[0] ?? ''] ?? '']
  return way.map((to, i) => {
    const exit = ladder.stages.find((s) => s.id === to)?.exit ?? false
    const day = days[i] ?? stageSince
    const begun = typeof first === 'string' && first <= stageSince && day < first ? first : day
    return {
      to,
      since: begun,
      ...(exit ? { reason: random.pick(words.reasons[to] ?? reasons), approver: words.approver } : {}),
    }
  })
}

/** Papers that a gate asked for: there with a number, save one in twenty-odd, which is carried along as 缺件. */
function papersOf(telling: Telling, conditions: readonly GateCondition[], row: SampleRow, i: number): SamplePaper[] {
  const { today, random } = telling
  return conditions.flatMap((c): SamplePaper[] => {
    if (c.needs === 'paper') {
      const recent = daysBetween(row.stageSince ?? today, today) < 400
      return recent && random.next() < 0.045
        ? [missing(c, telling)]
        : [
            {
              condition: c.id,
              state: 'present',
              number: `〔${(row.stageSince ?? today).slice(0, 4)}〕${(i % 89) + 1}号`,
            },
          ]
    }
    const holds = c.needs === 'field' ? (row.values[c.field ?? c.id] ?? null) !== null : (c.test?.(row.values) ?? false)
    return holds ? [] : [missing(c, telling)]
  })
}

const missing = (c: GateCondition, { words, today, random }: Telling): SamplePaper => ({
  condition: c.id,
  state: 'missing',
  basis: random.pick(words.bases),
  promisedBy: random.pick(words.promisers),
  due: addDays(today, random.int(12, 75)),
})
