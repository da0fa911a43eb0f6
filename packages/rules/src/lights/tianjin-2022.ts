import { compare, rational, ZERO } from '@yipanqi/base'
import { defineRule } from '../define-rule.ts'
import { showPlain } from '../exact.ts'
import type { Finding } from './colour.ts'

/** 投资增速: 不低于计划且不低于全市平均绿，有增长但低于黄，负增长红. A growth of exactly 0 is not negative: yellow. */
export const tianjinGrowth = defineRule({
  id: 'lights/tianjin-2022/growth',
  title: '投资增速亮灯',
  document: '天津市 2022 年亮灯做法',
  article: null,
  effectiveFrom: '2022-01-01',
  effectiveTo: null,
  // The mean changes monthly; a county that does not enter it is compared with the plan alone.
  parameters: { cityMean: { label: '全市平均增速', value: -1000, unit: '%' } },
  input: { growth: { label: '增速', unit: '%' }, plan: { label: '计划增速', unit: '%' } },
  evaluate({ growth, plan }, { cityMean }) {
    const compared = compare(cityMean, rational(-1000)) > 0
    const outcome = ((): Finding => {
      if (compare(growth, ZERO) < 0 && compare(growth, plan) < 0) return { colour: 'red', because: '负增长' }
      if (compare(growth, plan) < 0) return { colour: 'yellow', because: '有增长但低于计划' }
      if (compare(growth, cityMean) < 0) return { colour: 'yellow', because: '达到计划但低于全市平均' }
      return { colour: 'green', because: compared ? '不低于计划和全市平均' : '不低于计划' }
    })()
    const formula = compared ? `与计划、全市平均 ${showPlain(cityMean)}% 比较` : '与计划比较'
    const step = { label: '增速', formula, inputs: {}, value: showPlain(growth), unit: '%', source: null }
    return { outcome, steps: [step] }
  },
})
