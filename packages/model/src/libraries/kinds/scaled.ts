// Figures with decimals are kept as whole numbers of their smallest step: what money, area, percent and decimal share.
import { multiply, rational, roundHalfUp } from '@yipanqi/base'
import { refusedCell } from '../cells.ts'
import type { CellInput, Field, FieldOptions, Parsed, Widget } from '../field.ts'
import { figureCell, group, write, type Measure } from './measure.ts'
import { readFigure, wholeSteps, type FigureHabits } from './read-figure.ts'

export interface ScaledOptions extends FieldOptions {
  /** Bounds of the value, so in smallest steps: at most 100 % is 1,000,000. */
  readonly atLeast?: number
  readonly atMost?: number
}

export interface Scaling extends FigureHabits {
  readonly kind: string
  readonly widget: Widget
  /** The measure in which a bare number is meant and the value is written. */
  readonly shown: Measure
  /** 最小到分: said of too many decimals, where the figure may be written in several measures. */
  readonly finest?: string
  /** The measure that messages speak in, where it is another than the one that is read. */
  readonly told?: Measure
  /** The shown measure has no finite decimal for every step (a third of ㎡): its last written decimal is rounded off. */
  readonly thirds?: boolean
}

const slackOfThirds = rational(1, 50_000)

/** A scaled figure; its value counts smallest steps and is a safe integer. */
export function scaled(options: ScaledOptions, scaling: Scaling): Field<number> {
  const { atLeast, atMost, ...rest } = options
  const { kind, widget, shown, told = shown } = scaling
  const least = atLeast ?? Number.MIN_SAFE_INTEGER
  const most = atMost ?? Number.MAX_SAFE_INTEGER
  const wrong = (value: number): string | null => {
    if (!Number.isSafeInteger(value)) return '数太大，请核对单位'
    if (value < least) return least === 0 ? '不能是负数' : `不能小于 ${write(least, told)}${told.name}`
    return value > most ? `不能大于 ${write(most, told)}${told.name}` : null
  }
  const accept = (value: number, warning?: string): Parsed<number> => {
    const message = wrong(value)
    if (message !== null) return { ok: false, message }
    return { ok: true, value, ...(warning === undefined ? {} : { warning }) }
  }
  return {
    ...rest,
    kind,
    widget,
    ...(shown.name === '' ? {} : { unit: shown.name }),
    ...(isDecimal(shown) ? { scale: shown.places } : {}),
    columns: [{ suffix: '', type: 'bigint' }],
    operators: ['from', 'to', 'eq', 'empty', 'filled'],
    sortable: true,
    schema: {
      type: 'integer',
      minimum: least,
      maximum: most,
      description: `整数，${toOne(shown)}`,
    },
    parse(cell) {
      const refused = refusedCell(cell)
      if (refused) return refused
      const quick = quickSteps(cell, scaling)
      if (quick !== null) return accept(quick)
      const figure = readFigure(cell, scaling)
      if (figure === null) return { ok: true, value: null }
      if (typeof figure === 'string') return { ok: false, message: figure }
      const exact = multiply(figure.value, (figure.measure ?? shown).steps)
      const whole = wholeSteps(exact, scaling.thirds ? slackOfThirds : null)
      if (whole !== null) return accept(whole === 0 ? 0 : whole)
      if (shown.places === 0) return { ok: false, message: '要写整数，不要小数' }
      if (!figure.numeric) {
        const finest = scaling.finest ?? `最多 ${(figure.measure ?? shown).places} 位`
        return { ok: false, message: `小数位太多，${finest}` }
      }
      // A division in a formula leaves a long tail that the clerk never sees.
      const rounded = Number(roundHalfUp(exact, 0))
      return accept(rounded, `小数位太多，四舍五入为 ${write(rounded, told, told.places)}${told.name}`)
    },
    format: (value) => group(write(value, shown, shown.places)),
    toCell: (value) => figureCell(write(value, shown)),
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      if (typeof value !== 'number' || !Number.isInteger(value)) return { ok: false, message: '要写数字' }
      const message = wrong(value)
      return message === null ? { ok: true, value: value === 0 ? 0 : value } : { ok: false, message }
    },
  }
}

const plainNumber = /^[-\d.,() ]*$/
const plainShare = /^[-\d.,() ]*%?$/
const plainDecimal = /^-?(?=[\d.]{1,15}$)\d+(?:\.\d+)?$/

/**
 * The steps of an ordinary number without fractions of two bigints, a million cells being the usual size of an import.
 * Decimals of 15 digits have doubles of their own: where the steps give the very double again, they are exact. Null where
 * the long way has to decide.
 */
function quickSteps(cell: CellInput, { shown, shares }: Scaling): number | null {
  if (cell.date || cell.boolean) return null
  const number =
    cell.number === undefined
      ? plainDecimal.test(cell.text)
        ? Number(cell.text)
        : null
      : (shares ? plainShare : plainNumber).test(cell.text)
        ? cell.number
        : null
  if (number === null) return null
  const per = Number(shown.steps.n)
  const steps = Math.round(number * per)
  if (!(Math.abs(steps) < 1e15) || steps / per !== number) return null
  return steps === 0 ? 0 : steps
}

/** The value is the shown figure with its point moved; not so for ㎡ and 公顷. */
const isDecimal = ({ steps, places }: Measure): boolean => steps.d === 1n && steps.n === 10n ** BigInt(places)

function toOne({ name, steps }: Measure): string {
  return `1 ${name} = ${steps.d === 1n ? steps.n : `${steps.n}/${steps.d}`}`.replace('1  =', '1 =')
}
