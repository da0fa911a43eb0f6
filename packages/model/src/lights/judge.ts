// The light of one matter on one day. In this order: the state, the deadline, the rule of the kind, the evidence.
import type { Calendar, IsoDate } from '@yipanqi/base'
import type { Verdict } from '../api/matters.ts'
import { beforeIssue, cadenceWords, type Light } from '../words.ts'
import { combine, type Context, unlit } from './context.ts'
import { elapsed } from './workdays.ts'
import { dayWords, periodWords } from './phrases.ts'
import type { Finding, LightFacts, LightScheme } from './facts.ts'
import { type Freshness, freshness } from './fresh.ts'
import { judgeMeasured } from './judge-measured.ts'
import { judgeProject } from './judge-project.ts'
import { judgeSteps } from './judge-steps.ts'
import { presets } from './presets/index.ts'

/**
 * Judges a matter, never a person. Total: whatever the figures, it answers. `since` is null here; the server keeps it.
 *
 * - before issue, withdrawn, merged → no light; closed → done, and it no longer ages;
 * - past the deadline and not closed → red in every preset, 已申请办结 included (常态 that stands has passed its
 *   verification and has no deadline any more);
 * - grey (nothing reported within the cadence) replaces only green. While a matter waits for its verification the unit
 *   owes no report, so it does not turn grey.
 */
export function judge(facts: LightFacts, scheme: LightScheme, today: IsoDate, calendar: Calendar): Verdict {
  const context: Context = { facts, preset: presets[scheme.preset], parameters: scheme.parameters, today, calendar }
  const { light, pace, clauses, steps } = weigh(context)
  return {
    light,
    pace,
    sentence: `${clauses.filter((c) => c !== '').join('；')}。`,
    steps: [...steps],
    rule: { name: scheme.name, documentNumber: scheme.documentNumber, article: scheme.article ?? null },
    since: null,
    lastEvidence: facts.lastEvidence,
    asOf: today,
  }
}

type Weighed = Omit<Finding, 'light'> & { readonly light: Light | null }

function weigh(context: Context): Weighed {
  const { facts, today, calendar } = context
  if (beforeIssue.includes(facts.state)) return unlit('交办前不亮灯')
  if (facts.state === 'withdrawn') return unlit('已撤销，不亮灯')
  if (facts.state === 'merged') return unlit('已归并，随并入的事项亮灯')
  if (facts.state === 'closed') return closed(facts, today)
  if (facts.deadline !== null && today > facts.deadline && facts.state !== 'standing') return overdue(context)
  const found = excuse(judgeByKind(context), facts)
  const waiting = facts.state === 'closing'
  const clauses = waiting ? ['已申请办结待核查', ...found.clauses] : found.clauses
  const fresh = freshness(facts, today, calendar)
  if (!fresh.fresh && !waiting && (found.light === 'green' || found.awaitsFigure)) {
    return { ...found, light: 'grey', clauses: [staleWords(facts, fresh, today), ...clauses] }
  }
  return { ...found, clauses }
}

function closed(facts: LightFacts, today: IsoDate): Weighed {
  if (facts.closedOn === null) return { light: 'done', pace: '已完成', clauses: ['已核查办结'], steps: [] }
  const late = facts.deadline !== null && facts.closedOn > facts.deadline
  const clause = `${dayWords(facts.closedOn, today)}核查办结${late ? `，晚于完成时限 ${dayWords(facts.deadline, today)}` : ''}`
  return { light: 'done', pace: '已完成', clauses: [clause], steps: [] }
}

function overdue(context: Context): Weighed {
  const { facts, today, calendar } = context
  const deadline = facts.deadline ?? today
  const found = judgeByKind(context)
  const days = elapsed(deadline, today, calendar)
  const ask = facts.state === 'closing' ? '已申请办结待核查' : '未办结'
  const clause = `已过完成时限 ${dayWords(deadline, today)}（${days > 0 ? `逾期 ${days} 个工作日` : '逾期'}），${ask}`
  const step = { label: '逾期', formula: `${dayWords(deadline, today)}后的工作日`, value: `${days} 个工作日` }
  return {
    light: 'red',
    pace: found.pace === '已完成' ? '已完成' : '欠进度',
    clauses: [clause, ...found.clauses],
    steps: [step, ...found.steps],
  }
}

function judgeByKind(context: Context): Finding {
  switch (context.facts.kind) {
    case '指标':
    case '清查建账':
      return judgeMeasured(context)
    case '项目节点':
      return judgeProject(context)
    case '制度成果':
      return judgeSteps(context)
    case '常态':
      return judgeStanding(context)
  }
}

/** 常态: evidence in the period, never a percentage. Two missed periods in a row are yellow; one turns grey above. */
function judgeStanding(context: Context): Finding {
  const { facts, today, calendar } = context
  const { fresh, missed, last } = freshness(facts, today, calendar)
  if (fresh) {
    const clause = last === null ? '交办不久，本期尚不需反馈' : `本期有反馈，最近一次 ${dayWords(last, today)}`
    return { light: 'green', pace: '其他', clauses: [clause], steps: [] }
  }
  const step = { label: '连续未反馈', formula: `按${cadenceWords[facts.cadence]}一次计`, value: `${missed} 期` }
  if (missed < 2) return { light: 'green', pace: '其他', clauses: [], steps: [step] }
  const clause = `连续 ${missed} 期没有反馈，${last === null ? '交办以来没有反馈' : `最近一次 ${dayWords(last, today)}`}`
  return { light: 'yellow', pace: '欠进度', clauses: [clause], steps: [step] }
}

/** 正当理由 takes yellow and red by progress away; the pace still says that the matter lags. */
function excuse(found: Finding, facts: LightFacts): Finding {
  if (!facts.exempt || (found.light !== 'yellow' && found.light !== 'red')) return found
  const clause = `已认定正当理由（${facts.exempt.by}：${facts.exempt.reason}），不亮黄灯、红灯`
  return combine([
    { ...found, light: 'green' },
    { light: null, pace: '其他', clauses: [clause], steps: [] },
  ])
}

function staleWords(facts: LightFacts, fresh: Freshness, today: IsoDate): string {
  const last = fresh.last === null ? '交办以来没有反馈' : `最近一次反馈 ${dayWords(fresh.last, today)}`
  const period = periodWords(facts.cadence, fresh.period.start, fresh.period.end, today)
  return `${period}进展应在 ${dayWords(fresh.until, today)}（含）前反馈，没有反馈；${last}`
}
