import type { Field, FieldOptions } from '../field.ts'
import { coded } from './coded.ts'

const hint = '投资项目代码应是 20 位数字，写成 2104-340122-04-01-123456'

/**
 * 投资项目在线审批监管平台的项目代码, both generations, kept as printed with hyphens. Since November 2020 the first block
 * is year and month (发改投资〔2020〕1439号, GB/T 40058-2021), before it was the year. The check digit's rule is not
 * published: the form alone is checked.
 */
export function projectCode(options: FieldOptions): Field<string> {
  return coded(options, {
    kind: 'projectCode',
    pattern: '^\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}$',
    read(written, context) {
      const digits = written.replace(/[-–—−]/g, '')
      if (!/^\d+$/.test(digits)) return { wrong: hint }
      if (digits.length !== 20) return { wrong: `${hint}，这里是 ${digits.length} 位` }
      const generation = projectCodeGeneration(digits)
      if (generation === null)
        return { wrong: `投资项目代码开头的 ${digits.slice(0, 4)} 既不是年月，也不是 2015—2020 年，请核对` }
      const value = [
        digits.slice(0, 4),
        digits.slice(4, 10),
        digits.slice(10, 12),
        digits.slice(12, 14),
        digits.slice(14),
      ].join('-')
      const month = `20${digits.slice(0, 2)}-${digits.slice(2, 4)}`
      if (generation === 'new' && context && month > context.today.slice(0, 7))
        return { value, warning: `代码里的赋码年月 ${month} 还没有到，请核对` }
      return { value }
    },
  })
}

/** Which generation a code of 20 digits (hyphens allowed) is of; null: neither. */
export function projectCodeGeneration(code: string): 'new' | 'old' | null {
  const block = Number(code.slice(0, 4))
  const month = block % 100
  if (block >= 2011 && month >= 1 && month <= 12) return 'new'
  return block >= 2015 && block <= 2020 ? 'old' : null
}
