import { compare, divide, multiply, rational, ZERO } from '@yipanqi/base'
import { defineRule } from '../define-rule.ts'
import { showBeside, showPlain } from '../exact.ts'
import { type Finding, noPlan, progressInput } from './colour.ts'

const document = '新晃县 2015 年黄牌做法'

/** 月任务完成不到 80% 跟踪，不到 60% 黄牌; it knows no red by progress. */
export const xinhuangProgress = defineRule({
  id: 'lights/xinhuang-2015/progress',
  title: '月任务完成率黄牌',
  document,
  article: null,
  effectiveFrom: '2015-01-01',
  effectiveTo: null,
  parameters: {
    completionYellowBelow: { label: '完成率低于即黄牌', value: 60, unit: '%' },
    completionTrackBelow: { label: '完成率低于即跟踪', value: 80, unit: '%' },
  },
  input: progressInput,
  evaluate({ plan, actual }, { completionYellowBelow: yellow, completionTrackBelow: track }) {
    if (compare(plan, ZERO) <= 0) return { outcome: noPlan, steps: [] }
    const completion = divide(multiply(actual, rational(100)), plan)
    const shown = showBeside(completion, [yellow, track])
    const outcome = ((): Finding => {
      const done = `完成计划的 ${shown}%`
      if (compare(completion, yellow) < 0) return { colour: 'yellow', because: `${done}，不到 ${showPlain(yellow)}%` }
      if (compare(completion, track) < 0) {
        return { colour: 'green', because: `${done}，不到 ${showPlain(track)}%，列入跟踪` }
      }
      return { colour: 'green', because: `${done}，不低于 ${showPlain(track)}%` }
    })()
    const step = {
      label: '完成率',
      formula: '实际进度 ÷ 序时进度',
      inputs: {},
      value: shown,
      unit: '%',
      source: document,
    }
    return { outcome, steps: [step] }
  },
})
