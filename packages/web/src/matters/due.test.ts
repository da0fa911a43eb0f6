import { describe, expect, it } from 'vitest'
import { dueChoices, dueOf } from './due.ts'

describe('spans of the deadline', () => {
  it('counts from today', () => {
    const choices = Object.fromEntries(dueChoices('2026-05-21').map((d) => [d.value, [d.from, d.to]]))
    expect(choices['past']).toEqual([undefined, '2026-05-20'])
    expect(choices['next']).toEqual(['2026-06-01', '2026-06-30'])
    expect(choices['quarter']).toEqual(['2026-04-01', '2026-06-30'])
  })
  it('knows its own spans again', () => {
    expect(dueOf('2026-05-01', '2026-05-31', '2026-05-21')).toBe('month')
    expect(dueOf(undefined, undefined, '2026-05-21')).toBeUndefined()
    expect(dueOf('2026-01-01', '2026-02-01', '2026-05-21')).toBeUndefined()
  })
})
