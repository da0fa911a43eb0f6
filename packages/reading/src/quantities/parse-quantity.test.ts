import { parseNumeral, toNumber } from '@yipanqi/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeNumeral } from '../testing-numerals.ts'
import { findTargets } from './index.ts'
import { MAX_PHRASE, parseQuantity } from './parse-quantity.ts'

/** relation value[–to] unit = normal[–to] base [basis]: one line a quantity. */
const line = (text: string): string => {
  const q = parseQuantity(text)
  if (q === null) return 'none'
  const value = q.masked ? '?' : `${q.value}${q.to === undefined ? '' : `–${q.to}`}`
  const normal = q.normal
    ? `${q.normal.value}${q.normal.to === undefined ? '' : `–${q.normal.to}`} ${q.normal.unit}`
    : '?'
  return `${q.relation} ${value} ${q.unit} = ${normal}${q.basis === undefined ? '' : ` ${q.basis}`}`.replace(
    / {2,}/g,
    ' ',
  )
}

it('prints no more than was promised for a plain level', () => {
  expect(JSON.stringify(parseQuantity('不少于1.2万亿元'))).toBe(
    '{"relation":">=","value":1.2,"unit":"万亿元","normal":{"value":1200000000000,"unit":"元"}}',
  )
})

describe('parseQuantity: numbers in every way of writing', () => {
  it.each([
    ['35亿元', '= 35 亿元 = 3500000000 元'],
    ['３５亿元', '= 35 亿元 = 3500000000 元'],
    ['1,234.5万元', '= 1234.5 万元 = 12345000 元'],
    ['82，225.00元', '= 82225 元 = 82225 元'],
    ['1.2万亿元', '= 1.2 万亿元 = 1200000000000 元'],
    ['三千万元', '= 3000 万元 = 30000000 元'],
    ['3千万元', '= 3 千万元 = 30000000 元'],
    ['五亿三千万元', '= 530000000 元 = 530000000 元'],
    ['5亿3000万元', '= 530000000 元 = 530000000 元'],
    ['壹佰贰拾万元', '= 120 万元 = 1200000 元'],
    ['肆佰叁拾萬圆整', '= 430 万圆整 = 4300000 元'],
    ['伍仟元整', '= 5000 元整 = 5000 元'],
    ['六十四万零一百四十三元一角七分', '= 640143.17 元 = 640143.17 元'],
    ['十块三毛', '= 10.3 块 = 10.3 元'],
    ['一百二十三户', '= 123 户 = 123 户 count'],
    ['两千四百五', '= 2450 = 2450 '],
    ['三百五', '= 350 = 350 '],
    ['二〇二', '= 202 = 202 '],
    ['十二点五%', '= 12.5 % = 12.5 %'],
    ['百分之十二点五', '= 12.5 % = 12.5 %'],
    ['百分之98.5', '= 98.5 % = 98.5 %'],
    ['百分之百', '= 100 % = 100 %'],
    ['千分之三', '= 3 ‰ = 0.3 %'],
    ['3‰', '= 3 ‰ = 0.3 %'],
    ['万分之五', '= 5 ‱ = 0.05 %'],
    ['七成', '= 7 成 = 70 %'],
    ['七成五', '= 7.5 成 = 75 %'],
    ['三分之一', '= 0.3333333333333333 = 0.3333333333333333 '],
    ['一半以上', '>= 0.5 = 0.5 '],
    ['1.5倍', '= 1.5 倍 = 1.5 倍'],
    ['翻番', '= 2 倍 = 2 倍 change'],
    ['翻一番', '= 2 倍 = 2 倍 change'],
    ['翻两番', '= 4 倍 = 4 倍 change'],
    ['翻两番以上', '>= 4 倍 = 4 倍 change'],
    ['百亿元', '= 100 亿元 = 10000000000 元'],
    ['千亿元', '= 1000 亿元 = 100000000000 元'],
    ['万亿元', '= 1 万亿元 = 1000000000000 元'],
    ['0.1万亿元', '= 0.1 万亿元 = 100000000000 元'],
    ['1.005亿元', '= 1.005 亿元 = 100500000 元'],
    ['8.5%', '= 8.5 % = 8.5 %'],
    ['-22.2%', '= -22.2 % = -22.2 %'],
    ['负13.5千米', '= -13.5 千米 = -13500 米'],
    ['一又二分之一亩', '= 1.5 亩 = 1.5 亩'],
  ])('%s', (text, expected) => {
    expect(line(text)).toBe(expected)
  })
})

