import { describe, expect, it } from 'vitest'
import type { Field, ParseContext } from '../field.ts'
import { leader } from './leader.ts'
import { reference } from './reference.ts'
import { unit } from './unit.ts'

const context: ParseContext = {
  today: '2026-11-24',
  find: (target, text) => (target === 'units' && text === '发展和改革局' ? 7 : text === '中心小学' ? 'several' : null),
}
const lead = unit({ label: '责任单位' })
const read = (field: Field, text: string) => field.parse({ text }, context)

describe('unit, leader, reference', () => {
  it('finds by the cleaned name', () => {
    expect(read(lead, ' 发展和\n改革局 ')).toEqual({ ok: true, value: 7 })
    expect(lead.lookup?.({ text: '发展和 改革局' })).toEqual({ target: 'units', text: '发展和改革局' })
  })

  it('says who is not found, and who is found twice', () => {
    expect(read(lead, '某局')).toEqual({ ok: false, message: '找不到单位“某局”，请写名录里的名称' })
    expect(read(lead, '中心小学')).toMatchObject({ message: '有几个单位都叫“中心小学”，请写全称或代码' })
    expect(read(leader({ label: '包联' }), '张三')).toMatchObject({ message: '找不到县领导“张三”，请写名录里的名称' })
  })

  it('looks nothing up for an empty, broken or endless cell', () => {
    for (const cell of [{ text: '' }, { text: '—' }, { text: '#N/A', error: true }, { text: '长'.repeat(300) }])
      expect(lead.lookup?.(cell)).toBeNull()
    expect(read(lead, '长'.repeat(300))).toMatchObject({ ok: false })
  })

  it('points to its library', () => {
    const firm = reference({ label: '企业', to: 'enterprises', noun: '企业' })
    expect(firm.target).toBe('enterprises')
    expect(firm.format(3, (target, id) => `${target}/${id}`)).toBe('enterprises/3')
    expect(firm.format(3)).toBe('企业 3')
  })

  it('checks ids', () => {
    for (const bad of ['7', 0, -1, 1.5, 2 ** 53])
      expect(lead.check(bad)).toEqual({ ok: false, message: '要选一个单位' })
  })
})
