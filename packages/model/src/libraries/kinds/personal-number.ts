// Personal numbers: an identity number and a mobile number, as such and hidden in free text.
import { isIsoDate, toHalfWidth } from '@yipanqi/base'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Check character of a citizen's identity number (GB 11643-1999, ISO 7064 MOD 11-2) for its first 17 digits. */
export function identityCheck(first17: string): string {
  let sum = 0
  for (let i = 0; i < 17; i += 1) sum += Number(first17[i]) * (weights[i] ?? 0)
  return '10X98765432'[sum % 11] ?? ''
}

/** 18 characters with a possible day of birth and the right check character. */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  return /^(?:18|19|20)/.test(birth) && isIsoDate(birth) && identityCheck(text.slice(0, 17)) === text[17]
}

export const isMobile = (digits: string): boolean => /^1[3-9]\d{9}$/.test(digits)

const identities = /(?<![\dA-Z])[1-9]\d{16}[\dX](?![\dA-Z])/g
const mobiles = /(?<![\d.])1[3-9]\d{9}(?![\d.])/

/** The warning where free text seems to hold somebody's number; undefined where it does not. */
export function personalWarning(text: string): string | undefined {
  const half = toHalfWidth(text).toUpperCase()
  if (!/\d[\d\s-]{9}/.test(half)) return undefined
  // People group the digits (138-1234-1234): read once as written, once closed up.
  for (const one of [half, half.replace(/(?<=\d)[\s-](?=[\dX])/g, '')]) {
    if ((one.match(identities) ?? []).some(isIdentityNumber)) return '这一格像是身份证号，请确认可以保存'
    if (mobiles.test(one)) return '这一格像是手机号，请确认可以保存'
  }
  return undefined
}
