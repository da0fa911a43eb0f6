import { describe, expect, it } from 'vitest'
import { generalText, roundedText } from './decimal-text.ts'
import { numberFormat } from './number-format.ts'
import { isoOfSerial, serialOfIso } from './serial.ts'

const shown = (code: string | number, value: number) =>
  typeof code === 'number' ? numberFormat(code)?.text(value) : numberFormat(999, code)?.text(value)

describe('numbers as a person sees them', () => {
  it.each<[string | number, number, string]>([
    [1, 1234.5, '1235'],
    [2, 1.005, '1.01'],
    [4, -1234567.891, '-1,234,567.89'],
    [9, 0.125, '13%'],
    [10, -0.12345, '-12.35%'],
    [11, 12345, '1.23E+04'],
    ['0.00E+00', 9.999, '1.00E+01'],
    ['#,##0.00_ ;[Red]\\-#,##0.00\\ ', -5, '-5.00 '],
    ['¥#,##0', -5, '-¥5'],
    ['[$¥-804]#,##0.00', 5, '¥5.00'],
    ['0"万元"', 12, '12万元'],
    ['0!.0,"万元"', 125_000, '12.5万元'],
    ['0.00,,"百万"', 1_234_567, '1.23百万'],
    ['0000000', 35, '0000035'],
    ['000-0000-0000', 13_800_001_111, '138-0000-1111'],
    ['#', 0, ''],
    ['0.##', 1.5, '1.5'],
    ['0.##', 1, '1.'],
    ['0;(0);"无"', -3, '(3)'],
    ['0;(0);"无"', 0, '无'],
    ['0.0', -0.04, '0.0'],
    ['General"元"', -5, '-5元'],
    ['0', 913_501_000_000_000_000, '913501000000000000'],
  ])('%s of %d is %s', (code, value, text) => expect(shown(code, value)).toBe(text))

  it('general: what is exact stands, what is lost shows', () => {
    expect([0, -0, 0.1 + 0.2, 1e15, 123456789012345, 1e-10, -12.5].map(generalText)).toEqual([
      '0',
      '0',
      '0.3',
      '1E+15',
      '123456789012345',
      '1E-10',
      '-12.5',
    ])
  })

  it('rounds the decimal digits, half away from zero', () => {
    expect([roundedText(0.5, 0), roundedText(2.5, 0), roundedText(9.995, 2), roundedText(0.004, 2)]).toEqual([
      '1',
      '3',
      '10.00',
      '0.00',
    ])
  })
})

describe('days and times', () => {
  it.each<[string | number, number, string]>([
    [14, 45000, '2023/3/15'],
    [31, 45000, '2023年3月15日'],
    [57, 45000, '2023年3月'],
    ['yyyy-mm-dd hh:mm:ss', 45000.75, '2023-03-15 18:00:00'],
    ['yyyy-mm-dd hh:mm', 45000.999999, '2023-03-16 00:00'],
    ['h:mm AM/PM', 0.75, '6:00 PM'],
    ['上午/下午h"时"', 0.25, '上午6时'],
    ['[h]:mm', 1.5, '36:00'],
    ['mm:ss.0', 0.5, '00:00.0'],
    ['aaaa', 45000, '星期三'],
    ['d-mmm-yy', 45000, '15-Mar-23'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 45000, '2023年3月15日'],
    ['[$-F800]dddd, mmmm dd, yyyy', 45000, 'Wednesday, March 15, 2023'],
    ['e"年"', 45000, '2023年'],
  ])('%s of %d is %s', (code, value, text) => expect(shown(code, value)).toBe(text))

  it('are dates when a day shows, not when only a clock does', () => {
    const date = (code: string) => numberFormat(999, code)?.date
    expect(['yyyy', 'm"月"', 'h:mm', '[h]:mm:ss', '0.00', '"日期"0', 'mm:ss', '[Red]0'].map(date)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ])
    expect(numberFormat(0)).toBeNull()
    expect(numberFormat(999, 'General')).toBeNull()
    expect(numberFormat(999, 'G/通用格式')).toBeNull()
  })

  it('serials and ISO days', () => {
    expect([1, 59, 60, 61, 45000, 2_958_465, 0, -1, 2_958_466].map(isoOfSerial)).toEqual([
      '1900-01-01',
      '1900-02-28',
      null,
      '1900-03-01',
      '2023-03-15',
      '9999-12-31',
      null,
      null,
      null,
    ])
    expect(['1900-03-01', '2023-03-15', '1900-02-28', '2023-02-30', '2023-3-1'].map(serialOfIso)).toEqual([
      61,
      45000,
      null,
      null,
      null,
    ])
  })
})
