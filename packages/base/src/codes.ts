import { toHalfWidth } from './width.ts'

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANIZATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** Half-width, upper case, without blanks: how both codes are stored and compared. */
export const normalizeCode = (text: string): string => toHalfWidth(text).replace(/\s/g, '').toUpperCase()

function weightedSum(text: string, alphabet: string, weights: readonly number[]): number | null {
  if (text.length !== weights.length) return null
  let sum = 0
  for (let i = 0; i < weights.length; i += 1) {
    const value = alphabet.indexOf(text[i] ?? '?')
    if (value < 0) return null
    sum += value * (weights[i] ?? 0)
  }
  return sum
}

/** The 18th character for the first 17 of a 统一社会信用代码 (GB 32100-2015), or null when they are not 17 legal characters. */
export function creditCodeCheck(first17: string): string | null {
  const sum = weightedSum(normalizeCode(first17), CREDIT_ALPHABET, CREDIT_WEIGHTS)
  // The outer remainder matters: a sum divisible by 31 has check digit 0, not a 32nd letter.
  return sum === null ? null : (CREDIT_ALPHABET[(31 - (sum % 31)) % 31] ?? null)
}

export function isCreditCode(text: string): boolean {
  const code = normalizeCode(text)
  return code.length === 18 && creditCodeCheck(code.slice(0, 17)) === code[17]
}

/** The check character for the first 8 of a 组织机构代码 (GB 11714-1997), or null when they are not 8 legal characters. */
export function organizationCodeCheck(first8: string): string | null {
  const sum = weightedSum(normalizeCode(first8), ORGANIZATION_ALPHABET, ORGANIZATION_WEIGHTS)
  if (sum === null) return null
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** Accepts the nine characters with or without the hyphen that old certificates print. */
export function isOrganizationCode(text: string): boolean {
  const code = normalizeCode(text).replace('-', '')
  return code.length === 9 && organizationCodeCheck(code.slice(0, 8)) === code[8]
}

/**
 * Whether characters 9–17 of a credit code are a sound 组织机构代码. Some non-company codes are not,
 * so false is a reason to warn, never to reject.
 */
export function hasSoundOrganizationPart(creditCode: string): boolean {
  const code = normalizeCode(creditCode)
  return code.length === 18 && isOrganizationCode(code.slice(8, 17))
}
