import { compare, subtract, ZERO } from '@yipanqi/base'
import { defineRule } from '../define-rule.ts'
import { behindStep, type Finding, noPlan, progressInput } from './colour.ts'

const document = '广元市督察整改亮灯做法'

/**
 * 慢于计划但能完成黄. 完成无望即红 is a judgement of people: no arithmetic lights it, so that red comes only from the
 * deadline.
 */
export const guangyuanProgress = defineRule({
  id: 'lights/guangyuan-2018/progress',
  title: '整改进度亮灯',
  document,
  article: null,
  effectiveFrom: '2018-01-01',
  effectiveTo: null,
  parameters: {},
  input: progressInput,
  evaluate({ plan, actual }) {
    if (compare(plan, ZERO) <= 0) return { outcome: noPlan, steps: [] }
    const slow = compare(subtract(plan, actual), ZERO) > 0
    const outcome: Finding = slow
      ? { colour: 'yellow', because: '慢于计划' }
      : { colour: 'green', because: '不慢于计划' }
    return { outcome, steps: [behindStep(plan, actual, [ZERO], document)] }
  },
})
