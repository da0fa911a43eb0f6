import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeAscii, encodeAscii } from './base64url.ts'
import { type Cursor, decodeCursor, encodeCursor } from './cursor.ts'

const cursors: fc.Arbitrary<Cursor> = fc.record({
  field: fc.string({ maxLength: 20 }),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
  // -0 is not a value that a column has, and JSON has no NaN.
  value: fc.oneof(fc.constant(null), fc.string({ unit: 'binary', maxLength: 60 }), fc.integer()),
  id: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
})

describe('cursor', () => {
  it('decode(encode(x)) = x', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor)
      }),
    )
  })

  it('uses only letters that stand in a URL as they are', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        expect(encodeCursor(cursor)).toMatch(/^[\w-]+$/)
      }),
    )
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => decodeCursor(text)).not.toThrow()
      }),
    )
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(() => decodeCursor(encodeAscii(json.replace(/[^\0-\x7f]/g, '?')))).not.toThrow()
      }),
    )
  })

  it.each([
    ['empty', ''],
    ['not base64url', '翻页'],
    ['padding', `${encodeAscii('["a","asc",1,1]')}=`],
    ['not JSON', encodeAscii('["a",')],
    ['not a list', encodeAscii('{"field":"a"}')],
    ['too short', encodeAscii('["a","asc",1]')],
    ['an unknown direction', encodeAscii('["a","up",1,1]')],
    ['an object as value', encodeAscii('["a","asc",{},1]')],
    ['a fraction as id', encodeAscii('["a","asc",1,1.5]')],
    ['no id', encodeAscii('["a","asc",1,0]')],
    ['too long', 'A'.repeat(9000)],
  ])('refuses %s', (_what, code) => expect(decodeCursor(code)).toBeNull())
})

describe('base64url', () => {
  it('agrees with the platform', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(encodeAscii(text)).toBe(Buffer.from(text, 'latin1').toString('base64url'))
        expect(decodeAscii(encodeAscii(text))).toBe(text)
      }),
    )
  })

  it('accepts one spelling only', () => {
    expect(decodeAscii('YQ')).toBe('a')
    expect(decodeAscii('YR')).toBeNull()
  })
})
