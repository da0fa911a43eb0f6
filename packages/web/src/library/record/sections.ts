import type { FieldView, LibraryView } from '../fields/view.ts'

export interface Section {
  readonly name: string
  readonly fields: readonly FieldView[]
}

/** Fields that stand together, in the order in which the definition first names their section. */
export function sectionsOf(library: LibraryView, fields: readonly FieldView[] = library.fields): readonly Section[] {
  const names = [...new Set(fields.map((f) => f.shape.section ?? '基本情况'))]
  return names.map((name) => ({ name, fields: fields.filter((f) => (f.shape.section ?? '基本情况') === name) }))
}
