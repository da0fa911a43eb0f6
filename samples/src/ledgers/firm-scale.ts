// 规模类型 as a statistics bureau would have confirmed it (统计上大中小微型企业划分办法 2017): all lower bounds, or a class down.

type Bounds = readonly (readonly [staff: number, wan: number])[]

// 大, 中, 小: least staff and least revenue in 万元.
const industry: Bounds = [
  [1000, 40_000],
  [300, 2000],
  [20, 300],
]
const byDivision: Readonly<Record<string, Bounds>> = {
  F51: [
    [200, 40_000],
    [20, 5000],
    [5, 1000],
  ],
  F52: [
    [300, 20_000],
    [50, 500],
    [10, 100],
  ],
  G54: [
    [1000, 30_000],
    [300, 3000],
    [20, 200],
  ],
  G59: [
    [200, 30_000],
    [100, 1000],
    [20, 100],
  ],
  H61: [
    [300, 10_000],
    [100, 2000],
    [10, 100],
  ],
  H62: [
    [300, 10_000],
    [100, 2000],
    [10, 100],
  ],
  I65: [
    [300, 10_000],
    [100, 1000],
    [10, 50],
  ],
}
const byLetter: Readonly<Record<string, Bounds>> = {
  A: [
    [0, 20_000],
    [0, 500],
    [0, 50],
  ],
  B: industry,
  C: industry,
  D: industry,
  E: [
    [0, 80_000],
    [0, 6000],
    [0, 300],
  ],
  K: [
    [0, 200_000],
    [0, 1000],
    [0, 100],
  ],
}
const others: Bounds = [
  [300, 0],
  [100, 0],
  [10, 0],
]

export type Scale = '大型' | '中型' | '小型' | '微型'
const names: readonly Scale[] = ['大型', '中型', '小型']

/** @param wan revenue in 万元 */
export function scaleOf(code: string, staff: number, wan: number): Scale {
  const bounds = byDivision[code] ?? byLetter[code.slice(0, 1)] ?? others
  return names.find((_, i) => staff >= (bounds[i]?.[0] ?? 0) && wan >= (bounds[i]?.[1] ?? 0)) ?? '微型'
}
