import { describe, expect, it } from 'vitest'
import { timeWords } from './deadline.ts'

const matter = { state: 'under-way', deadline: '2026-06-30', overdue: false, lastEvidence: '2026-05-18' } as const

describe('the line under a deadline', () => {
  it('counts working days when the deadline is near', () => {
    expect(timeWords(matter, '2026-05-21')).toEqual({ text: '还有 27 个工作日', tone: 'plain' })
    expect(timeWords({ ...matter, deadline: '2026-05-25' }, '2026-05-21').tone).toBe('near')
  })
  it('says how late', () => {
    expect(timeWords({ ...matter, deadline: '2026-05-15', overdue: true }, '2026-05-21')).toEqual({
      text: '逾期 4 个工作日',
      tone: 'late',
    })
  })
  it('falls back to the last evidence, or that there is none', () => {
    expect(timeWords({ ...matter, deadline: '2026-12-31' }, '2026-05-21').text).toBe('佐证 5月18日')
    expect(timeWords({ ...matter, deadline: '2026-12-31', lastEvidence: null }, '2026-05-21').text).toBe('尚无佐证')
    expect(timeWords({ ...matter, state: 'closed' }, '2026-05-21').text).toBe('已办结')
  })
})
