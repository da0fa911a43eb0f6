import { describe, expect, it } from 'vitest'
import { unitBook } from './book.ts'
import { suggestUnits } from './suggest.ts'
import { SUGGEST_CASES } from './suggest-cases.ts'

const book = unitBook()
const tried = SUGGEST_CASES.map(([task, lead]) => {
  const candidates = suggestUnits(task, '', book)
  return { task, lead, place: candidates.findIndex((one) => one.unit === lead), score: candidates[0]?.score ?? 0 }
})

describe('suggested lead units', () => {
  it('has the right one among the first three for at least 85 of 100 tasks', () => {
    expect(tried.filter(({ place }) => place >= 0 && place < 3).length / tried.length).toBeGreaterThanOrEqual(0.85)
  })

  it('is right at least four times in five where it shows 0.8 or more', () => {
    const sure = tried.filter(({ score }) => score >= 0.8)
    expect(sure.filter(({ place }) => place === 0).length / sure.length).toBeGreaterThanOrEqual(0.8)
  })

  it('hears nothing of the name that the task already has, and says which words spoke', () => {
    const [first] = suggestUnits('由县教育局负责，新建乡镇卫生院3所', '', book)
    expect(first?.unit).toBe('县卫生健康局')
    expect(first?.why).toContain('卫生院')
  })

  it('shares one certainty among the candidates', () => {
    for (const [task] of SUGGEST_CASES) {
      const [first, second] = suggestUnits(task, '', book)
      expect((first?.score ?? 0) + (second?.score ?? 0)).toBeLessThanOrEqual(1.001)
    }
  })
})
