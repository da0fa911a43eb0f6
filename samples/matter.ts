// A matter as a clerk writes it into the 任务分解表, and what the table leaves to be worked out: codes of units, the
// leader by the division of work, days of this year, the steps of its kind.
import { addDays, type IsoDate } from '@yipanqi/base'
import type { Attitude, Cadence, Kind, Line } from '@yipanqi/model/words.ts'
import { spread } from './days.ts'
import { filedPlan } from './plan.ts'
import type { SampleLeader, SampleMatter, SampleSource, SampleStep, SampleTarget, SampleUnit, Story } from './types.ts'

export interface MatterSpec {
  readonly id: string
  readonly quote: string
  readonly title: string
  readonly kind: Kind
  readonly attitude: Attitude
  /** Short name of the lead unit. */
  readonly lead: string
  /** `住建局：施工许可；统计局：供数`; 各乡镇 and 各行业主管部门 stand for all of them. */
  readonly with?: string
  readonly done: string
  /** `新开工重点项目>=40个`: indicator, relation (>= <= > < = ≈), value, unit. */
  readonly target?: string
  /** `MM-DD` of the document's year; absent: the text names no day, 12-31 is proposed. */
  readonly by?: string
  /** Days after the document, for documents that count that way. */
  readonly within?: number
  /** 制度成果 that touches enterprises: one step more (公平竞争审查). */
  readonly fairCompetition?: true
  readonly nodes?: readonly string[]
  readonly cadence?: Cadence
  readonly key?: true
  readonly story?: Story
  readonly also?: readonly SampleSource[]
  /** The text names no day: `by` was proposed and agreed in consultation. */
  readonly deadlineProposed?: true
  /** The text names no unit: the lead was proposed and agreed in consultation. */
  readonly leadProposed?: true
  /** Leader's code where the portfolio does not decide. */
  readonly leader?: string
}

export interface MatterContext {
  readonly document: string
  readonly date: IsoDate
  readonly issuedOn: IsoDate
  readonly line: Line
  readonly units: readonly SampleUnit[]
  readonly leaders: readonly SampleLeader[]
}

const industryOffices = ['工信局', '住建局', '交通局', '水利局', '农业农村局', '商务局', '文旅局', '教育局', '卫健局']
const targetShape = /^([^><=≈]+)(>=|<=|>|<|=|≈)([\d.]+)(.+)$/
const policySteps = ['起草', '征求意见', '合法性审查', '审议', '印发']
const fairPolicySteps = ['起草', '征求意见', '合法性审查', '公平竞争审查', '审议', '印发']

/** Growth rates are changes, percentages are shares, whole things are counted; the rest is a level. */
function basisOf(indicator: string, unit: string): SampleTarget['basis'] {
  if (unit === '%') return /(增速|增长|降幅)$/.test(indicator) ? 'change' : 'share'
  return /^(个|家|户|项|宗|处|栋|套|台|名|人|张|件|社|所|条|场|批次|座|辆|份)$/.test(unit) ? 'count' : 'level'
}

export function targetOf(text: string | undefined): SampleTarget | null {
  if (!text) return null
  const found = targetShape.exec(text)
  if (!found) throw new Error(`not a target: ${text}`)
  const [, indicator = '', relation = '=', value = '', unit = ''] = found
  return {
    indicator,
    relation: relation as SampleTarget['relation'],
    basis: basisOf(indicator, unit),
    value: Number(value),
    unit,
  }
}

function getUnit(units: readonly SampleUnit[], short: string): SampleUnit {
  const unit = units.find((u) => u.short === short)
  if (!unit) throw new Error(`no unit is called ${short}`)
  return unit
}

function supportsOf(
  text: string | undefined,
  lead: SampleUnit,
  units: readonly SampleUnit[],
): SampleMatter['supports'] {
  const rows = new Map<string, string>()
  for (const item of text ? text.split('；') : []) {
    const [name = '', part = '按职责配合'] = item.split('：')
    let named: readonly SampleUnit[]
    if (name === '各乡镇') named = units.filter((u) => u.kind === '乡镇')
    else if (name === '各行业主管部门') named = industryOffices.map((office) => getUnit(units, office))
    else named = [getUnit(units, name)]
    // A unit that stands by itself keeps its own part, whatever a group that follows says.
    for (const unit of named) if (unit !== lead && !rows.has(unit.code)) rows.set(unit.code, part)
  }
  return [...rows].map(([unit, part]) => ({ unit, part }))
}

/** The leader in charge of the unit on that day; its parent's where it has none of its own. */
export function leaderOf(unit: SampleUnit, on: IsoDate, ctx: Pick<MatterContext, 'leaders' | 'units'>): string {
  for (const leader of ctx.leaders) {
    const portfolio = leader.portfolio.filter((p) => p.from <= on).at(-1)
    if (portfolio?.units.includes(unit.code)) return leader.code
  }
  const parent = ctx.units.find((u) => u.code === unit.parent)
  if (parent) return leaderOf(parent, on, ctx)
  throw new Error(`nobody is in charge of ${unit.name} on ${on}`)
}

function stepsOf(spec: MatterSpec, from: IsoDate, deadline: IsoDate): readonly SampleStep[] {
  const names = spec.kind === '制度成果' ? (spec.fairCompetition ? fairPolicySteps : policySteps) : (spec.nodes ?? [])
  const days = names.length > 0 ? spread(from, deadline, names.length) : []
  return names.map((name, i) => ({ name, due: days[i] ?? deadline }))
}

export function matterOf(spec: MatterSpec, ctx: MatterContext): SampleMatter {
  const lead = getUnit(ctx.units, spec.lead)
  const year = ctx.date.slice(0, 4)
  const deadline = spec.within ? addDays(ctx.date, spec.within) : `${year}-${spec.by ?? '12-31'}`
  const target = targetOf(spec.target)
  const proposed: SampleMatter['proposed'][number][] = []
  if (spec.deadlineProposed || (!spec.by && !spec.within)) proposed.push('deadline')
  if (spec.leadProposed) proposed.push('leadUnit')
  const draft: Omit<SampleMatter, 'plan'> = {
    id: spec.id,
    sources: [{ document: ctx.document, quote: spec.quote }, ...(spec.also ?? [])],
    title: spec.title,
    kind: spec.kind,
    attitude: spec.attitude,
    leadUnit: lead.code,
    supports: supportsOf(spec.with, lead, ctx.units),
    leader: spec.leader ?? leaderOf(lead, ctx.date, ctx),
    doneWhen: spec.done,
    target,
    deadline,
    proposed,
    cadence: spec.cadence ?? 'monthly',
    line: ctx.line,
    key: spec.key ?? false,
    steps: stepsOf(spec, ctx.issuedOn, deadline),
    coverage: spec.kind === '清查建账' && target ? { total: target.value, unit: target.unit } : null,
    story: spec.story ?? (spec.kind === '常态' ? 'standing' : 'green'),
  }
  return { ...draft, plan: filedPlan(draft, ctx.issuedOn) }
}

export const mattersOf = (specs: readonly MatterSpec[], ctx: MatterContext): readonly SampleMatter[] =>
  specs.map((spec) => matterOf(spec, ctx))
