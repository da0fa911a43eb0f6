import { compare, type Rational, subtract, ZERO } from '@yipanqi/base'
import { defineRule, type Result } from '../define-rule.ts'
import { showPlain } from '../exact.ts'
import { behindStep, type Finding, noPlan, progressInput } from './colour.ts'

const published = {
  document: '银川市 2025 年亮灯做法',
  article: null,
  effectiveFrom: '2025-01-01',
  effectiveTo: null,
}

/** 滞后 10–30 个百分点（含）黄，超过 30 红: percentage points of the plan, both bounds belong to yellow. */
export const yinchuanProgress = defineRule({
  ...published,
  id: 'lights/yinchuan-2025/progress',
  title: '进度滞后亮灯',
  parameters: {
    behindYellowFrom: { label: '滞后达到即黄灯', value: 10, unit: '个百分点' },
    behindRedOver: { label: '滞后超过即红灯', value: 30, unit: '个百分点' },
  },
  input: progressInput,
  evaluate({ plan, actual }, { behindYellowFrom: from, behindRedOver: over }): Result<Finding> {
    if (compare(plan, ZERO) <= 0) return { outcome: noPlan, steps: [] }
    const behind = subtract(plan, actual)
    const steps = [behindStep(plan, actual, [from, over], published.document)]
    if (compare(behind, over) > 0) return { outcome: { colour: 'red', because: `超过 ${showPlain(over)}` }, steps }
    if (compare(behind, from) >= 0) {
      const because = `在 ${showPlain(from)}–${showPlain(over)} 之间（含）`
      return { outcome: { colour: 'yellow', because }, steps }
    }
    const because = compare(behind, ZERO) > 0 ? `不到 ${showPlain(from)}` : '未滞后'
    return { outcome: { colour: 'green', because }, steps }
  },
})

/** 应开工未开工: `missed` counts month ends since the due month without a start, at least 1 once the day has passed. */
export const yinchuanStart = defineRule({
  ...published,
  id: 'lights/yinchuan-2025/start',
  title: '开工亮灯',
  parameters: {
    startYellowFrom: { label: '应开工未开工即黄灯', value: 1, unit: '个月' },
    startRedFrom: { label: '连续未开工即红灯', value: 3, unit: '个月' },
  },
  input: { missed: { label: '应开工未开工', unit: '个月' } },
  evaluate: ({ missed }, { startYellowFrom, startRedFrom }) =>
    byMonths('未开工月数', missed, compare(missed, startYellowFrom) >= 0, compare(missed, startRedFrom) >= 0, {
      green: '开工按期',
      yellow: '到期未开工',
      red: `连续 ${showPlain(startRedFrom)} 个月未开工`,
    }),
})

/** 开工后未入库: `months` is the number of whole months since the start that have been exceeded. */
export const yinchuanListing = defineRule({
  ...published,
  id: 'lights/yinchuan-2025/listing',
  title: '入库亮灯',
  parameters: {
    listingYellowFrom: { label: '开工后未入库满此月数即黄灯', value: 1, unit: '个月' },
    listingRedFrom: { label: '开工后未入库超过此月数即红灯', value: 2, unit: '个月' },
  },
  input: { months: { label: '开工后未入库', unit: '个月' } },
  evaluate: ({ months }, { listingYellowFrom, listingRedFrom }) =>
    byMonths('未入库月数', months, compare(months, listingYellowFrom) >= 0, compare(months, listingRedFrom) >= 0, {
      green: '入库按期',
      yellow: `开工超过 ${showPlain(listingYellowFrom)} 个月未入库`,
      red: `开工超过 ${showPlain(listingRedFrom)} 个月未入库`,
    }),
})

/** 到位资金低于要求即红. */
export const yinchuanFunds = defineRule({
  ...published,
  id: 'lights/yinchuan-2025/funds',
  title: '资金到位亮灯',
  parameters: {},
  input: { required: { label: '应到位资金', unit: '' }, received: { label: '实到位资金', unit: '' } },
  evaluate({ required, received }) {
    const short = compare(received, required) < 0
    const outcome: Finding = {
      colour: short ? 'red' : 'green',
      because: short ? '资金到位低于要求' : '资金到位达到要求',
    }
    const value = showPlain(subtract(required, received))
    return {
      outcome,
      steps: [
        { label: '资金缺口', formula: '应到位 − 实到位', inputs: {}, value, unit: '', source: published.document },
      ],
    }
  },
})

function byMonths(
  label: string,
  months: Rational,
  yellow: boolean,
  red: boolean,
  words: Readonly<Record<'green' | 'yellow' | 'red', string>>,
): Result<Finding> {
  const colour = red ? 'red' : yellow ? 'yellow' : 'green'
  return {
    outcome: { colour, because: words[colour] },
    steps: [
      { label, formula: '按月末计', inputs: {}, value: showPlain(months), unit: '个月', source: published.document },
    ],
  }
}
