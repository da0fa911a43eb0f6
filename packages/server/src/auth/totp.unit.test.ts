import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { base32, codeAt, newRecoveryCodes, otpUri, plainRecoveryCode, stepOf, stepOfCode } from './totp.ts'

const secret = Buffer.from('12345678901234567890')

// RFC 6238, appendix B (SHA-1), the last six of its eight digits.
it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at %d seconds the code is %s', (seconds, code) => {
  const now = new Date(seconds * 1000)
  expect(codeAt(secret, stepOf(now))).toBe(code)
  expect(stepOfCode(secret, code, now)).toBe(stepOf(now))
})

it('takes one step before and after, and no further', () => {
  const now = new Date('2026-05-21T10:00:00Z')
  const at = (shift: number) => stepOfCode(secret, codeAt(secret, stepOf(now) + shift), now)
  expect([-2, -1, 0, 1, 2].map(at)).toEqual([null, stepOf(now) - 1, stepOf(now), stepOf(now) + 1, null])
})

it('reads a code with a gap, and refuses what is none', () => {
  const now = new Date(59_000)
  expect(stepOfCode(secret, '287 082', now)).toBe(1)
  for (const wrong of ['', '28708', '2870821', '287083', 'abcdef', '二八七零八二']) {
    expect(stepOfCode(secret, wrong, now)).toBeNull()
  }
})

// RFC 4648, section 10.
it.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of %s', (plain, coded) => expect(base32(Buffer.from(plain))).toBe(coded))

it('base32 holds every bit', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const bits = [...base32(bytes)].map((c) =>
        'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'),
      )
      const whole = bits.join('')
      const back = Array.from(bytes, (_, i) => Number.parseInt(whole.slice(i * 8, i * 8 + 8), 2))
      expect(back).toEqual([...bytes])
    }),
  )
})

it('names issuer and account in the address', () => {
  expect(otpUri('xitongyuan', secret)).toMatch(/^otpauth:\/\/totp\/%E4%B8%80.+:xitongyuan\?secret=[A-Z2-7]{32}&issuer=/)
})

it('ten recovery codes, all different, read whatever way they are typed', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) {
    expect(code).toMatch(/^[a-z2-7]{5}-[a-z2-7]{5}$/)
    expect(plainRecoveryCode(` ${code.toUpperCase().replace('-', ' ')} `)).toBe(plainRecoveryCode(code))
  }
})
