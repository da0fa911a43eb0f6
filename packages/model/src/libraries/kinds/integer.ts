import type { Field } from '../field.ts'
import { measure } from './measure.ts'
import { scaled, type ScaledOptions } from './scaled.ts'

export interface IntegerOptions extends ScaledOptions {
  /** 户, 人, 个: shown after the figure. */
  readonly unit?: string
}

// Measure words that clerks write behind a count; which one it is says nothing new.
const counters = [...'人户个家项件宗台套条座次天名村栋间头只'].map((word) => measure(word, 1, 0))

/** A whole number. */
export function integer(options: IntegerOptions): Field<number> {
  const { unit = '', ...rest } = options
  const shown = measure(unit, 1, 0)
  return scaled(rest, { kind: 'integer', widget: 'number', shown, measures: [shown, ...counters] })
}