describe('parseQuantity: units', () => {
  it.each([
    ['8万亩', '= 8 万亩 = 80000 亩'],
    ['500公顷', '= 500 公顷 = 7500 亩'],
    ['3平方公里', '= 3 平方公里 = 4500 亩'],
    ['2.5万平方米', '= 2.5 万平方米 = 25000 平方米'],
    ['120公里', '= 120 公里 = 120000 米'],
    ['两米半', '= 2.5 米 = 2.5 米'],
    ['168公分', '= 168 公分 = 1.68 米'],
    ['3.2万吨', '= 3.2 万吨 = 32000000 千克'],
    ['十五斤半', '= 15.5 斤 = 7.75 千克'],
    ['六千克', '= 6000 克 = 6 千克'],
    ['8.5万吨标准煤', '= 8.5 万吨标准煤 = 85000 吨标准煤'],
    ['一百千瓦', '= 100 千瓦 = 100 千瓦'],
    ['50万千瓦', '= 50 万千瓦 = 500000 千瓦'],
    ['12亿千瓦时', '= 12 亿千瓦时 = 1200000000 千瓦时'],
    ['20万元/亩', '= 20 万元/亩 = 200000 元/亩'],
    ['200人次', '= 200 人次 = 200 人次 count'],
    ['1000万人次', '= 1000 万人次 = 10000000 人次 count'],
    ['18万人', '= 18 万人 = 180000 人 count'],
    ['500张床位', '= 500 张床位 = 500 张床位 count'],
    ['480套', '= 480 套 = 480 套 count'],
    ['3家', '= 3 家 = 3 家 count'],
    ['15个工作日', '= 15 个工作日 = 15 工作日'],
    ['2个百分点', '= 2 个百分点 = 2 个百分点 change'],
    ['50个基点', '= 50 个基点 = 0.5 个百分点 change'],
    ['4亿美元', '= 4 亿美元 = 400000000 美元'],
    ['人民币50元', '= 50 元 = 50 元'],
    ['￥300', '= 300 元 = 300 元'],
    ['港币两千九百六十元', '= 2960 港元 = 2960 港元'],
    ['三万元欧元', '= 3 万欧元 = 30000 欧元'],
    ['三百块', '= 300 块 = 300 元'],
  ])('%s', (text, expected) => {
    expect(line(text)).toBe(expected)
  })
})

describe('parseQuantity: relations', () => {
  it.each([
    ['不少于12户', '>= 12 户 = 12 户 count'],
    ['不低于8%', '>= 8 % = 8 %'],
    ['不得少于3次', '>= 3 次 = 3 次 count'],
    ['至少10名', '>= 10 名 = 10 名 count'],
    ['30家以上', '>= 30 家 = 30 家 count'],
    ['50万元（含）以上', '>= 50 万元 = 500000 元'],
    ['50万元及以上', '>= 50 万元 = 500000 元'],
    ['大于等于5吨', '>= 5 吨 = 5000 千克'],
    ['≥85%', '>= 85 % = 85 %'],
    ['达到42%', '>= 42 % = 42 %'],
    ['力争达到3亿元', '>= 3 亿元 = 300000000 元'],
    ['超260亿元', '> 260 亿元 = 26000000000 元'],
    ['突破百亿元', '> 100 亿元 = 10000000000 元'],
    ['高于5%', '> 5 % = 5 %'],
    ['二百三十余万', '> 230 万 = 2300000 '],
    ['10多家', '> 10 家 = 10 家 count'],
    ['不超过5个工作日', '<= 5 个工作日 = 5 工作日'],
    ['不得高于10%', '<= 10 % = 10 %'],
    ['控制在1.5%以内', '<= 1.5 % = 1.5 %'],
    ['3%以下', '<= 3 % = 3 %'],
    ['最高800万元', '<= 800 万元 = 8000000 元'],
    ['小于40万', '< 40 万 = 400000 '],
    ['不足3家', '< 3 家 = 3 家 count'],
    ['低于4‰', '< 4 ‰ = 0.4 %'],
    ['3亿元左右', '≈ 3 亿元 = 300000000 元'],
    ['约8%', '≈ 8 % = 8 %'],
    ['近百家', '≈ 100 家 = 100 家 count'],
    ['大约4.287亿美元', '≈ 4.287 亿美元 = 428700000 美元'],
    ['力争200亿元', '= 200 亿元 = 20000000000 元'],
  ])('%s', (text, expected) => {
    expect(line(text)).toBe(expected)
  })
})

describe('parseQuantity: ranges', () => {
  it.each([
    ['30—50亿元', 'range 30–50 亿元 = 3000000000–5000000000 元'],
    ['30亿元至50亿元', 'range 30–50 亿元 = 3000000000–5000000000 元'],
    ['1万-5万元', 'range 1–5 万元 = 10000–50000 元'],
    ['50万元—1亿元', 'range 500000–100000000 元 = 500000–100000000 元'],
    ['6.5%—7%', 'range 6.5–7 % = 6.5–7 %'],
    ['5-20%', 'range 5–20 % = 5–20 %'],
    ['3至5家', 'range 3–5 家 = 3–5 家 count'],
    ['三至五家', 'range 3–5 家 = 3–5 家 count'],
    ['两到三仟元', 'range 2000–3000 元 = 2000–3000 元'],
    ['一百二十到一百五十万元', 'range 120–150 万元 = 1200000–1500000 元'],
    ['百分之五至百分之六', 'range 5–6 % = 5–6 %'],
    ['10和20家之间', 'range 10–20 家 = 10–20 家 count'],
    ['三五百块', 'range 300–500 块 = 300–500 元'],
    ['几十万元', 'range 10–100 万元 = 100000–1000000 元'],
    ['数百家', 'range 100–1000 家 = 100–1000 家 count'],
    ['十几亿元', 'range 10–20 亿元 = 1000000000–2000000000 元'],
    ['二三十个百分点', 'range 20–30 个百分点 = 20–30 个百分点 change'],
    ['20人以上300人以下', 'range 20–300 人 = 20–300 人 count'],
    ['大于10%且小于20%', 'range 10–20 % = 10–20 %'],
    ['20~100', 'range 20–100 = 20–100 '],
  ])('%s', (text, expected) => {
    expect(line(text)).toBe(expected)
  })
})

