import type { Field, NameFinder, Value } from '@yipanqi/model/libraries/field.ts'
import type { FieldShape, LibraryShape } from '../shapes.ts'
import { fieldOf } from './field-of.ts'

/** A field as the screens use it: what the server says of it and the kind that reads, writes and checks it. */
export interface FieldView {
  readonly name: string
  readonly label: string
  readonly shape: FieldShape
  readonly field: Field
}

/** A ledger as the screens use it. */
export interface LibraryView {
  readonly shape: LibraryShape
  readonly fields: readonly FieldView[]
  readonly find: (name: string) => FieldView | undefined
  /** 阶段 as if it were a field, where there is a ladder. */
  readonly stage: FieldView | undefined
  /** Asked, but no column of its own. */
  readonly virtual: readonly FieldView[]
  readonly title: FieldView
}

export type NameOf = NameFinder

export function libraryView(shape: LibraryShape): LibraryView {
  const fields = shape.fields.map((one) => ({ name: one.name, label: one.label, shape: one, field: fieldOf(one) }))
  const stage = shape.stages.length > 0 ? stageView(shape) : undefined
  const virtual = shape.id === 'matters' ? [partView()] : []
  const byName = new Map(fields.map((f) => [f.name, f]))
  if (stage) byName.set('stage', stage)
  for (const one of virtual) byName.set(one.name, one)
  const title = byName.get(shape.title) ?? fields[0]
  if (!title) throw new Error(`library ${shape.id} has no fields`)
  return { shape, fields, find: (name) => byName.get(name), stage, virtual, title }
}

/** Matters are asked for a unit that leads or supports. */
function partView(): FieldView {
  const shape: FieldShape = {
    name: 'unit',
    label: '牵头或配合单位',
    kind: 'unit',
    widget: 'unit',
    required: false,
    system: true,
    target: 'units',
    operators: ['in'],
    sortable: false,
  }
  return { name: shape.name, label: shape.label, shape, field: fieldOf(shape) }
}

/** Stages are asked by id and read by name. */
function stageView(shape: LibraryShape): FieldView {
  const words = new Map(shape.stages.map((s) => [s.id, s.name]))
  const asked: FieldShape = {
    name: 'stage',
    label: '阶段',
    kind: 'choice',
    widget: 'choice',
    required: false,
    system: true,
    choices: shape.stages.map((s) => s.id),
    operators: ['in', 'ne'],
    sortable: true,
  }
  return {
    name: 'stage',
    label: '阶段',
    shape: asked,
    field: { ...fieldOf(asked), format: (value: Value) => words.get(String(value)) ?? String(value) },
  }
}

/** What a person reads in a cell; '' for nothing. */
export function cellText({ field }: FieldView, value: unknown, nameOf?: NameOf): string {
  if (value === null || value === undefined || value === '') return ''
  return field.format(value as Value, nameOf)
}

const figures = new Set(['integer', 'decimal', 'money', 'area', 'percent'])
/** Figures stand at the right edge, so that they can be compared. */
export const isFigure = (field: FieldView): boolean => figures.has(field.shape.kind)

/** `5,000 万元`: a figure in a sentence, with its unit. */
export function figureText(view: FieldView, value: unknown, nameOf?: NameOf): string {
  const text = cellText(view, value, nameOf)
  const unit = view.field.unit ?? view.shape.unit
  if (!text || !unit || text.endsWith(unit)) return text
  return unit === '%' ? `${text}%` : `${text} ${unit}`
}
