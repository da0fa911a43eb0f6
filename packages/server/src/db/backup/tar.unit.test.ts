import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSafePath } from './archive-reader.ts'
import { inOrder } from './catalog.ts'
import { decodeHeader, encodeHeader, paddingOf } from './tar.ts'

it('gives back name and size, beyond 8 GB too', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9/._-]{1,100}$/), fc.maxSafeNat(), (name, size) => {
      expect(decodeHeader(encodeHeader({ name, size }, 1_800_000_000))).toEqual({ name, size })
      expect((size + paddingOf(size)) % 512).toBe(0)
    }),
  )
})

it('knows no header in which a byte was changed, and takes no name without room', () => {
  const header = encodeHeader({ name: 'tables/matter.copy.gz', size: 12 }, 0)
  for (let at = 0; at < 148; at += 1) {
    const changed = Buffer.from(header)
    changed[at] = (changed[at] ?? 0) ^ 4
    expect(decodeHeader(changed)).toBeNull()
  }
  expect(() => encodeHeader({ name: 'x'.repeat(101), size: 0 }, 0)).toThrow(RangeError)
})

it('takes plain paths only', () => {
  expect(['ab/abcdef', 'a.txt'].every(isSafePath)).toBe(true)
  expect(['../x', '/etc/passwd', 'a//b', '.hidden', 'a/..', '', 'a\\b', '甲'].filter(isSafePath)).toEqual([])
})

it('orders tables so that what is referred to comes first', () => {
  const references = [
    { one: 'matter', other: 'unit' },
    { one: 'answer', other: 'matter' },
    { one: 'unit', other: 'county' },
  ]
  expect(inOrder(['answer', 'county', 'matter', 'unit'], references)).toEqual(['county', 'unit', 'matter', 'answer'])
  expect(() =>
    inOrder(
      ['a', 'b'],
      [
        { one: 'a', other: 'b' },
        { one: 'b', other: 'a' },
      ],
    ),
  ).toThrow('circle')
})
