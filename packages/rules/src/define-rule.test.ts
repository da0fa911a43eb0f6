import { add, rational } from '@yipanqi/base'
import { describe, expect, it } from 'vitest'
import { defineRule } from './define-rule.ts'
import { showPlain } from './exact.ts'

const rule = defineRule({
  id: 'test/sum',
  title: '和',
  document: '某办法',
  article: '第一条',
  effectiveFrom: '2025-01-01',
  effectiveTo: '2025-12-31',
  parameters: {
    extra: { label: '加', value: 1, unit: '分' },
    law: { label: '法定', value: 2, unit: '分', locked: true },
  },
  input: { score: { label: '得分', unit: '分' } },
  evaluate({ score }, { extra, law }) {
    const sum = add(add(score, extra), law)
    const step = {
      label: '和',
      formula: '得分 + 加 + 法定',
      inputs: {},
      value: showPlain(sum),
      unit: '分',
      source: null,
    }
    return { outcome: sum, steps: [step] }
  },
})

describe('defineRule', () => {
  it('evaluates with its own numbers and explains itself', () => {
    const { outcome, steps } = rule.run({ score: rational(5) })
    expect(outcome).toEqual(rational(8))
    expect(steps).toEqual([
      { label: '和', formula: '得分 + 加 + 法定', inputs: { 得分: '5分' }, value: '8', unit: '分', source: null },
    ])
  })

  it('takes a county’s numbers, but not for what is law, and not what is no number', () => {
    expect(rule.run({ score: rational(5) }, { extra: 1.5 }).outcome).toEqual(rational(17, 2))
    expect(rule.run({ score: rational(5) }, { law: 9, unknown: 3, extra: Number.NaN }).outcome).toEqual(rational(8))
    expect(rule.run({ score: rational(5) }, Object.create({ extra: 100 }) as Record<string, number>).outcome).toEqual(
      rational(8),
    )
  })

  it('is in force from its first to its last day', () => {
    expect(['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map(rule.inForceOn)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})
