import type { Field } from '../field.ts'
import { measure } from './measure.ts'
import { scaled, type ScaledOptions } from './scaled.ts'

// Kept in 0.000001 亩, in which 1 ㎡ (0.0015 亩) and 1 公顷 (15 亩) are both whole.
const measures = {
  亩: measure('亩', 1_000_000, 6),
  平方米: measure('平方米', 1500, 2),
  公顷: measure('公顷', 15_000_000, 6),
} as const
const others = [
  measure('㎡', 1500, 2),
  measure('m²', 1500, 2),
  measure('m2', 1500, 2),
  measure('平米', 1500, 2),
  measure('平方', 1500, 2),
  measure('平方公里', 1_500_000_000, 6),
  measure('平方千米', 1_500_000_000, 6),
  measure('hm²', 15_000_000, 6),
  measure('ha', 15_000_000, 6),
]

export interface AreaOptions extends ScaledOptions {
  /** The measure a bare number is meant in. */
  readonly in: keyof typeof measures
}

/** An area, never negative, exact to a millionth of a 亩. */
export function area(options: AreaOptions): Field<number> {
  const { in: shown, ...rest } = options
  return scaled(
    { atLeast: 0, ...rest },
    {
      kind: 'area',
      widget: 'area',
      shown: measures[shown],
      measures: [...Object.values(measures), ...others],
      thirds: true,
    },
  )
}
