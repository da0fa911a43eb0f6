import type { Field, FieldOptions, NameFinder, ParseContext } from '../field.ts'
import { coded, type CodeRead } from './coded.ts'

// First two digits of GB/T 2260: the provinces; 00 is nobody's, kept for the fictional counties of the samples.
const provinces = new Set(
  '00 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
)

/**
 * 行政区划 (GB/T 2260 with the statistical codes of townships and villages). Kept without the zeros that say 全部: province
 * 2 digits, city 4, county 6, township 9, village 12, so that a branch of the tree is a prefix. Written with 6, 9 or 12.
 */
export function division(options: FieldOptions): Field<string> {
  return coded(options, {
    kind: 'division',
    pattern: '^(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12})$',
    widget: 'tree',
    operators: ['under', 'eq', 'in', 'empty', 'filled'],
    read: readDivision,
    format: named,
    // A name with figures in it would run together with the code when it comes back.
    toCell: (value, names) => (/\d/.test(names?.('division', value) ?? '') ? named(value) : named(value, names)),
  })
}

function named(value: string, names?: NameFinder): string {
  const name = names?.('division', value)
  const code = value.padEnd(6, '0')
  return name === undefined ? code : `${code} ${name}`
}

/** A code of 2 to 12 digits, a name behind it or not, or a name of the county's own table. */
export function readDivision(written: string, context?: ParseContext): CodeRead {
  if (!/^\d/.test(written)) {
    const found = context?.code?.('division', written)
    return found ? readDivision(found) : { wrong: `找不到行政区划“${written.slice(0, 20)}”，请写 6、9 或 12 位代码` }
  }
  const digits = /^\d{2,12}(?=\D|$)/.exec(written)?.[0] ?? ''
  if (![2, 4, 6, 9, 12].includes(digits.length) || /\d/.test(written.slice(digits.length)))
    return { wrong: `行政区划代码应是 6、9 或 12 位数字，这里是 ${written.replace(/\D/g, '').length} 位` }
  if (!provinces.has(digits.slice(0, 2))) return { wrong: `没有 ${digits.slice(0, 2)} 开头的行政区划代码，请核对` }
  let short = digits
  if (short.length === 12 && short.endsWith('000')) short = short.slice(0, 9)
  if (short.length === 9 && short.endsWith('000')) short = short.slice(0, 6)
  if (short.length === 6 && short.endsWith('00')) short = short.slice(0, 4)
  if (short.length === 4 && short.endsWith('00')) short = short.slice(0, 2)
  return { value: short }
}
