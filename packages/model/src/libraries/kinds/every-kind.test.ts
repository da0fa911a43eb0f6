// What holds for every kind: round trips, idempotence, and that no cell breaks a parse.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromColumns, toColumns } from '../columns.ts'
import { columnNames, isIndexed, type CellInput, type Field } from '../field.ts'
import { arbitraryOf } from '../testing/arbitrary.ts'
import { eachField } from '../testing/one-of-each.ts'
import { testingContext, throughCell } from '../testing/round-trip.ts'

const han = /[\u4e00-\u9fff]/
const brought = eachField.filter(([, field]) => field.kind !== 'files')

const cells: fc.Arbitrary<CellInput> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => ({ text })),
  fc
    .string({
      unit: fc.constantFrom(...'0123456789.,，-+/年月日万亿元亩%％E+ 　()（）:°′NEPOLYGON[]{}"是否√×、；\n\u200b'),
      maxLength: 40,
    })
    .map((text) => ({ text })),
  fc.double().map((number) => ({ text: String(number), number })),
  fc.tuple(fc.double({ noNaN: true }), fc.string({ maxLength: 20 })).map(([number, text]) => ({ text, number })),
  fc.integer({ min: -10, max: 3_000_000 }).map((number) => ({ text: String(number), number, date: true })),
  fc.boolean().map((boolean) => ({ text: String(boolean).toUpperCase(), boolean })),
  fc.constantFrom<CellInput>(
    { text: '#DIV/0!', error: true },
    { text: '', formula: true },
    { text: 'x'.repeat(5_000_000) },
    { text: '1'.repeat(100_000) },
    { text: '(((('.repeat(20_000) },
    { text: '\u202e5201' },
  ),
)

describe('every kind', () => {
  it.each(brought)('%s: what is exported reads back unchanged', (_, field) => {
    fc.assert(
      fc.property(arbitraryOf(field), (value) => {
        expect(throughCell(field, value)).toMatchObject({ ok: true, value })
      }),
      { numRuns: 300 },
    )
  })

  it.each(eachField)('%s: a valid value is accepted as it is', (_, field) => {
    fc.assert(
      fc.property(arbitraryOf(field), (value) => {
        expect(field.check(structuredClone(value))).toMatchObject({ ok: true, value })
      }),
    )
  })

  it.each(eachField)('%s: columns keep the value', (_, field) => {
    fc.assert(
      fc.property(arbitraryOf(field), (value) => {
        const kept = toColumns(field, value)
        expect(kept).toHaveLength(field.columns.length)
        expect(kept).not.toContain(null)
        // A driver brings bigint as text.
        const back = kept.map((one, i) => (field.columns[i]?.type === 'bigint' ? String(one) : one))
        expect(fromColumns(field, back)).toEqual(value)
      }),
    )
  })

  it.each(eachField)(
    '%s: no cell breaks it; what it accepts it accepts again; what it refuses it says in Chinese',
    (_, field) => {
      fc.assert(
        fc.property(cells, (cell) => {
          const parsed = field.parse(cell, testingContext)
          if (!parsed.ok) {
            expect(parsed.message).toMatch(han)
            expect(parsed.message.length).toBeLessThan(200)
          } else if (parsed.value !== null) {
            expect(field.check(parsed.value)).toMatchObject({ ok: true, value: parsed.value })
            expect(field.format(parsed.value)).not.toBe('')
            if (field.kind !== 'files')
              expect(throughCell(field, parsed.value)).toMatchObject({ ok: true, value: parsed.value })
          }
        }),
        { numRuns: 300 },
      )
    },
  )

  it.each(eachField)('%s: no JSON breaks its check', (_, field) => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const checked = field.check(json)
        expect(checked.ok || han.test(checked.message)).toBe(true)
        if (checked.ok) expect(field.check(checked.value)).toMatchObject({ ok: true, value: checked.value })
      }),
    )
  })

  it.each(eachField)('%s: nothing is nothing', (_, field: Field) => {
    for (const text of ['', ' ', '　', '\u200b', '—', '-', '/'])
      expect(field.parse({ text }, testingContext)).toEqual({ ok: true, value: null })
    for (const value of [null, '']) expect(field.check(value)).toEqual({ ok: true, value: null })
    expect(toColumns(field, null)).toEqual(field.columns.map(() => null))
    expect(
      fromColumns(
        field,
        field.columns.map(() => null),
      ),
    ).toBeNull()
  })

  it.each(eachField)('%s: an Excel error and a formula without result are told', (_, field: Field) => {
    expect(field.parse({ text: '#REF!', error: true }, testingContext)).toMatchObject({ ok: false })
    expect(field.parse({ text: '', formula: true }, testingContext)).toMatchObject({ ok: false })
  })

  it.each(eachField)('%s: sealed fields are neither asked nor sorted by', (name, field: Field) => {
    if (field.sealed) {
      expect(isIndexed(field)).toBe(false)
      expect(field.sortable).toBe(false)
      expect(field.columns).toEqual([{ suffix: '', type: 'bytea' }])
    }
    for (const column of columnNames(name, field)) expect(column).toMatch(/^[a-z_]+$/)
  })
})
