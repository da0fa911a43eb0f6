import { compare, divide, multiply, rational, subtract, ZERO } from '@yipanqi/base'
import { defineRule } from '../define-rule.ts'
import { showBeside, showPlain } from '../exact.ts'
import { noPlan, progressInput } from './colour.ts'

const HUNDRED = rational(100)

/** A shortfall as share of the plan, not percentage points: the same 50 % means another thing than in 银川. */
function shortfallRule(id: string, title: string, document: string, redOver: number) {
  return defineRule({
    id,
    title,
    document,
    article: null,
    effectiveFrom: '2022-01-01',
    effectiveTo: null,
    parameters: { shortfallRedOver: { label: '缺口超过计划的此比例即红灯', value: redOver, unit: '%' } },
    input: progressInput,
    evaluate({ plan, actual }, { shortfallRedOver: over }) {
      if (compare(plan, ZERO) <= 0) return { outcome: noPlan, steps: [] }
      const shortfall = divide(multiply(subtract(plan, actual), HUNDRED), plan)
      const shown = showBeside(shortfall, [over, ZERO])
      const step = {
        label: '缺口占计划',
        formula: '（序时进度 − 实际进度）÷ 序时进度',
        inputs: {},
        value: shown,
        unit: '%',
        source: document,
      }
      if (compare(shortfall, ZERO) <= 0) {
        return { outcome: { colour: 'green' as const, because: '达到计划' }, steps: [step] }
      }
      if (compare(shortfall, over) > 0) {
        const because = `缺口占计划的 ${shown}%，超过 ${showPlain(over)}%`
        return { outcome: { colour: 'red' as const, because }, steps: [step] }
      }
      const because = `缺口占计划的 ${shown}%，不超过 ${showPlain(over)}%（含）`
      return { outcome: { colour: 'yellow' as const, because }, steps: [step] }
    },
  })
}

/** 累计达到计划绿，缺口 50% 以内（含）黄，超过 50% 红. */
export const sanyaProgress = shortfallRule('lights/sanya-2022/progress', '投资进度亮灯', '三亚市 2022 年亮灯做法', 50)

/** 债券资金支出落后 30% 以内（含）黄，超过 30% 红. */
export const tianjinBond = shortfallRule('lights/tianjin-2022/bond', '债券资金支出亮灯', '天津市 2022 年亮灯做法', 30)
