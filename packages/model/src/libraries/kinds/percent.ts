import { toHalfWidth } from '@yipanqi/base'
import { cleanText } from '../cells.ts'
import type { CellInput, Field } from '../field.ts'
import { measure, write } from './measure.ts'
import { scaled, type ScaledOptions } from './scaled.ts'

// Kept in 0.0001 %.
const shown = measure('%', 10_000, 4)
// A share as the numeral itself says it (12.5%, 百分之十二, 七成): one whole is 100 %.
const whole = measure('', 1_000_000, 6)
const measures = [shown, measure('个百分点', 10_000, 4), measure('百分点', 10_000, 4), measure('‰', 1000, 3)]

/** A percentage. A cell formatted as percent holds the fraction: text 12.5%, number 0.125. Growth may be negative. */
export function percent(options: ScaledOptions): Field<number> {
  const field = scaled(options, { kind: 'percent', widget: 'number', shown, measures, shares: true })
  const share = scaled(options, {
    kind: 'percent',
    widget: 'number',
    shown: whole,
    told: shown,
    measures: [],
    shares: true,
  })
  return {
    ...field,
    parse(cell, context) {
      if (isShare(cell)) return share.parse(cell, context)
      const parsed = field.parse(directed(cell), context)
      if (!parsed.ok || parsed.value === null || cell.number === undefined) return parsed
      const size = Math.abs(parsed.value)
      if (size === 0 || size > 10_000) return parsed
      const other = write(parsed.value * 100, shown)
      return { ...parsed, warning: `按 ${write(parsed.value, shown)}% 读；如果是 ${other}%，请写成 ${other}%` }
    },
    // With its sign: a bare 0.5 in a cell would leave open whether half a per cent or a half is meant.
    toCell: (value) => `${write(value, shown)}%`,
  }
}

/** The number behind a percent format, or a numeral that is a share in its own words. */
function isShare(cell: CellInput): boolean {
  if (cell.number !== undefined) return /[%％]\s*$/.test(cell.text)
  return /分之|[成倍]/.test(cell.text)
}

/** 下降3.2% is −3.2 %, 增长3.2% is 3.2 %. */
function directed(cell: CellInput): CellInput {
  if (cell.number !== undefined) return cell
  const text = toHalfWidth(cleanText(cell.text))
  const m = /^(同比|环比)?(增长|上升|提高|增|升|下降|降低|减少|降|减)(?=[\d.])/.exec(text)
  if (!m) return cell
  return { ...cell, text: (/[降减]/.test(m[2] ?? '') ? '-' : '') + text.slice(m[0].length) }
}
