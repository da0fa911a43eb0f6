import { describe, expect, it } from 'vitest'
import { matterAt, nextMatter, startOf } from './selection.ts'

describe('two-way selection', () => {
  it('walks through the matters of one sentence and then closes', () => {
    expect(nextMatter([4, 5], null)).toBe(4)
    expect(nextMatter([4, 5], 4)).toBe(5)
    expect(nextMatter([4, 5], 5)).toBeNull()
    expect(nextMatter([4, 5], 99)).toBe(4)
  })
  it('finds the first sentence of a matter', () => {
    const sentence = (start: number, matters: number[]) => ({
      start,
      end: start + 1,
      clause: null,
      role: 'obligation' as const,
      why: '',
      matters,
      light: null,
    })
    expect(startOf({ sentences: [sentence(3, [1]), sentence(9, [1, 2])] }, 2)).toBe(9)
    expect(startOf({ sentences: [] }, 2)).toBeNull()
    expect(matterAt({ sentences: [sentence(3, [1])] }, 3)).toBe(1)
    expect(matterAt({ sentences: [sentence(3, [1])] }, 4)).toBeNull()
  })
})
