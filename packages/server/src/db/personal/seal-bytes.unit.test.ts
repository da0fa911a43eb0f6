import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeFacts, encodeFacts } from './facts.ts'
import { openedCount, recall, remember } from './opened.ts'
import { openBytes, sealBytes } from './seal-bytes.ts'

const key = fc.uint8Array({ minLength: 32, maxLength: 32 })

it('opens with its key and context, and with no other', () => {
  fc.assert(
    fc.property(key, key, fc.uint8Array({ maxLength: 300 }), fc.string(), fc.string(), (one, other, plain, a, b) => {
      const sealed = sealBytes(one, plain, a)
      const sameKey = Buffer.from(one).equals(Buffer.from(other))
      expect(openBytes(one, sealed, a)).toEqual(Buffer.from(plain))
      expect(openBytes(other, sealed, a) !== null).toBe(sameKey)
      expect(openBytes(one, sealed, b) !== null).toBe(a === b)
    }),
  )
})

it('opens nothing after any bit was changed, or cut', () => {
  const sealed = sealBytes(Buffer.alloc(32, 5), Buffer.from('文'), 'c')
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = Buffer.from(sealed)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(openBytes(Buffer.alloc(32, 5), changed, 'c')).toBeNull()
  }
  for (let size = 0; size < sealed.length; size += 1) {
    expect(openBytes(Buffer.alloc(32, 5), sealed.subarray(0, size), 'c')).toBeNull()
  }
})

it('hides the length of a name', () => {
  const sizes = ['李四', '欧阳明月'].map((display) => encodeFacts({ display }).length)
  expect(sizes).toEqual([64, 64])
  expect(decodeFacts(encodeFacts({ display: '李四', phone: '1' }))).toEqual({ display: '李四', phone: '1' })
})

it('remembers a bounded number, for a bounded time', () => {
  const sealed = Buffer.from('x')
  remember('old', sealed, { display: '旧' }, 0)
  expect(recall('old', sealed, 59_000)).toEqual({ display: '旧' })
  expect(recall('old', sealed, 61_000)).toBeNull()
  expect(recall('old', Buffer.from('y'), 0)).toBeNull()
  for (let i = 0; i < 6_000; i += 1) remember(`n${i}`, sealed, { display: '新' })
  expect(openedCount()).toBe(5_000)
  expect(recall('n0', sealed)).toBeNull()
  expect(recall('n5999', sealed)).toEqual({ display: '新' })
})
