import type { Field } from '../field.ts'
import { per, scaled, type Measure, type ScaledOptions } from './scaled.ts'

// Kept in 分.
const measures = {
  元: { name: '元', steps: per(100) },
  万元: { name: '万元', steps: per(1_000_000) },
  亿元: { name: '亿元', steps: per(10_000_000_000) },
} satisfies Record<string, Measure>

export interface MoneyOptions extends ScaledOptions {
  /** The measure a bare number is meant in. */
  readonly in: keyof typeof measures
  /** Losses and changes may be below zero. */
  readonly signed?: boolean
}

/** An amount of money, exact to the 分. `1,234.5万` in a field of 元 is 12345000 元. */
export function money(options: MoneyOptions): Field<number> {
  const { in: shown, signed, ...rest } = options
  const others = [
    ...Object.values(measures).filter((m) => m.name !== shown),
    // Written short: 1,234.5万, 3.2亿.
    { name: '万', steps: per(1_000_000) },
    { name: '亿', steps: per(10_000_000_000) },
    { name: '千元', steps: per(100_000) },
  ]
  return scaled('money', 'money', { ...(signed ? {} : { atLeast: 0 }), ...rest }, measures[shown], others)
}
