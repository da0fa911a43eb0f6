// Who borrows in the sample county: firms, farms, small traders and households. A household is a number.
import type { Random } from '../../random.ts'
import { farmList, farmRef } from './farms.ts'
import { sampleFirms } from './firms.ts'
import { creditCodeOf } from './making.ts'
import type { SampleValue } from './types.ts'
import { villageList } from './villages.ts'

export type BorrowerKind = '小微企业' | '中型企业' | '个体工商户' | '农户' | '新型农业经营主体'

export interface Borrower {
  readonly name: string
  readonly kind: BorrowerKind
  readonly unit: string
  readonly code: string | null
  readonly industry: string
  readonly enterprise: SampleValue
  readonly farm: SampleValue
}

const shops = [
  '粮油经营部',
  '五金店',
  '建材经营部',
  '服装店',
  '农资店',
  '超市',
  '餐馆',
  '汽修店',
  '家电维修部',
  '水果批发部',
]
const shopMarks = ['顺意', '佳禾', '百信', '友邻', '满仓', '瑞祥', '福来', '勤诚', '合家', '新程']

/** So many different borrowers of a kind, always the same. */
export function borrowersOf(kind: BorrowerKind, count: number, random: Random): readonly Borrower[] {
  switch (kind) {
    case '小微企业':
    case '中型企业': {
      const scales = kind === '中型企业' ? ['中型'] : ['小型', '微型']
      const firms = sampleFirms().filter((f) => scales.includes(f.scale) && f.operation === '在营')
      return picked(firms, count, random).map((f) => ({
        name: f.name,
        kind,
        unit: f.township,
        code: f.code,
        industry: f.industry,
        enterprise: { ref: 'enterprises', key: f.code },
        farm: null,
      }))
    }
    case '新型农业经营主体':
      return picked(
        farmList.filter((f) => f.creditCode !== null),
        count,
        random,
      ).map((f) => ({
        name: f.name,
        kind,
        unit: f.unit,
        code: f.creditCode,
        industry: 'A01',
        enterprise: null,
        farm: farmRef(f),
      }))
    case '个体工商户':
      return Array.from({ length: count }, (_, i) => ({
        name: `青禾县${shopMarks[i % 10]}${shops[Math.floor(i / 10) % 10]}`,
        kind,
        unit: `T${String(1 + (i % 13)).padStart(2, '0')}`,
        code: creditCodeOf('92', 74_000_000 + i),
        industry: 'F52',
        enterprise: null,
        farm: null,
      }))
    case '农户':
      return picked(
        villageList.filter((v) => !v.community),
        count,
        random,
      ).map((v, i) => ({
        name: `户 H${v.code.slice(6)}${String(7001 + i)}`,
        kind,
        unit: v.unit,
        code: null,
        industry: 'A01',
        enterprise: null,
        farm: null,
      }))
  }
}

function picked<T>(items: readonly T[], count: number, random: Random): T[] {
  if (items.length < count) throw new Error(`${count} of ${items.length}`)
  const left = [...items]
  return Array.from({ length: count }, () => left.splice(random.int(0, left.length - 1), 1)[0] as T)
}
