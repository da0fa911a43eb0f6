import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumeral } from './numerals.ts'
import { toFixed, toNumber } from './rational.ts'

const value = (text: string): number | null => {
  const r = parseNumeral(text)
  return r && toNumber(r)
}

describe('parseNumeral', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['1,234.5', 1234.5],
    ['１２．５', 12.5],
    ['-3', -3],
    ['负三', -3],
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百二十三', 123],
    ['一百零五', 105],
    ['一百〇五', 105],
    ['一千零一十', 1010],
    ['两千四百五', 2450],
    ['三百一', 310],
    ['三万五', 35000],
    ['三万零五', 30005],
    ['二〇二六', 2026],
    ['壹佰贰拾叁', 123],
    ['肆佰叁拾萬', 4_300_000],
    ['一亿二千万', 120_000_000],
    ['一万二千亿', 1_200_000_000_000],
    ['六十四万零一百四十三', 640143],
    ['1.2万', 12000],
    ['1.2万亿', 1.2e12],
    ['4.78万亿', 4.78e12],
    ['5亿3000万', 530_000_000],
    ['3千万', 30_000_000],
    ['9佰', 900],
    ['一点五', 1.5],
    ['三点二万', 32000],
    ['三点一四', 3.14],
    ['百分之十二点五', 0.125],
    ['百分之百', 1],
    ['千分之三', 0.003],
    ['三分之二', 2 / 3],
    ['6.5%', 0.065],
    ['3‰', 0.003],
    ['一又二分之一', 1.5],
    ['三十五又千分之三', 35.003],
    ['四万万', 400_000_000],
    ['一五〇万', 1_500_000],
    ['七成', 0.7],
    ['七成五', 0.75],
    ['七成半', 0.75],
    ['10成', 1],
    ['两倍', 2],
    ['1.5倍', 1.5],
    ['半', 0.5],
  ])('%s', (text, expected) => {
    expect(value(text)).toBe(expected)
  })

  it.each([
    '',
    '万',
    '几',
    '数百',
    '十几',
    '一百多',
    '百百',
    '三个',
    '十四五',
    '三五百',
    '三五万',
    '二又三',
    '又二分之一',
    'abc',
    '1.2.3',
    '分之二',
    '零分之一',
    '%',
    '成',
    '一'.repeat(65),
  ])('refuses %s', (text) => {
    expect(parseNumeral(text)).toBeNull()
  })

  it('reads any decimal exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }), (n, places) => {
        const digits = n.toString().padStart(places + 1, '0')
        const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
        const read = parseNumeral(text)
        expect(read && toFixed(read, places)).toBe(text)
      }),
    )
  })

  it('reads back every number up to 99,999 written in characters', () => {
    const digits = '零一二三四五六七八九'
    const write = (n: number): string => {
      let out = ''
      let gap = false
      for (const [scale, word] of [
        [10000, '万'],
        [1000, '千'],
        [100, '百'],
        [10, '十'],
        [1, ''],
      ] as const) {
        const digit = Math.floor(n / scale) % 10
        if (digit === 0) gap = out !== ''
        else {
          out += (gap ? '零' : '') + digits[digit] + word
          gap = false
        }
      }
      return out
    }
    for (let n = 1; n < 100_000; n += 7) expect([write(n), value(write(n))]).toEqual([write(n), n])
  })

  it('never throws', () => {
    const text = fc.string({ unit: fc.constantFrom(...'一二十百千万亿零点成分之倍半%.,0123负-') })
    fc.assert(
      fc.property(text, (s) => {
        expect(() => parseNumeral(s)).not.toThrow()
      }),
    )
  })
})
