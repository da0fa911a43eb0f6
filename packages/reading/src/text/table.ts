import type { Span } from '../types.ts'
import type { Paragraph } from './paragraphs.ts'

/** A row of a task table (任务分解表): where its task stands, and what the columns say of it. */
export interface TaskRow {
  /** Null in the row of column heads and where the row names no task. */
  task: Span | null
  /** `牵头单位：…；配合单位：…` as a mark of units says it; empty where the row has no units. */
  mark: string
  /** 完成时限. */
  due: Span | null
  head: boolean
}

type Column = 'task' | 'goal' | 'lead' | 'answers' | 'support' | 'leader' | 'due'

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['support', /^(?:配合|协办|参与|协同|协助|责任配合)(?:责任)?(?:单位|部门)$/],
  ['lead', /^(?:牵头|主办|主责|第一责任|牵头责任)(?:责任)?(?:单位|部门)$/],
  ['answers', /^(?:责任|承办|实施|落实|办理|执行)(?:单位|部门|主体)(?:及责任人)?$/],
  ['leader', /^(?:牵头|责任|分管|包保|包联|包抓)(?:县级?)?领导$/],
  ['due', /^(?:完成|办结|办理|推进|整改|计划完成)?(?:时限|时间|期限|时间节点|时间要求|时限要求)$/],
  ['goal', /^(?:年度|工作|预期|主要|阶段|具体|全年)*(?:目标|指标|目标值|工作要求|完成标准|工作标准)$/],
  [
    'task',
    /^(?:重点|主要|工作|具体|年度|目标|民生|实事|议定|交办|建设|改革)*(?:任务|工作|事项|内容|项目|举措|措施|问题)(?:名称|内容|分解|及内容)?$/,
  ],
]
const LABELS: Partial<Record<Column, string>> = {
  lead: '牵头单位',
  answers: '责任单位',
  support: '配合单位',
  leader: '牵头领导',
}
const MOST_CELLS = 24
// 县住建局 above and nothing here: the cell was merged downwards.
const MERGED: readonly Column[] = ['lead', 'answers']

/** The cells of a row, blanks trimmed; an empty cell in front, lost with the blanks of the line, is found again. */
function cellsOf(text: string, row: Span): Span[] {
  let from = row.start
  while (from > 0 && /[\t ]/.test(text[from - 1] as string)) from--
  const bar = text[row.start] === '|'
  const mark = bar ? '|' : '\t'
  if (bar) from = row.start + 1
  const cells: Span[] = []
  for (let at = from; at <= row.end && cells.length < MOST_CELLS; at++) {
    if (at < row.end && text[at] !== mark) continue
    let start = from
    let end = at
    while (start < end && /\s/.test(text[start] as string)) start++
    while (end > start && /\s/.test(text[end - 1] as string)) end--
    cells.push({ start, end })
    from = at + 1
  }
  return cells
}

/** What the columns hold, by their heads; null where the row heads no table of tasks with units or times. */
function columnsOf(folded: string, cells: readonly Span[]): (Column | null)[] | null {
  const columns = cells.map((cell): Column | null => {
    const name = folded.slice(cell.start, Math.min(cell.end, cell.start + 16)).replace(/[\s（）]/g, '')
    return COLUMNS.find(([, pattern]) => pattern.test(name))?.[0] ?? null
  })
  const held = new Set(columns)
  const tasks = held.has('task') || held.has('goal')
  return tasks && ['lead', 'answers', 'support', 'due'].some((one) => held.has(one as Column)) ? columns : null
}

const isBand = (folded: string, { start, end }: Span): boolean =>
  end - start <= 30 && !/[。；！？：]/.test(folded.slice(start, end))

/** The rows of task tables among the paragraphs, by index: tab-separated lines under a row that names its columns. */
export function findTaskRows(text: string, folded: string, paragraphs: readonly Paragraph[]): Map<number, TaskRow> {
  const rows = new Map<number, TaskRow>()
  let columns: (Column | null)[] | null = null
  let above = new Map<Column, Span>()
  let banded = false
  for (const [index, paragraph] of paragraphs.entries()) {
    if (!paragraph.row) {
      // A band such as 一、交通保障 parts the rows of one table; a sentence ends it.
      if (columns && isBand(folded, paragraph)) banded = true
      else columns = null
      continue
    }
    const cells = cellsOf(text, paragraph)
    const heads = columnsOf(folded, cells)
    // Behind a band another table may begin: its rows are as wide as the columns only by chance.
    if (banded && columns && !heads && cells.length !== columns.length) columns = null
    banded = false
    if (heads) {
      columns = heads
      above = new Map()
      rows.set(index, { task: null, mark: '', due: null, head: true })
    } else if (columns) rows.set(index, readRow(folded, cells, columns, above))
  }
  return rows
}

function readRow(
  folded: string,
  cells: readonly Span[],
  columns: readonly (Column | null)[],
  above: Map<Column, Span>,
): TaskRow {
  const held = new Map<Column, Span>()
  for (const [order, cell] of cells.entries()) {
    const column = columns[order]
    if (column && cell.end > cell.start && !held.has(column)) held.set(column, cell)
  }
  const task = held.get('task') ?? held.get('goal') ?? null
  const goal = held.get('goal')
  // 建成标准厂房 | 5万平方米: what is to be reached stands in the next cell and belongs to the task.
  const whole = task && goal && goal.start > task.start ? { start: task.start, end: goal.end } : task
  for (const column of MERGED) {
    const cell = held.get(column)
    if (cell) above.set(column, cell)
    else if (above.has(column)) held.set(column, above.get(column) as Span)
  }
  const said = [...held].flatMap(([column, cell]) => {
    const label = LABELS[column]
    return label ? [`${label}：${folded.slice(cell.start, cell.end)}`] : []
  })
  return { task: whole, mark: said.join('；'), due: held.get('due') ?? null, head: false }
}
