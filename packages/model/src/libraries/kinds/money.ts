import type { Field } from '../field.ts'
import { measure } from './measure.ts'
import { scaled, type ScaledOptions } from './scaled.ts'

// Kept in 分.
const yuan = measure('元', 100, 2)
const measures = {
  元: yuan,
  万元: measure('万元', 1_000_000, 6),
  亿元: measure('亿元', 10_000_000_000, 10),
} as const

export interface MoneyOptions extends ScaledOptions {
  /** The measure a bare number is meant in. */
  readonly in: keyof typeof measures
  /** Losses and changes may be below zero. */
  readonly signed?: boolean
}

/**
 * An amount of money, exact to the 分. `1,234.5万` is 12,345,000 元 whatever the field's own measure; only 元 is ever
 * split off, so that 5千元, 3亿5000万 and 一万二千元 are read by the numeral they are.
 */
export function money(options: MoneyOptions): Field<number> {
  const { in: shown, signed, ...rest } = options
  return scaled(
    { ...(signed ? {} : { atLeast: 0 }), ...rest },
    { kind: 'money', widget: 'money', shown: measures[shown], measures: [yuan], large: yuan, finest: '金额最小到分' },
  )
}
