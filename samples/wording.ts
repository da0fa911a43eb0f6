// One sentence of a report, as a liaison officer would type it.
import { monthOf, type IsoDate } from '@yipanqi/base'
import { isStock } from './plan.ts'
import { economyClauses } from './phrases/economy.ts'
import { behindByTitle } from './phrases/behind.ts'
import { nextMoves, reasons } from './phrases/reasons.ts'
import { societyClauses } from './phrases/society.ts'
import { themeClauses } from './phrases/themes.ts'
import type { Progress } from './progress.ts'
import type { Random } from './random.ts'
import type { SampleMatter } from './types.ts'

export interface Telling {
  readonly matter: SampleMatter
  /** Short name of the lead unit, `乡镇` for a township. */
  readonly voice: string
  readonly day: IsoDate
  readonly now: Progress | null
  readonly before: Progress | null
  /** Points behind the plan on that day. */
  readonly behind: number
  /** Clauses already used for this matter, so that two months do not say the same. */
  readonly used: Set<string>
}

/** `5月20日` */
export const spoken = (d: IsoDate): string => `${Number(d.slice(5, 7))}月${Number(d.slice(8, 10))}日`

const number = (x: number): string => String(Math.round(x * 100) / 100)

/** What this matter is about, else what its unit does. */
function poolOf({ matter, voice }: Telling): readonly string[] {
  if (matter.kind === '制度成果') return policyClauses
  const theme = Object.keys(themeClauses).find((words) => words.split('|').some((word) => matter.title.includes(word)))
  const pool = (theme && themeClauses[theme]) || economyClauses[voice] || societyClauses[voice]
  if (!pool) throw new Error(`no clauses for ${voice}`)
  return pool
}

/** The next of a pool that was not used since all of them were. */
function unused(pool: readonly string[], used: Set<string>, random: Random): string {
  if (pool.every((item) => used.has(item))) for (const item of pool) used.delete(item)
  const item = random.pick(pool.filter((each) => !used.has(each)))
  used.add(item)
  return item
}

function clauseOf(telling: Telling, random: Random): string {
  const clause = unused(poolOf(telling), telling.used, random)
  // Later numbers of the same size in a clause are parts of the first one, so they never exceed it.
  const top = { a: 9, b: 38, c: 260 }
  return clause.replace(/\{([abc])\}/g, (_, size: 'a' | 'b' | 'c') => {
    const low = { a: 2, b: 10, c: 45 }[size]
    const n = random.int(Math.min(low, top[size]), top[size])
    top[size] = n
    return String(n)
  })
}

function indicatorFigure({ matter, day, now, before }: Telling, random: Random): string {
  const target = matter.target
  if (!target || now?.value === null || now === null) return ''
  const value = number(now.value ?? 0)
  const month = monthOf(day)
  if (target.basis === 'change') {
    // Figures of a month are out in the next one; January has none of its own.
    if (month <= 2) return '一季度预计数正在测算'
    const span = matter.cadence === 'quarterly' ? quarterWords(month) : `1—${month - 1}月`
    return `${span}${target.indicator}${value}%，年度目标${number(target.value)}%`
  }
  if (target.basis === 'share') return `目前${target.indicator}${value}%，目标${number(target.value)}%`
  if (isStock(target)) return `目前${target.indicator}${value}${target.unit}，目标${number(target.value)}${target.unit}`
  const delta = (now.value ?? 0) - (before?.value ?? 0)
  const goal = `${number(target.value)}${target.unit}`
  const frames = [
    `截至${spoken(day)}，累计完成${value}${target.unit}，占目标的${now.percent.toFixed(1)}%`,
    `累计完成${value}${target.unit}，目标${goal}`,
    delta > 0
      ? `较上次新增${number(delta)}${target.unit}，累计${value}${target.unit}，完成率${now.percent.toFixed(1)}%`
      : `累计${value}${target.unit}，较上次持平`,
  ]
  return random.pick(frames)
}

/** 一季度, 上半年, 前三季度: what has been counted by that month. */
function quarterWords(month: number): string {
  if (month <= 3) return '一季度预计'
  if (month <= 6) return month < 6 ? '一季度' : '上半年预计'
  if (month <= 9) return month < 9 ? '上半年' : '前三季度预计'
  return month < 12 ? '前三季度' : '全年预计'
}

/** Two reasons and next moves of the matter itself, else of its kind. */
function behindText({ matter, used }: Telling, random: Random): string {
  const own = Object.entries(behindByTitle).find(([words]) => matter.title.includes(words))?.[1]
  const reason = unused(own?.reasons ?? reasons[matter.kind], used, random)
  return `主要是${reason}，${unused(own?.next ?? nextMoves[matter.kind], used, random)}`
}

