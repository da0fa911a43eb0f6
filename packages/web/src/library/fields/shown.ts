import { day } from '../../format/dates.ts'
import { grouped } from '../../format/numbers.ts'
import { cellText, type FieldView, figureText, isFigure, type NameOf } from './view.ts'

/** `2026-05` → `5月` this year, `2025年5月` otherwise. */
export function monthWords(month: string, today: string): string {
  const short = `${Number(month.slice(5, 7))}月`
  return month.slice(0, 4) === today.slice(0, 4) ? short : `${Number(month.slice(0, 4))}年${short}`
}

function dated(field: FieldView, value: unknown, today: string): string | null {
  if (typeof value !== 'string') return null
  if (field.shape.kind === 'date') return day(value, today)
  return field.shape.kind === 'month' ? monthWords(value, today) : null
}

/** A value on a record's page: exact, with its unit. */
export function fullText(field: FieldView, value: unknown, nameOf: NameOf, today: string): string {
  return dated(field, value, today) ?? figureText(field, value, nameOf)
}

/** A value in a list: figures to two decimals at most, so that a column can be compared; the record has them all. */
export function listText(field: FieldView, value: unknown, nameOf?: NameOf, today = ''): string {
  const days = dated(field, value, today)
  if (days !== null) return days
  const text = cellText(field, value, nameOf)
  return isFigure(field) && /\.\d{3}/.test(text) ? grouped(Number(text.replaceAll(',', ''))) : text
}
