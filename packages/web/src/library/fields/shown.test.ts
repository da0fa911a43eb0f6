import { describe, expect, it } from 'vitest'
import { sampleLibrary } from '../testing/sample-library.ts'
import { fullText, listText } from './shown.ts'
import type { FieldView } from './view.ts'

const f = (name: string): FieldView => sampleLibrary.find(name) as FieldView
const nobody = () => undefined

describe('values on the screen', () => {
  it('rounds in a list, is exact on the record', () => {
    expect(listText(f('total'), 123_456_789)).toBe('123.46')
    expect(fullText(f('total'), 123_456_789, nobody, '2026-05-21')).toBe('123.456789 万元')
    expect(listText(f('total'), -500_000)).toBe('-0.5')
  })
  it('says days and months as clerks do', () => {
    expect(listText(f('startedOn'), '2026-03-15', nobody, '2026-05-21')).toBe('3月15日')
    expect(fullText(f('plan'), '2025-05', nobody, '2026-05-21')).toBe('2025年5月')
  })
  it('reads codes by their words and stages by their names', () => {
    expect(listText(f('state'), 'under-way')).toBe('办理中')
    expect(listText(f('stage'), 'building')).toBe('在建')
    expect(listText(f('tags'), ['升规', '上市'])).toBe('升规、上市')
  })
  it('is empty for nothing', () => {
    expect(listText(f('total'), null)).toBe('')
    expect(listText(f('name'), undefined)).toBe('')
  })
})
