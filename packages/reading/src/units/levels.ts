import type { UnitEntry } from '../types.ts'
import type { UnitBook } from './book.ts'

const ABOVE = /^(?:[\u4e00-\u9fff]{2,3}(?:省|市|州|自治区)|省|市|州|自治区)(?=.{2})/

/**
 * The forms that the county's own unit of the same trade may be called by: 省发展改革委 → 发展改革委, 发展改革局;
 * 省经信厅 → 经信局; 省委组织部 → 组织部.
 */
export function counterpartForms(written: string): string[] {
  const bare = written
    .trim()
    .replace(ABOVE, '')
    .replace(/^委(?=.{2})/, '')
  const office = bare.replace(/(?:厅|委员会|委|总队)$/, '局')
  return [...new Set([bare, office, bare.replace(/厅$/, '和局'), office.replace(/办公室$/, '办')])].filter(
    (form) => form.length >= 3,
  )
}

/** The county's unit that does at home what a unit of province or city does above; null where it is no such unit. */
export function counterpartOf(written: string, book: UnitBook): UnitEntry | null {
  if (!ABOVE.test(written.trim())) return null
  for (const form of counterpartForms(written)) {
    const entry = book.entryOf(form)
    if (entry) return entry
  }
  return null
}
