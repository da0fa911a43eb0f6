import { compare, ZERO } from '@yipanqi/base'
import { defineRule } from '../define-rule.ts'
import { showPlain } from '../exact.ts'
import type { Finding } from './colour.ts'

/**
 * 投资增速: 不低于计划且不低于全市平均绿，有增长但低于黄，负增长红. A growth of exactly 0 is not negative: yellow.
 * Where the mean is not known, give the plan for it.
 */
export const tianjinGrowth = defineRule({
  id: 'lights/tianjin-2022/growth',
  title: '投资增速亮灯',
  document: '天津市 2022 年亮灯做法',
  article: null,
  effectiveFrom: '2022-01-01',
  effectiveTo: null,
  parameters: {},
  input: {
    growth: { label: '增速', unit: '%' },
    plan: { label: '计划增速', unit: '%' },
    mean: { label: '全市平均增速', unit: '%' },
  },
  evaluate({ growth, plan, mean }) {
    const compared = compare(mean, plan) !== 0
    const outcome = ((): Finding => {
      if (compare(growth, ZERO) < 0 && compare(growth, plan) < 0) return { colour: 'red', because: '负增长' }
      if (compare(growth, plan) < 0) return { colour: 'yellow', because: '有增长但低于计划' }
      if (compare(growth, mean) < 0) return { colour: 'yellow', because: '达到计划但低于全市平均' }
      return { colour: 'green', because: compared ? '不低于计划和全市平均' : '不低于计划' }
    })()
    const formula = compared ? `与计划、全市平均 ${showPlain(mean)}% 比较` : '与计划比较'
    const step = { label: '增速', formula, inputs: {}, value: showPlain(growth), unit: '%', source: null }
    return { outcome, steps: [step] }
  },
})
