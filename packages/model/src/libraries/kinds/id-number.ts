import type { Field, FieldOptions } from '../field.ts'
import { masked } from './masked.ts'
import { identityCheck, isIdentityNumber } from './personal-number.ts'

/** A citizen's identity number (GB 11643-1999), sealed and masked; its check character is verified. */
export function idNumber(options: FieldOptions): Field<string> {
  return masked(options, {
    kind: 'idNumber',
    noun: '身份证号',
    pattern: '^[1-9]\\d{16}[\\dX]$',
    read(text) {
      const id = text.replace(/[-–—]/g, '')
      if (/^\d{15}$/.test(id)) return { wrong: '这是 15 位旧身份证号，请写 18 位' }
      if (!/^\d{17}[\dX]$/.test(id)) return { wrong: `身份证号应是 18 位，这里是 ${id.length} 位或有别的字符` }
      if (isIdentityNumber(id)) return { value: id }
      return {
        wrong:
          identityCheck(id.slice(0, 17)) === id[17] ? '身份证号里的出生日期不对，请核对' : '身份证号校验位不对，请核对',
      }
    },
    mask: (value) => `${value.slice(0, 3)}***********${value.slice(-4)}`,
  })
}
