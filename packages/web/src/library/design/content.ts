// A definition while it is being written. Pure: the server says what is wrong with it.
import type { OwnContent } from '@yipanqi/model/libraries/own/api.ts'
import type { OwnDefinition, OwnField } from '@yipanqi/model/libraries/own/definition.ts'

export type { OwnField }
/** Additional fields have no name of their own. */
export type Content = OwnContent
export const isWhole = (content: Content): content is OwnDefinition => 'title' in content

const field = (name: string, more: Partial<OwnField> = {}): OwnField => ({
  name,
  label: '',
  kind: 'text',
  aliases: [],
  help: '',
  section: '',
  required: false,
  retired: false,
  because: '',
  ...more,
})

export const blankLedger = (group: string): OwnDefinition => ({
  name: '',
  noun: '',
  measure: '条',
  purpose: '',
  group,
  open: false,
  fields: [field('f1', { label: '名称', required: true })],
  title: 'f1',
  key: ['f1'],
  columns: [],
})
export const blankExtra = (): Content => ({ fields: [] })

/** Names are never used again, not even of a field that was only drafted. */
export function withNewField(content: Content): Content {
  const last = Math.max(0, ...content.fields.map((f) => Number(f.name.slice(1))))
  return { ...content, fields: [...content.fields, field(`f${last + 1}`)] }
}

export const withField = (content: Content, changed: OwnField): Content => ({
  ...content,
  fields: content.fields.map((f) => (f.name === changed.name ? changed : f)),
})

/** A field that is in force is retired; one that was only drafted goes. */
export function withoutField(content: Content, name: string, inForce: boolean): Content {
  if (inForce)
    return { ...content, fields: content.fields.map((f) => (f.name === name ? { ...f, retired: !f.retired } : f)) }
  const fields = content.fields.filter((f) => f.name !== name)
  if (!isWhole(content)) return { ...content, fields }
  return {
    ...content,
    fields,
    key: content.key.filter((k) => k !== name),
    columns: content.columns.filter((c) => c !== name),
  }
}

export function moved(content: Content, name: string, by: -1 | 1): Content {
  const at = content.fields.findIndex((f) => f.name === name)
  const to = at + by
  const other = content.fields[to]
  const self = content.fields[at]
  if (!self || !other) return content
  const fields = [...content.fields]
  fields[at] = other
  fields[to] = self
  return { ...content, fields }
}

/** Only what the kind knows goes along, so that a change of mind leaves nothing behind. */
export function withKind(one: OwnField, kind: OwnField['kind']): OwnField {
  const { choices: _c, measure: _m, places: _p, target: _t, sees: _s, ...rest } = one
  return {
    ...rest,
    kind,
    ...(kind === 'choice' || kind === 'choices' ? { choices: one.choices ?? [] } : {}),
    ...(kind === 'money' ? { measure: '万元' } : kind === 'area' ? { measure: '亩' } : {}),
    ...(kind === 'decimal' ? { places: 2 } : {}),
    ...(kind === 'unit' ? { sees: true } : {}),
  }
}

/** Options as a clerk writes them: one a line, or with commas between. */
export const readChoices = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n、，,；;]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
]

/** 30、7 as a clerk writes days; what is no number goes to the server as it cannot be right. */
export const readDays = (text: string): number[] =>
  text
    .split(/[、，,；;\s]/)
    .map((word) => word.replace(/天$/, ''))
    .filter((word) => word !== '')
    .map((word) => (/^\d{1,4}$/.test(word) ? Number(word) : 0))

/** 此数已有, answered: the field points to the ledger that has it, and nobody writes the figure again. */
export const referring = (one: OwnField, library: string): OwnField => ({
  ...withKind(one, 'reference'),
  target: library,
})
