// Figures as people say them: 千分位, and 万/亿 from five digits of the big ones.

/** 1234.5 → `1,234.5`. At most `decimals` places, no trailing zeros. */
export function grouped(value: number, decimals = 2): string {
  return new Intl.NumberFormat('zh-CN', { maximumFractionDigits: decimals }).format(value)
}

const wan = 10_000
const yi = 100_000_000

/**
 * A figure with its unit: `12 个`, `1.24亿元`, `3.6万户`. Units that already carry 万 or 亿 keep the figure as written.
 * A percent sign follows without a space.
 */
export function quantity(value: number, unit: string): string {
  if (unit === '%' || unit === '个百分点') return `${grouped(value)}${unit}`
  const scaled = /[万亿]/.test(unit)
  const size = Math.abs(value)
  if (!scaled && size >= yi) return `${grouped(value / yi)}亿${unit}`
  if (!scaled && size >= 10 * wan) return `${grouped(value / wan)}万${unit}`
  return unit ? `${grouped(value)} ${unit}` : grouped(value)
}

/** A count that was capped: 1,000 of unknown many shows `1,000+`. */
export function countWords(count: { value: number; exact: boolean } | null | undefined): string {
  if (!count) return ''
  return count.exact ? grouped(count.value) : `${grouped(count.value)}+`
}

/** A file's size as file managers in China show it. */
export function fileSize(bytes: number): string {
  return bytes < 1_000_000 ? `${grouped(Math.max(1, bytes / 1000), 0)} 千字节` : `${grouped(bytes / 1_000_000, 1)} 兆`
}
