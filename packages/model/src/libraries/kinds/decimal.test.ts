import { expect, it } from 'vitest'
import { numeric, read } from '../testing/read.ts'
import { decimal } from './decimal.ts'

const energy = decimal({ label: '能耗', scale: 2, unit: '吨标准煤' })
const ratio = decimal({ label: '容积率', scale: 3 })

it('keeps so many decimals, exactly', () => {
  expect(read(energy, '12.50吨标准煤')).toBe(1250)
  expect(read(energy, numeric(12.55))).toBe(1255)
  expect(read(energy, '12.505')).toBe('refused: 小数位太多，最多 2 位')
  expect(read(ratio, '1.005')).toBe(1005)
  expect(read(ratio, numeric(1.005))).toBe(1005)
})

it('without a unit none is understood', () => {
  expect(read(ratio, '12吨')).toBe('refused: 不认识单位“吨”')
  expect(ratio.unit).toBeUndefined()
})

it('moves the point by its scale', () => {
  expect(energy.scale).toBe(2)
  expect(energy.format(123_456)).toBe('1,234.56')
  expect(() => decimal({ label: 'x', scale: 0 })).toThrow(RangeError)
})
