import type { MatterReasons } from '@yipanqi/model'
import { describe, expect, it } from 'vitest'
import { shownRole } from './roles.ts'
import { deadlineWords, targetParts } from './why-words.ts'

const deadline = {
  start: 0,
  end: 3,
  text: '年底前',
  from: null,
  to: '2026-12-31',
  recur: null,
  provisional: false,
  workdays: false,
  why: null,
} satisfies MatterReasons['deadlines'][number]

describe('why this day', () => {
  it('goes from the words over the rule to the day', () => {
    expect(deadlineWords(deadline, '2026-02-09')).toEqual([
      '原文“年底前”',
      '以文件日期2026年2月9日推算',
      '即 2026年12月31日',
    ])
  })
  it('says that a day in working days may still move', () => {
    const lines = deadlineWords({ ...deadline, text: '15个工作日内', workdays: true, provisional: true }, '2026-12-20')
    expect(lines[1]).toContain('数工作日')
    expect(lines.at(-1)).toContain('节假日安排未公布')
  })
  it('takes the reader’s own reason where it gives one', () => {
    expect(deadlineWords({ ...deadline, why: '年末即 12月31日' }, null)[1]).toBe('年末即 12月31日')
  })
})

it('shows a hidden figure as one that is still to be filled', () => {
  const parts = targetParts({
    start: 0,
    end: 4,
    text: '**亿元',
    indicator: '信贷投放',
    relation: '>=',
    basis: 'change',
    value: null,
    to: null,
    unit: '亿元',
    masked: true,
    normal: null,
    why: null,
  })
  expect(Object.fromEntries(parts)).toMatchObject({ 数值: '原文隐去，待补', 口径: '增减（与上期比）' })
})

it('tells 共性要求 from other obligations', () => {
  expect(shownRole({ role: 'obligation', why: '财经办改为“共性要求”' })).toBe('common')
  expect(shownRole({ role: 'obligation', why: '写明由谁办' })).toBe('obligation')
})
