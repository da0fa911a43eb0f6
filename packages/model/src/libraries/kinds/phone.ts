import type { Field, FieldOptions } from '../field.ts'
import { masked } from './masked.ts'
import { isMobile } from './personal-number.ts'

/** A telephone number: mobile, landline with or without its area code, 400 numbers. Personal: sealed and masked. */
export function phone(options: FieldOptions): Field<string> {
  return masked(options, {
    kind: 'phone',
    noun: '电话号码',
    pattern: '^(1[3-9]\\d{9}|(0\\d{2,3}-)?[2-9]\\d{6,7}(-\\d{1,6})?|[48]00\\d{7})$',
    read,
    // What is left tells one's own contact from another's, no more.
    mask: (value) =>
      isMobile(value)
        ? `${value.slice(0, 3)}****${value.slice(7)}`
        : value.replace(
            /^((?:0\d{2,3}-)?)(\d+)(\d{2})/,
            (_, area: string, middle: string, end: string) => area + '*'.repeat(middle.length) + end,
          ),
  })
}

const extension = /(?:转|-|#|EXT\.?)(\d{1,6})$/

function read(text: string): { value: string } | { wrong: string } {
  const plain = text
    .replace(/[–—−_]/g, '-')
    .replace(/^(?:TEL|电话|手机)?[:：]?/, '')
    .replace(/^86-?(?=1[3-9])/, '')
    // Abroad the area code is said without its 0.
    .replace(/^(?:\+|00)86-?(0?)(?=\d)(?!1[3-9]\d-?\d)/, '0')
    .replace(/^(?:\+|00)86-?/, '')
  const digits = plain.replace(/[-()]/g, '')
  if (isMobile(digits)) return { value: digits }
  if (/^[48]00\d{7}$/.test(digits)) return { value: digits }
  if (/[、,;/]/.test(plain)) return { wrong: '这里有几个号码，请只写一个' }
  const whole = landline(plain)
  if (whole) return { value: whole }
  const ext = extension.exec(plain)
  const base = ext && landline(plain.slice(0, ext.index))
  if (base) return { value: `${base}-${ext[1]}` }
  if (/^1\d+$/.test(digits)) return { wrong: `手机号应是 11 位、以 13—19 开头，这里是 ${digits.length} 位` }
  if (/^[1-9]\d{9,10}$/.test(digits))
    return { wrong: '不像电话号码：区号开头的 0 可能被 Excel 去掉了，请写成 0310-1234567' }
  return { wrong: '不像电话号码，请写成 13812341234 或 0310-1234567' }
}

/** 0310-1234567 from all its spellings; null for anything else. */
function landline(text: string): string | null {
  const m = /^\(?(0(?:10|2\d|[3-9]\d{2}))\)?-?([2-9]\d{6,7})$/.exec(text)
  if (m) return `${m[1]}-${m[2]}`
  const local = text.replace(/^([2-9]\d{2,3})-(\d{4})$/, '$1$2')
  return /^[2-9]\d{6,7}$/.test(local) ? local : null
}
