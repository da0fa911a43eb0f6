import { creditCodeCheck, hasSoundOrganizationPart } from '@yipanqi/base'
import type { Field, FieldOptions } from '../field.ts'
import { coded, type CodeRead } from './coded.ts'

/** 统一社会信用代码 (GB 32100-2015), its check character verified. */
export function creditCode(options: FieldOptions): Field<string> {
  return coded(options, { kind: 'creditCode', pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$', read })
}

function read(written: string): CodeRead {
  const code = written.replace(/[-–—]/g, '')
  if (/^\d{15}$/.test(code) || /^\d{13}$/.test(code))
    return { wrong: `这是 ${code.length} 位的旧注册号，请写营业执照上的 18 位统一社会信用代码` }
  if (code.length !== 18) return { wrong: `统一社会信用代码应是 18 位，这里是 ${code.length} 位` }
  const alien = /[^0-9A-Z]/.exec(code)
  if (alien) return { wrong: `统一社会信用代码里不能有“${alien[0]}”` }
  if (/[IOSVZ]/.test(code)) return { wrong: '统一社会信用代码不用字母 I、O、S、V、Z，请看是不是 1、0、5、2 写错了' }
  if (creditCodeCheck(code.slice(0, 17)) !== code[17])
    return { wrong: '统一社会信用代码校验位不对，请对照营业执照核对' }
  // Some units outside commerce carry an inner code that does not check; it is no reason to refuse (GB 11714 part).
  return hasSoundOrganizationPart(code)
    ? { value: code }
    : { value: code, warning: '主体标识码部分校验不符，请核对一次' }
}
