import { describe, expect, it } from 'vitest'
import { findLibrary } from '@yipanqi/model/libraries/definitions/index.ts'
import { fieldOf } from './field-of.ts'
import type { FieldShape } from '../shapes.ts'

const shape = (kind: string, more: Partial<FieldShape> = {}): FieldShape => ({
  name: 'x',
  label: '栏',
  kind,
  widget: 'text',
  required: false,
  system: false,
  operators: [],
  sortable: false,
  ...more,
})
const context = { today: '2026-05-21', find: () => null }

describe('fields from their shapes', () => {
  it('reads what clerks type in the unit of the field', () => {
    const money = fieldOf(shape('money', { unit: '万元' }))
    expect(money.parse({ text: '1,234.5' }, context)).toMatchObject({ ok: true, value: 1_234_500_000 })
    expect(money.parse({ text: '1.2亿' }, context)).toMatchObject({ ok: true, value: 12_000_000_000 })
    const area = fieldOf(shape('area', { unit: '亩', options: { minimum: 0 } }))
    expect(area.parse({ text: '1公顷' }, context)).toMatchObject({ ok: true, value: 15_000_000 })
    expect(area.parse({ text: '-1' }, context)).toMatchObject({ ok: false, message: '不能是负数' })
  })
  it('checks a credit code as it is typed', () => {
    expect(fieldOf(shape('creditCode')).parse({ text: '9135' }, context).ok).toBe(false)
  })
  it('shows a kind that this page does not know as text', () => {
    expect(fieldOf(shape('kind-of-next-year')).format('甲')).toBe('甲')
  })
  it('writes every shipped field as its own definition does', () => {
    const library = findLibrary('enterprises')
    for (const [name, field] of Object.entries(library?.fields ?? {})) {
      const { label, kind, widget, unit, choices, target, scale } = field
      const seen = fieldOf(
        shape(kind, {
          name,
          label,
          widget,
          ...(unit === undefined ? {} : { unit }),
          ...(choices ? { choices: [...choices] } : {}),
          ...(target === undefined ? {} : { target }),
          ...(scale === undefined ? {} : { scale }),
        }),
      )
      expect(seen.kind, name).toBe(kind)
      if (field.columns[0]?.type === 'bigint' && !target)
        expect(seen.format(123_456_789), name).toBe(field.format(123_456_789))
    }
  })
})
