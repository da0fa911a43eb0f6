import type { TaskRow } from '../text/table.ts'
import type { UnitBook } from '../units/book.ts'
import { readUnitMark } from '../units/marks.ts'
import type { Judged } from './roles.ts'

/** A row of a task table asks for what its task cell says; its columns name who does it. */
export function judgeRow(row: TaskRow, book: UnitBook, firstLeads: boolean): Judged {
  const bare = { clauses: [], targets: [] }
  if (row.head) return { ...bare, role: 'other', why: '表头，说明各列', units: null }
  if (!row.task) return { ...bare, role: 'other', why: '表中没有写任务的一行', units: null }
  const units = row.mark === '' ? null : readUnitMark(row.mark, book, firstLeads)
  return { ...bare, role: 'obligation', why: '任务表中的一行，各列写明由谁办、何时办', units }
}