function stepFigure({ matter, now, before }: Telling): string {
  const done = now?.stepsDone ?? 0
  const last = matter.steps[done - 1]?.name
  const next = matter.steps[done]?.name
  if (done === 0) return `${next ?? ''}工作已启动`
  if (!next) return `${last}已完成，全部${matter.steps.length}个节点到位`
  return done > (before?.stepsDone ?? 0) ? `${last}已完成，转入${next}` : `正在抓紧${next}`
}

const policyClauses = [
  '召开论证会{a}次，企业代表参加',
  '征求意见{b}条，采纳{b}条',
  '对照上级文件逐条核对，修改{a}处',
  '赴兄弟县区学习做法',
  '组织相关部门会商{a}次',
  '对可能增加企业负担的条款逐条评估',
]

/** The step that is being worked on when nothing was finished since the last report. */
const policyUnderWay: Readonly<Record<string, string>> = {
  起草: '已成立起草小组，正在调研起草',
  征求意见: '正在征求部门和乡镇意见',
  合法性审查: '已送县司法局合法性审查',
  公平竞争审查: '正在开展公平竞争审查',
  审议: '已列入会议议题，等待审议',
  印发: '已审议通过，正在核稿走文',
}

const policyFigures: Readonly<Record<string, string>> = {
  起草: '初稿已完成，转入征求意见',
  征求意见: '已征求部门和乡镇意见并逐条答复，转入合法性审查',
  合法性审查: '县司法局已出具合法性审查意见，按意见修改',
  公平竞争审查: '公平竞争审查已通过，等待提请审议',
  审议: '已提请会议审议通过，正在走文',
  印发: '文件已正式印发',
}

function policyFigure({ matter, now, before }: Telling): string {
  const done = now?.stepsDone ?? 0
  const moved = done > (before?.stepsDone ?? 0)
  const step = matter.steps[moved ? done - 1 : Math.min(done, matter.steps.length - 1)]?.name ?? ''
  return (moved ? policyFigures : policyUnderWay)[step] ?? `${step}正在办理`
}

function figureOf(telling: Telling, random: Random): string {
  const { matter, now } = telling
  switch (matter.kind) {
    case '指标':
      return indicatorFigure(telling, random)
    case '清查建账':
      return `已核查${number(now?.value ?? 0)}${matter.coverage?.unit ?? ''}，覆盖率${(now?.percent ?? 0).toFixed(1)}%`
    case '项目节点':
      return stepFigure(telling)
    case '制度成果':
      return policyFigure(telling)
    case '常态':
      return ''
  }
}

export function reportText(telling: Telling, random: Random): string {
  const { matter } = telling
  const figure = figureOf(telling, random)
  if (matter.kind === '常态') {
    const lead = matter.target ? `${monthOf(telling.day)}月${matter.target.indicator}${keptAt(matter, random)}，` : ''
    return `${lead}${clauseOf(telling, random)}，${clauseOf(telling, random)}。`
  }
  if (telling.behind >= 10) return `${figure}；${behindText(telling, random)}。`
  return `${figure}；${clauseOf(telling, random)}。`
}

/** A 常态 figure is kept on the right side of its line. */
function keptAt(matter: SampleMatter, random: Random): string {
  const target = matter.target
  if (!target) return ''
  const high = target.unit === '%' && target.relation !== '<=' && target.value > 50
  const room = high ? (100 - target.value) * 0.7 : target.value * 0.2
  const shift = Math.round(random.next() * room * 10) / 10
  const value = target.relation === '<=' ? target.value - shift : target.value + shift
  return `${number(value)}${target.unit}`
}

export const closeText = (matter: SampleMatter): string => `已达到完成标志：${matter.doneWhen}。佐证已附，申请核查。`

export function verifyText(matter: SampleMatter, random: Random): string {
  const seen = random.int(2, 6)
  return matter.kind === '常态'
    ? `查阅台账${seen}份，机制运行正常，转入常态推进。`
    : `查阅佐证${seen}份，${random.pick(['抽查现场核对一致', '与主管部门数据核对一致', '电话核实服务对象无异议'])}，符合完成标志，同意销号。`
}

export const returnText = (random: Random): string =>
  random.pick(['佐证只有汇总数，请补充明细后再报。', '现场与上报数有出入，请核实后再报。', '缺验收文件编号，请补充。'])

export function evidenceOf(
  matter: SampleMatter,
  day: IsoDate,
  now: Progress | null,
  before: Progress | null,
  random: Random,
): readonly string[] {
  const month = `${monthOf(day)}月`
  switch (matter.kind) {
    case '指标':
      return [`${month}${matter.target?.indicator ?? ''}台账.xlsx`]
    case '清查建账':
      return [`核查台账（截至${spoken(day)}）.xlsx`]
    case '常态':
      return [random.pick([`${month}工作台账.xlsx`, `${month}通报.pdf`, `${month}会商纪要.pdf`])]
    default: {
      // A paper proves its step once; the same file a second time would have to be explained.
      const done = now?.stepsDone ?? 0
      return matter.steps.slice(before?.stepsDone ?? 0, done).map((step) => `${step.name}佐证.pdf`)
    }
  }
}
