import { generalText } from './decimal-text.ts'
import { figuresOf } from './figures.ts'
import { parseFormat, type Section } from './format-code.ts'
import { momentOf } from './serial.ts'
import { timeText } from './time-text.ts'

export interface NumberFormat {
  /** the numbers are days */
  readonly date: boolean
  /** What a person sees of a number (a serial of the 1900 system where it is a date). */
  text(value: number): string
}

/** The formats that files name by number alone, as a Chinese Excel shows them (ECMA-376, 18.8.30). */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  48: '0.0E+0',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/**
 * @param id numFmtId of the cell's style
 * @param code the file's own code for that number, if it has one
 * @returns null for the general format
 */
export function numberFormat(id: number, code = builtIn[id]): NumberFormat | null {
  if (code === undefined) return null
  const sections = parseFormat(code)
  const first = sections[0]
  if (!first || (sections.length === 1 && first.tokens.every((token) => token.kind === 'general'))) return null
  // [>=10000]0.0,"万";0 chooses by amount: the amount itself is shown then, which is never wrong.
  if (/\[[<>=]/.test(code)) return null
  const shows = sections.map(rendererOf)
  // Days and rates repeat themselves down a column.
  const known = new Map<number, string>()
  return {
    date: first.day,
    text(value) {
      const before = known.get(value)
      if (before !== undefined) return before
      if (known.size >= 2_000) known.clear()
      const text = shown(value)
      known.set(value, text)
      return text
    },
  }

  function shown(value: number): string {
    // A section of its own for negative numbers says by itself how the sign looks.
    const index = value < 0 && shows.length > 1 ? 1 : value === 0 && shows.length > 2 ? 2 : 0
    return shows[index]?.(index === 1 ? -value : value) ?? ''
  }
}

function rendererOf(section: Section): (value: number) => string {
  if (!section.time) return figuresOf(section.tokens)
  return (value) => {
    const at = momentOf(value)
    return at ? timeText(section.tokens, at, value) : generalText(value)
  }
}
