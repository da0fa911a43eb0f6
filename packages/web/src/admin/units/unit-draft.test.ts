import { expect, it } from 'vitest'
import { emptyHeir, emptyUnit, heirBody, heirFaults, numbersOf, unitFaults } from './unit-draft.ts'

it('names what is missing', () => {
  expect(Object.keys(unitFaults(emptyUnit))).toEqual(['name', 'short', 'kind'])
  expect(unitFaults({ ...emptyUnit, name: '县数据局', short: '数据局', kind: '政府' })).toEqual({})
  expect(heirFaults(emptyHeir)).toEqual({ unit: '请选承接单位' })
  expect(heirFaults({ ...emptyHeir, unit: 3 })).toEqual({})
  expect(Object.keys(heirFaults({ ...emptyHeir, mode: 'new' }))).toEqual(['name', 'short', 'kind'])
})

it('sends one of the two, never both', () => {
  expect(heirBody({ ...emptyHeir, unit: 3 })).toEqual({ unit: 3 })
  const open = { ...emptyUnit, name: ' 县数据局 ', short: '数据局', kind: '政府' }
  expect(heirBody({ mode: 'new', unit: 3, open })).toEqual({
    open: { name: '县数据局', short: '数据局', kind: '政府', parent: null, mayLead: true },
  })
})

it('reads pasted numbers', () => {
  expect(numbersOf(' 2026-0001、2026-0002\n2026-0003，2026-0001 ')).toEqual(['2026-0001', '2026-0002', '2026-0003'])
  expect(numbersOf('  ')).toEqual([])
})
