// 项目节点: nodes with their days, what the preset knows of start, listing and money, and the figure where one is set.
import { addMonths, type IsoDate, monthEnd, rational } from '@yipanqi/base'
import { exact } from '@yipanqi/rules'
import { combine, type Context, fromRule } from './context.ts'
import type { Finding, ProjectNode } from './facts.ts'
import { judgeMeasured } from './judge-measured.ts'
import { doneWords, judgeShare, lateSteps, lateWords } from './judge-steps.ts'

/** What a node is to a rule: its own word for it, otherwise by its name. */
export function roleOf(node: ProjectNode): 'start' | 'listing' | 'node' {
  if (node.role) return node.role
  if (/开工|进场/.test(node.name)) return 'start'
  return /入库|入统|纳统/.test(node.name) ? 'listing' : 'node'
}

/** Ends of months from the due month on that passed without a start, at least 1 once the day itself has passed. */
export function monthsMissed(due: IsoDate, today: IsoDate): number {
  if (today <= due) return 0
  let months = 0
  while (months < 12 && today > monthEnd(addMonths(due, months))) months += 1
  return Math.max(1, months)
}

/** Whole months since `from` that have been exceeded: 1 from the day after the first month is full. */
export function monthsExceeded(from: IsoDate, today: IsoDate): number {
  let months = 0
  while (months < 12 && today > addMonths(from, months + 1)) months += 1
  return months
}

export function judgeProject(context: Context): Finding {
  const { facts } = context
  const nodes = facts.nodes ?? facts.steps
  const findings: Finding[] = []
  // A figure speaks for the project where there is one; nodes alone are counted, days or not.
  if (facts.target !== null || nodes.length === 0) findings.push(judgeMeasured(context))
  else if (!nodes.some((n) => n.due !== null)) findings.push(judgeShare(context, nodes, '个节点'))
  if (nodes.some((n) => n.due !== null)) findings.push(judgeNodes(context, nodes))
  return combine([...findings, ...judgeByPreset(context, nodes)])
}

/** Any node past its day is yellow in every preset; how many nodes are late against all of them goes to the rule. */
function judgeNodes(context: Context, nodes: readonly ProjectNode[]): Finding {
  const { preset, parameters, today } = context
  const late = lateSteps(nodes, today)
  const clause = doneWords(nodes, '个节点')
  const count = { label: '过时限未完成的节点', formula: `共 ${nodes.length} 个节点`, value: `${late.length} 个` }
  if (late.length === 0) {
    const finished = nodes.every((n) => n.doneOn !== null)
    return {
      light: 'green',
      pace: finished ? '已完成' : '达进度',
      clauses: [clause, '各节点均在时限内'],
      steps: [count],
    }
  }
  const yellow: Finding = { light: 'yellow', pace: '欠进度', clauses: [clause, lateWords(late, today)], steps: [count] }
  // As with steps, one late node of three is a third of everything: the share speaks from four nodes on.
  if (nodes.length < 4 || late.length < 2) return yellow
  const all = nodes.length
  const due = nodes.filter((n) => n.doneOn !== null || (n.due !== null && n.due < today)).length
  const plan = rational(due * 100, all)
  const actual = rational((due - late.length) * 100, all)
  const result = preset.progress.run({ plan, actual }, parameters)
  return combine([yellow, fromRule(result, '欠进度', [`按时限应完成 ${due} 个节点，${result.outcome.because}`])])
}

function judgeByPreset(context: Context, nodes: readonly ProjectNode[]): Finding[] {
  const { facts, preset, parameters, today } = context
  if (!preset.project) return []
  const findings: Finding[] = []
  const start = nodes.find((n) => roleOf(n) === 'start')
  if (start?.due && start.doneOn === null) {
    const result = preset.project.start.run({ missed: rational(monthsMissed(start.due, today)) }, parameters)
    if (result.outcome.colour !== 'green') findings.push(fromRule(result, '欠进度', [result.outcome.because]))
  }
  const listing = nodes.find((n) => roleOf(n) === 'listing')
  if (listing && listing.doneOn === null && start?.doneOn) {
    const result = preset.project.listing.run({ months: rational(monthsExceeded(start.doneOn, today)) }, parameters)
    if (result.outcome.colour !== 'green') findings.push(fromRule(result, '欠进度', [result.outcome.because]))
  }
  if (facts.funds) {
    const { required, received } = facts.funds
    const result = preset.project.funds.run({ required: exact(required), received: exact(received) }, parameters)
    if (result.outcome.colour !== 'green') findings.push(fromRule(result, '欠进度', [result.outcome.because]))
  }
  return findings
}
