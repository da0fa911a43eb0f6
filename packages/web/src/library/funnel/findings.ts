import type { Funnel } from '@yipanqi/model/libraries/records-api.ts'

export type FunnelStage = Funnel['stages'][number]

/** Too few to call a share of them a finding. */
const enough = 10

/** `70.5%`; 转化 is kept in 1/10,000. */
export function share(conversion: number | null): string {
  return conversion === null ? '—' : `${(conversion / 100).toFixed(1)}%`
}

/** The stage with the most records that are stuck; undefined: nobody is. */
export function mostStuck(stages: readonly FunnelStage[]): FunnelStage | undefined {
  return stages.reduce<FunnelStage | undefined>((most, s) => (s.stalled > (most?.stalled ?? 0) ? s : most), undefined)
}

/** Where the fewest of those that came went on; the last stage and small numbers say nothing. */
export function narrowest(stages: readonly FunnelStage[]): FunnelStage | undefined {
  return stages
    .slice(0, -1)
    .filter((s) => s.entered >= enough && s.wentOn > 0 && s.conversion !== null)
    .reduce<FunnelStage | undefined>(
      (least, s) => ((s.conversion ?? 0) < (least?.conversion ?? Infinity) ? s : least),
      undefined,
    )
}

/** What the picture shows, said in words, so that nobody has to read a chart. */
export function findings({ stages }: Funnel, measure: string): readonly string[] {
  const said: string[] = []
  const stuck = mostStuck(stages)
  if (stuck) said.push(`停滞最多的是“${stuck.name}”：${stuck.stalled} ${measure}超过 ${stuck.stalledAfter} 天没有动。`)
  const narrow = narrowest(stages)
  if (narrow) {
    const next = stages[stages.indexOf(narrow) + 1]
    const where = next ? `“${narrow.name}”往后` : `“${narrow.name}”`
    said.push(
      `走得最少的是${where}：到过 ${narrow.entered} ${measure}，往后走了 ${narrow.wentOn} ${measure}（${share(narrow.conversion)}）。`,
    )
  }
  const slow = stages
    .filter((s) => (s.dwell?.n ?? 0) >= enough)
    .reduce<FunnelStage | undefined>(
      (most, s) => ((s.dwell?.median ?? 0) > (most?.dwell?.median ?? 0) ? s : most),
      undefined,
    )
  if (slow?.dwell) said.push(`停得最久的是“${slow.name}”：有一半停了 ${days(slow.dwell.median)} 天以上。`)
  return said
}

export const days = (value: number): string => String(Math.round(value))

/** The right end of the axis of days: round, with some air. */
export function axisEnd(stages: readonly FunnelStage[]): number {
  const longest = Math.max(1, ...stages.flatMap((s) => [s.dwell?.q3 ?? 0, s.stalledAfter ?? 0]))
  const step = 10 ** Math.floor(Math.log10(longest)) / 2
  return Math.ceil((longest * 1.05) / step) * step
}
