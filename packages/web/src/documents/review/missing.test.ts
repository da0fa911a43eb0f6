import type { MatterItem } from '@yipanqi/model'
import { describe, expect, it } from 'vitest'
import { locked, missingWords } from './missing.ts'

const matter = {
  kind: '指标',
  state: 'signed-off',
  lead: null,
  deadline: '2026-12-31',
  doneWhen: null,
  target: null,
} as unknown as MatterItem

describe('what a draft lacks', () => {
  it('says it in the words of the table', () => {
    expect(missingWords(matter)).toEqual(['牵头单位', '完成标志'])
  })
  it('leaves only the gaps open after sign-off', () => {
    expect(locked(matter, 'lead')).toBe(false)
    expect(locked(matter, 'deadline')).toBe(true)
    expect(locked({ ...matter, state: 'reviewed' }, 'deadline')).toBe(false)
  })
})
