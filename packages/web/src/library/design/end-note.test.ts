import { describe, expect, it } from 'vitest'
import { endNote, endWords } from './end-note.ts'

const own = { state: 'active', waiting: false, endsOn: '2026-06-20', daysLeft: 30, stopped: null } as const

describe('the end of an own ledger is said plainly', () => {
  it('from a month before it on', () => {
    expect(endNote({ ...own, daysLeft: 31 })).toBeNull()
    expect(endNote(own)).toContain('还有 30 天到期')
    expect(endNote({ ...own, daysLeft: 0 })).toContain('今天到期')
    expect(endNote({ ...own, waiting: true })).toContain('续用的方案正在审批')
  })
  it('after it, with what stays', () => {
    const ended = { ...own, state: 'ended', daysLeft: -1 } as const
    expect(endNote(ended)).toMatch(/到期停用.*不能再填.*可以查看、导出/)
    expect(endNote({ ...ended, stopped: '省里有了系统' })).toContain('提前停用（省里有了系统）')
    expect(endWords(ended)).toMatch(/停用$/)
  })
  it('not of a draft, which has none', () => {
    expect(endNote({ ...own, state: 'draft', endsOn: null, daysLeft: null })).toBeNull()
  })
})
