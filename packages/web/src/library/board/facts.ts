import { listText } from '../fields/shown.ts'
import { type FieldView, isFigure, type LibraryView, type NameOf } from '../fields/view.ts'

export interface Fact {
  name: string
  text: string
}

/** Two facts about a record for its card, from the list's own columns: what is filled in, figures with their units. */
export function factsOf(
  library: LibraryView,
  values: Readonly<Record<string, unknown>>,
  nameOf: NameOf,
  today: string,
  most = 2,
): readonly Fact[] {
  const facts: Fact[] = []
  for (const name of library.shape.columns) {
    const field = library.find(name)
    if (!field || name === library.title.name || name === 'stage' || facts.length === most) continue
    const text = listText(field, values[name], nameOf, today)
    if (text !== '' && text !== '0') facts.push({ name, text: worded(field, text) })
  }
  return facts
}

/** A figure and a day need to be named, a word says itself what it is. */
function worded(field: FieldView, text: string): string {
  if (!isFigure(field))
    return ['date', 'month', 'year', 'boolean'].includes(field.shape.kind) ? `${field.label} ${text}` : text
  const unit = field.field.unit ?? field.shape.unit ?? ''
  return unit === '%' ? `${field.label} ${text}%` : `${field.label} ${text}${unit && ` ${unit}`}`
}
