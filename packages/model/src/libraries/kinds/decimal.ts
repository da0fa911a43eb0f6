import type { Field } from '../field.ts'
import { measure } from './measure.ts'
import { scaled, type ScaledOptions } from './scaled.ts'

export interface DecimalOptions extends ScaledOptions {
  /** Decimals kept, 1 to 9: the value counts 10^-scale. */
  readonly scale: number
  /** 吨标准煤, 千瓦时: shown after the figure, understood when written. */
  readonly unit?: string
}

/** A figure with a fixed number of decimals, exact. */
export function decimal(options: DecimalOptions): Field<number> {
  const { scale, unit = '', ...rest } = options
  if (!Number.isInteger(scale) || scale < 1 || scale > 9) throw new RangeError(`scale ${scale}`)
  const shown = measure(unit, 10 ** scale, scale)
  return scaled(rest, { kind: 'decimal', widget: 'number', shown, measures: [shown] })
}