describe('parseQuantity: masks and basis', () => {
  it.each([
    ['**亿元', '= ? 亿元 = ?'],
    ['＊＊亿元左右', '≈ ? 亿元 = ?'],
    ['不少于XX家', '>= ? 家 = ? count'],
    ['××万亩', '= ? 万亩 = ?'],
    ['○○项', '= ? 项 = ? count'],
    ['___公里', '= ? 公里 = ?'],
    ['增长**%', '= ? % = ? change'],
    ['增长6.5%左右', '≈ 6.5 % = 6.5 % change'],
    ['提高到58.5%', '= 58.5 % = 58.5 %'],
    ['提高2个百分点', '= 2 个百分点 = 2 个百分点 change'],
    ['压减三成以上', '>= 3 成 = 30 % change'],
    ['占比达到35%以上', '>= 35 % = 35 % share'],
    ['下降到30%', '= 30 % = 30 %'],
  ])('%s', (text, expected) => {
    expect(line(text)).toBe(expected)
  })

  it('a sentence gives its first goal with the thing it belongs to', () => {
    expect(parseQuantity('全年招商引资到位资金不少于35亿元，增长8%。')).toEqual({
      relation: '>=',
      value: 35,
      unit: '亿元',
      normal: { value: 3_500_000_000, unit: '元' },
      indicator: '招商引资到位资金',
    })
    expect(parseQuantity('补助标准从每人40元提高到45元。')).toMatchObject({ value: 45, unit: '元' })
  })
})

describe('parseQuantity: what is none', () => {
  it.each([
    '一盘棋',
    '第一要务',
    '二十大',
    '二十届三中全会',
    '最后一公里',
    '一线',
    '双碳',
    '“三农”',
    '十四五',
    '“十五五”规划',
    '政策60条',
    '八项规定',
    '“四个意识”',
    '五位一体',
    '第23条',
    '2026年',
    '28日',
    '一切',
    '四川',
    '两两',
    '万',
    '亿元',
    '几',
    '经济社会发展',
    '',
    '  ',
    '三块牌子',
    'http://a.cn/x%20y%28z',
  ])('%s', (text) => {
    expect(line(text)).toBe('none')
  })
})

describe('parseQuantity: laws', () => {
  it('every number that we can write in Chinese reads back, in lower and formal case', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n - 1n }), fc.boolean(), (n, formal) => {
        const written = writeNumeral(n, formal)
        const read = parseNumeral(written)
        expect([written, read && toNumber(read)]).toEqual([written, Number(n)])
        expect(parseQuantity(`不少于${written}元`)?.normal).toEqual({ value: Number(n), unit: '元' })
      }),
      { numRuns: 500 },
    )
  })

  it('decimals with any multiplier are exact', () => {
    const scales = [
      ['', 0],
      ['万', 4],
      ['亿', 8],
      ['万亿', 12],
    ] as const
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom(...scales), (n, [scale, zeros]) => {
        const text = `${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, '0')}`
        const exact = Number(`${n}e${zeros - 3}`)
        expect(parseQuantity(`${text}${scale}元`)?.normal?.value).toBe(exact)
      }),
    )
  })

  it('never throws, keeps the ends of a range in order, and reads nothing beyond its bound', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        ...'一二三十百千万亿零点成分之倍半几余多%‰.,，0123负-—至到元亩家个不少于超以上下左右翻番*X×_约（）含人民币',
      ),
      maxLength: 40,
    })
    fc.assert(
      fc.property(text, (s) => {
        const q = parseQuantity(s)
        if (q?.to !== undefined && q.value !== null) expect(q.value).toBeLessThanOrEqual(q.to)
        if (q) expect(q.masked === true).toBe(q.value === null)
      }),
      { numRuns: 3000 },
    )
    expect(parseQuantity(`不少于1元${'，'.repeat(MAX_PHRASE)}`)).toBeNull()
  })

  // Ten times the text may take ten times as long, with room for a busy machine; a square would take a hundred.
  it.each(['一', '百', '1', '1.', '三至', '*', '（', '的', '第一', '万亿', '1,234', '增长5%', '从'])(
    'linear on 1 MB of %s',
    (unit) => {
      const time = (length: number): number => {
        const s = unit.repeat(Math.ceil(length / unit.length))
        const from = performance.now()
        findTargets(s, 0, s.length)
        return performance.now() - from
      }
      time(20_000)
      const small = Math.max(time(100_000), 20)
      expect(time(1_000_000)).toBeLessThan(small * 60)
    },
  )
})
