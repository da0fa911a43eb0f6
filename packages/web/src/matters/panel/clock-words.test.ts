import { describe, expect, it } from 'vitest'
import { clockWords } from './Facts.tsx'

const clock = { since: '2026-05-06', workdays: 11, due: '2026-06-30', left: 27, uncertain: false }

describe('clocks in words', () => {
  it('says spent and left', () => {
    expect(clockWords(clock, '2026-05-21')).toBe('已 11 个工作日，到 6月30日还有 27 个工作日')
  })
  it('says how far over, and 约 where no holiday arrangement is published', () => {
    expect(clockWords({ ...clock, left: -3, uncertain: true }, '2026-05-21')).toBe(
      '已约 11 个工作日，超过 6月30日约 3 个工作日',
    )
    expect(clockWords({ ...clock, since: null, due: null, left: null }, '2026-05-21')).toBe('尚未起算')
  })
})
