import { describe, expect, it } from 'vitest'
import {
  blankLedger,
  isWhole,
  moved,
  readChoices,
  readDays,
  referring,
  withField,
  withKind,
  withNewField,
  withoutField,
} from './content.ts'

const two = withNewField(blankLedger('民生与乡村'))

describe('a definition while it is written', () => {
  it('numbers fields on, whatever was taken away', () => {
    const gone = withoutField(two, 'f1', false)
    expect(withNewField(gone).fields.map((f) => f.name)).toEqual(['f2', 'f3'])
    expect(isWhole(gone) && gone.key).toEqual([])
  })

  it('retires what is in force, and takes it back', () => {
    const retired = withoutField(two, 'f2', true)
    expect(retired.fields[1]).toMatchObject({ name: 'f2', retired: true })
    expect(withoutField(retired, 'f2', true)).toEqual(two)
  })

  it('moves a field by one place and no further', () => {
    expect(moved(two, 'f2', -1).fields.map((f) => f.name)).toEqual(['f2', 'f1'])
    expect(moved(two, 'f2', 1)).toEqual(two)
  })

  it('keeps of a kind only what the next one knows', () => {
    const [first] = two.fields
    const money = withKind(first as never, 'money')
    expect(money.measure).toBe('万元')
    expect(withKind(money, 'date')).not.toHaveProperty('measure')
    expect(withField(two, money).fields[0]).toBe(money)
  })

  it('points to the ledger that has a figure, and forgets what it was asked as', () => {
    const [first] = two.fields
    const money = withKind(first as never, 'money')
    const field = referring(money, 'enterprises')
    expect(field).toMatchObject({ kind: 'reference', target: 'enterprises', label: money.label })
    expect(field).not.toHaveProperty('measure')
  })

  it('reads days of reminders as they are written', () => {
    expect(readDays('30天、7, 3')).toEqual([30, 7, 3])
    expect(readDays('一周')).toEqual([0])
    expect(readDays(' ')).toEqual([])
  })

  it('reads options by line or comma, each once', () => {
    expect(readChoices('缺劳力、缺水源\n坡度大，缺水源')).toEqual(['缺劳力', '缺水源', '坡度大'])
  })
})
