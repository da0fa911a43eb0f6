import type { FieldView, LibraryView } from '../fields/view.ts'
import type { LibrarySearch } from '../question/search.ts'

/** Not for a table's cell: too long, or a thing of its own. */
const unfit = new Set(['polygon', 'files'])
export const mayBeColumn = (field: FieldView): boolean => !unfit.has(field.shape.widget)

/** The columns to show: as the address says, else as the ledger begins. The title always stands first. */
export function columnsOf(library: LibraryView, search: LibrarySearch): readonly FieldView[] {
  const names = search.columns?.split(',') ?? usual(library)
  const rest = names.filter((name) => name !== library.title.name).map((name) => library.find(name))
  return [library.title, ...rest.filter((f) => f !== undefined).filter(mayBeColumn)]
}

/** Before anybody chooses; where records climb a ladder the stage is the second thing one wants to see. */
export function usual(library: LibraryView): readonly string[] {
  const names = library.shape.columns
  if (!library.stage || names.includes('stage')) return names
  const [title = library.title.name, ...rest] = names
  return [title, 'stage', ...rest].slice(0, 6)
}

const widths: Readonly<Record<string, number>> = {
  money: 128,
  area: 120,
  percent: 100,
  decimal: 120,
  integer: 100,
  date: 118,
  month: 104,
  year: 80,
  boolean: 84,
  unit: 140,
  leader: 160,
  person: 100,
  phone: 130,
  idNumber: 170,
  choice: 120,
  choices: 160,
  creditCode: 184,
  orgCode: 120,
  projectCode: 210,
  industry: 180,
  division: 150,
  reference: 180,
  longText: 260,
}
/** Least width of a column in px: its usual words, or its head with unit and arrow. What is left is shared out. */
export function widthOf(field: FieldView): number {
  const unit = field.field.unit ?? field.shape.unit
  const head = field.label.length * 13 + (unit ? (unit.length + 2) * 12.5 : 0) + 42
  return Math.max(widths[field.shape.kind] ?? 170, head)
}
export const titleWidth = 320
