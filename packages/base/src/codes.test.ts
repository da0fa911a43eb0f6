import { describe, expect, it } from 'vitest'
import {
  creditCodeCheck,
  hasSoundOrganizationPart,
  isCreditCode,
  isOrganizationCode,
  normalizeCode,
  organizationCodeCheck,
} from './codes.ts'

describe('统一社会信用代码', () => {
  it.each([
    '91350100M000100Y43',
    '9144030071526726XG',
    '914403001922038216',
    '91310000775785552L',
    '91330100799655058B',
    '910000000000004650',
    '91000000000000019G',
    '91000000000000027B',
    '91000000000000107Y',
    '91000000123456788T',
  ])('%s is valid', (code) => {
    expect(isCreditCode(code)).toBe(true)
  })

  it('refuses a wrong check digit, a wrong length and letters outside the alphabet', () => {
    expect(isCreditCode('91350100M000100Y44')).toBe(false)
    expect(isCreditCode('91350100M000100Y4')).toBe(false)
    expect(isCreditCode('91350100I000100Y43')).toBe(false)
    expect(creditCodeCheck('short')).toBeNull()
  })

  it('has check digit 0 when the sum leaves no remainder', () => {
    expect(creditCodeCheck('91000000000000465')).toBe('0')
  })

  it('normalises width, case and blanks', () => {
    expect(normalizeCode(' ９１35０100m000100y43 ')).toBe('91350100M000100Y43')
    expect(isCreditCode(' ９１35０100m000100y43 ')).toBe(true)
  })
})

describe('组织机构代码', () => {
  it.each([
    ['M000100Y', '4'],
    ['71526726', 'X'],
    ['00251805', '7'],
    ['00251807', '3'],
    ['00251809', 'X'],
    ['MA5AP9ET', '2'],
  ])('%s → %s', (body, check) => {
    expect(organizationCodeCheck(body)).toBe(check)
    expect(isOrganizationCode(`${body}-${check}`)).toBe(true)
  })

  it('refuses a wrong check and reports an unsound part of a credit code', () => {
    expect(isOrganizationCode('MA5AP9ET-5')).toBe(false)
    expect(organizationCodeCheck('1234')).toBeNull()
    expect(hasSoundOrganizationPart('9144030071526726XG')).toBe(true)
    expect(hasSoundOrganizationPart('91')).toBe(false)
  })
})
