import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromColumns, toColumns } from '../columns.ts'
import { testingContext, throughCell } from '../testing/round-trip.ts'
import { nameList } from './name-list.ts'

const field = nameList({ label: '别名' })
const read = (text: string) => field.parse({ text }, testingContext)

describe('nameList', () => {
  it.each([
    ['发改委、县发改局', ['发改委', '县发改局']],
    [' 发改委；计 委\n计委，发改委 ', ['发改委', '计委']],
    ['无', null],
    ['', null],
  ])('%s', (text, value) => expect(read(text)).toEqual({ ok: true, value }))

  it.each(['甲', `${'长'.repeat(61)}`, Array.from({ length: 31 }, (_, i) => `名称${i}`).join('、')])(
    'refuses',
    (text) => expect(read(text)).toMatchObject({ ok: false, message: expect.stringMatching(/字|最多/) }),
  )

  it('what is exported and kept reads back unchanged', () => {
    const one = fc.string({ unit: fc.constantFrom(...'县发展和改革委员会（）A-'), minLength: 2, maxLength: 60 })
    fc.assert(
      fc.property(fc.uniqueArray(one, { minLength: 1, maxLength: 30 }), (list) => {
        const checked = field.check(list)
        fc.pre(checked.ok && checked.value !== null)
        const { value } = checked as { value: readonly string[] }
        expect(throughCell(field, value)).toMatchObject({ ok: true, value })
        expect(fromColumns(field, toColumns(field, value))).toEqual(value)
      }),
    )
  })
})
