import { isOrganizationCode } from '@yipanqi/base'
import type { Field, FieldOptions } from '../field.ts'
import { coded } from './coded.ts'

/** 组织机构代码 (GB 11714-1997), kept as nine characters, printed with its hyphen. */
export function orgCode(options: FieldOptions): Field<string> {
  return coded(options, {
    kind: 'orgCode',
    pattern: '^[0-9A-Z]{8}[0-9X]$',
    read(written) {
      const code = written.replace(/[-–—]/g, '')
      if (/^\d{1,8}$/.test(code))
        return {
          wrong: `组织机构代码应是 9 位，这里是 ${code.length} 位；开头的 0 若被 Excel 去掉，请把该列设为文本后重填`,
        }
      if (code.length !== 9) return { wrong: `组织机构代码应是 9 位，这里是 ${code.length} 位` }
      return isOrganizationCode(code) ? { value: code } : { wrong: '组织机构代码校验位不对，请核对' }
    },
    format: (value) => `${value.slice(0, 8)}-${value.slice(8)}`,
  })
}
