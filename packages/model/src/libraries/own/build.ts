// A definition as data becomes a library like any shipped one: everything made from a library is then there for it.
import { defineLibrary, type Library } from '../define-library.ts'
import type { Field, Fields } from '../field.ts'
import type { OwnDefinition, OwnField, SlotMap } from './definition.ts'
import { fieldOf } from './kinds.ts'
import { extraRoom, isIndexedSlot, ownRoom, type SlotRoom } from './slots.ts'

/** Ids of a county's own ledgers begin so; no shipped library's id ever does. */
export const ownPrefix = 'own-'
export const isOwnId = (id: string): boolean => id.startsWith(ownPrefix)
export const ownTable = 'own_record'

export interface BuildContext {
  /** The word of a referenced library's record; undefined: there is no such library. */
  nounOf(library: string): string | undefined
  /** Past its end: shown and exported, asked no more. */
  readonly ended: boolean
}

const retiredSection = '已停用的栏目'

function fieldsOf(
  fields: readonly OwnField[],
  slots: SlotMap,
  room: SlotRoom,
  context: BuildContext,
  taken: ReadonlySet<string>,
): Fields {
  const heads = new Set(taken)
  for (const field of fields) if (!field.retired) heads.add(field.label)
  const out: Record<string, Field> = {}
  for (const field of fields) {
    const slot = slots[field.name]
    if (slot === undefined) continue
    out[fieldName(room, field)] = fieldOf(
      field,
      {
        label: field.retired ? retiredLabel(field, heads) : field.label,
        column: slot,
        ...(field.retired || field.aliases.length === 0 ? {} : { aliases: field.aliases }),
        ...(field.help === '' ? {} : { help: field.help }),
        ...sectionOf(field, room),
        ...(field.required && !field.retired && !context.ended ? { required: true } : {}),
        // Shown and exported, never asked again.
        ...(field.retired || (room === extraRoom && context.ended) ? { system: true } : {}),
        ...(isIndexedSlot(room, slot) ? {} : { unindexed: true }),
      },
      (library) => context.nounOf(library) ?? '记录',
    )
  }
  return out
}

/** A later field may bear the name that a retired one gave up. */
function retiredLabel(field: OwnField, heads: Set<string>): string {
  let label = `${field.label}（停用）`
  if (heads.has(label)) label = `${field.label}（停用 ${field.name}）`
  heads.add(label)
  return label
}

const sectionOf = (field: OwnField, room: SlotRoom): { section?: string } => {
  if (field.retired) return { section: retiredSection }
  if (field.section !== '') return { section: field.section }
  return room === extraRoom ? { section: '县里增加的栏目' } : {}
}

/** Fields of the county stand beside shipped ones under names of their own. */
const fieldName = (room: SlotRoom, field: OwnField): string => (room === extraRoom ? `x${field.name}` : field.name)

/** Builds the library of an approved definition. Throws only where the definition was never checked. */
export function buildOwnLibrary(id: string, definition: OwnDefinition, slots: SlotMap, context: BuildContext): Library {
  const fields = fieldsOf(definition.fields, slots, ownRoom, context, new Set())
  const live = definition.fields.filter((f) => !f.retired && Object.hasOwn(fields, f.name))
  const listable = live.filter((f) => !['long-text', 'files'].includes(f.kind)).map((f) => f.name)
  const asked = definition.columns.filter((name) => Object.hasOwn(fields, name))
  const columns = [...new Set([definition.title, ...(asked.length > 0 ? asked : listable)])].slice(0, 6)
  const words = live.filter((f) => ['text', 'credit-code', 'project-code'].includes(f.kind)).map((f) => f.name)
  const place = live.find((f) => f.kind === 'point')?.name
  const { name, noun, measure, purpose, group, open, title, key } = definition
  return defineLibrary<Fields>({
    id,
    table: ownTable,
    name,
    noun,
    measure,
    purpose,
    group,
    fields,
    title,
    search: [...new Set([title, ...words])].slice(0, 6),
    unique: [key],
    audience: { units: live.filter((f) => f.kind === 'unit' && f.sees).map((f) => f.name), open },
    columns,
    sort: 'updated',
    narrow: [title],
    sums: live.filter((f) => ['integer', 'decimal', 'money', 'area'].includes(f.kind)).map((f) => f.name),
    ...(place === undefined ? {} : { map: place }),
    ...(context.ended ? { readOnly: true } : {}),
  })
}

/** A shipped library with the county's additional fields behind its own. A head that has meanwhile been shipped wins. */
export function extendLibrary(
  library: Library,
  fields: readonly OwnField[],
  slots: SlotMap,
  context: BuildContext,
): Library {
  const heads = new Set(headsOf(library))
  const free = fields.map((field) => {
    const aliases = field.aliases.filter((head) => !heads.has(head))
    return { ...field, aliases, label: heads.has(field.label) ? `${field.label}（县里增加）` : field.label }
  })
  return { ...library, fields: { ...library.fields, ...fieldsOf(free, slots, extraRoom, context, heads) } }
}

/** Every head that fields of a library answer to. */
export const headsOf = (library: Library): readonly string[] =>
  Object.values(library.fields).flatMap((field) => [field.label, ...(field.aliases ?? [])])
