import { chineseCalendar } from '@yipanqi/base'
import { describe, expect, it } from 'vitest'
import { verdict } from '../api/matters.ts'
import { inForce, kinds, type Light, type State, states } from '../words.ts'
import type { LightFacts, LightScheme, Step } from './facts.ts'
import { judge } from './judge.ts'
import { monthsExceeded, monthsMissed, roleOf } from './judge-project.ts'
import { presetIds } from './presets/index.ts'
import { qinghe, starts, TODAY } from './testing.ts'

const calendar = chineseCalendar()
const look = (facts: Partial<LightFacts> = {}, scheme: Partial<LightScheme> = {}, today = TODAY) =>
  judge({ ...starts, ...facts }, { ...qinghe, ...scheme }, today, calendar)
/** A curve that is filed for the day of judgement, so that the plan is a round number: percent of 100. */
const plan = (value: number) => ({ target: null, curve: [{ date: TODAY, value }] })
const silent = { lastReportAsOf: null, lastReportAcceptedOn: null }

describe('指标, by the filed curve', () => {
  it('prints its arithmetic', () => {
    const curve = [
      { date: '2026-05-31', value: 15 },
      { date: '2026-06-30', value: 30 },
    ]
    const seen = look({ curve, lastReportAsOf: '2026-05-31', lastReportAcceptedOn: '2026-05-31' }, {}, '2026-05-31')
    expect(seen.light).toBe('yellow')
    expect(seen.pace).toBe('欠进度')
    expect(seen.sentence).toBe(
      '计划曲线（已报备）5月末 15 个 = 50.0%，实际 12 个 = 40.0%，滞后 10.0 个百分点，在 10–30 之间（含）。',
    )
    expect(seen.rule).toEqual({
      name: '青禾县亮灯办法（参照银川 2025）',
      documentNumber: '青禾委办〔2026〕8号',
      article: '第五条',
    })
    expect(seen.steps).toEqual([
      { label: '序时进度', formula: '计划曲线（已报备）5月末 15 个 = 50.0%', value: '50.0%' },
      { label: '实际进度', formula: '12 ÷ 30 个', value: '40.0%' },
      { label: '后重', formula: '报备曲线在5月末低于线性，超过 15 个百分点', value: '低 32.4 个百分点' },
      { label: '滞后百分点', formula: '序时进度 − 实际进度', value: '10.0 个百分点' },
    ])
    expect(seen).toMatchObject({ since: null, lastEvidence: '2026-05-20', asOf: '2026-05-31' })
  })

  it.each<[string, number, number, Light | null, string]>([
    ['12a', 50, 40, 'yellow', '欠进度'],
    ['12b', 50, 40.1, 'green', '达进度'],
    ['a hair under ten points prints so', 50, 40.001, 'green', '达进度'],
    ['12c, 30', 50, 20, 'yellow', '欠进度'],
    ['12c, 30.1', 50, 19.9, 'red', '欠进度'],
    ['level', 50, 50, 'green', '达进度'],
    ['9.9 ahead', 50, 59.9, 'green', '达进度'],
    ['10 ahead', 50, 60, 'green', '超进度'],
    ['done', 50, 100, 'green', '已完成'],
    ['12e', 0, 0, null, '其他'],
  ])('%s', (_what, at, value, light, pace) => {
    expect(look({ ...plan(at), value })).toMatchObject({ light, pace })
  })

  it.each<[string, number, number, Light]>([
    ['12d', 100, 50, 'yellow'],
    ['12d', 100, 49.99, 'red'],
    ['met', 50, 50, 'green'],
  ])('%s 三亚 by share of the plan', (_what, at, value, light) => {
    expect(look({ ...plan(at), value }, { preset: 'sanya-2022' }).light).toBe(light)
  })

  it('never prints “10.0, 不到 10”', () => {
    expect(look({ ...plan(50), value: 40.001 }).sentence).toContain('滞后 9.999 个百分点，不到 10')
  })

  it('12e says 无序时要求', () => {
    expect(look({ ...plan(0), value: 5 }).sentence).toContain('无序时要求')
    expect(look({ value: 0 }, {}, '2026-01-04').light).toBeNull()
  })

  it('a county may judge by month, and by its own bounds', () => {
    const curve = [
      { date: '2026-04-30', value: 11 },
      { date: '2026-05-31', value: 15 },
    ]
    expect(look({ curve }).light).toBe('green')
    expect(look({ curve }, { parameters: { planByMonth: 1 } }).light).toBe('yellow')
    expect(look({ curve }, { parameters: { behindYellowFrom: 5 } }).light).toBe('yellow')
    // What a table may hold in spite of the types is no number.
    const stored = JSON.parse('{"behindYellowFrom":"5"}') as Record<string, number>
    expect(look({ curve }, { parameters: stored }).light).toBe('green')
  })
})

describe('the day whose plan counts', () => {
  // 60 % was reported of the end of April, when the line stood at 66.4 %; today it stands at 77.3 %.
  const facts = { target: null, value: 60, lastReportAsOf: '2026-04-30', lastReportAcceptedOn: '2026-05-06' }
  const fair = { parameters: { planAtReport: 1 } }

  it('is today’s, or by choice that of a fresh figure', () => {
    expect(look(facts).light).toBe('yellow')
    expect(look(facts, fair).light).toBe('green')
    expect(look(facts, fair).sentence).toMatch(
      /^没有报备曲线，按工作日线性推算到4月30日（第 79 个，共 119 个工作日），序时 66.4%/,
    )
  })

  it('a figure that is no longer fresh is held against today', () => {
    expect(look(facts, fair, '2026-06-03').light).toBe('green')
    expect(look(facts, fair, '2026-06-04').light).toBe('yellow')
    expect(look(facts, fair, '2026-06-04').sentence).toContain('序时 85.7%')
  })
})

describe('指标, otherwise', () => {
  it('is linear by working day, and says so', () => {
    const seen = look()
    expect(seen.light).toBe('red')
    expect(seen.sentence).toBe(
      '没有报备曲线，按工作日线性推算（第 92 个，共 119 个工作日），序时 77.3%，实际 12 个 = 40.0%，滞后 37.3 个百分点，超过 30。',
    )
  })

  it('counts what was never reported as 0', () => {
    expect(look({ value: null }).sentence).toContain('尚无反馈数，按 0 计')
    expect(look({ value: null, ...silent }).light).toBe('red')
  })

  it('a reached goal is green, whatever the curve asks; more than (>) leaves the number out', () => {
    const curve = [{ date: TODAY, value: 60 }]
    expect(look({ value: 30, curve })).toMatchObject({ light: 'green', pace: '已完成' })
    const target = { value: 30, unit: '个', relation: '>' } as const
    expect(look({ target, value: 30 }).pace).toBe('超进度')
    expect(look({ target, value: 31 }).pace).toBe('已完成')
  })

  it('keeps the first target beside the present one', () => {
    const seen = look({ firstTarget: { value: 40, unit: '个' } })
    expect(seen.steps).toContainEqual({ label: '首版目标', formula: '40 个，现版 30 个', value: '30.0%' })
  })

  it('is not lit while the target is masked, or without the days that a plan needs', () => {
    const masked = { value: null, unit: '亿元', relation: '>=', masked: true } as const
    expect(look({ target: masked })).toMatchObject({ light: null, sentence: '目标值未定，暂不亮灯。' })
    expect(look({ deadline: null })).toMatchObject({ light: null, pace: '其他' })
  })

  it('recognised reasons take yellow and red by progress away, never the deadline', () => {
    const exempt = { reason: '上级批次未下达', by: '常务副县长' }
    expect(look({ exempt })).toMatchObject({ light: 'green', pace: '欠进度' })
    expect(look({ exempt }).sentence).toContain('已认定正当理由（常务副县长：上级批次未下达）')
    expect(look({ exempt }, {}, '2026-07-01').light).toBe('red')
  })
})

describe('a ceiling (控制在)', () => {
  const target = { value: 100, unit: '万元', relation: '<=' } as const
  it.each<[string, Partial<LightFacts>, Light | null]>([
    ['below', { value: 80 }, 'green'],
    ['on it', { value: 100 }, 'green'],
    ['a little over', { value: 100.01 }, 'yellow'],
    ['30 points over', { value: 130 }, 'yellow'],
    ['more than 30 points over', { value: 130.1 }, 'red'],
    ['strictly below, on it', { value: 100, target: { ...target, relation: '<' } }, 'yellow'],
    ['9 points over a filed curve', { value: 59, curve: [{ date: TODAY, value: 50 }] }, 'green'],
    ['10 points over a filed curve', { value: 60, curve: [{ date: TODAY, value: 50 }] }, 'yellow'],
    ['31 points over a filed curve', { value: 81, curve: [{ date: TODAY, value: 50 }] }, 'red'],
    ['no figure yet', { value: null }, null],
    ['no figure and silence', { value: null, ...silent }, 'grey'],
    ['none allowed, none', { value: 0, target: { ...target, value: 0 } }, 'green'],
    ['none allowed, one', { value: 1, target: { ...target, value: 0 } }, 'red'],
  ])('%s', (_what, facts, light) => expect(look({ target, ...facts }).light).toBe(light))

  it('says how it was read', () => {
    expect(look({ target, value: 80 }).sentence).toBe(
      '控制在 100 万元以内，上限不按序时推算，实际 80 万元 = 80.0%，未超出。',
    )
    expect(look({ target, value: 101 }).sentence).toContain('高出上限 1.0 个百分点；上限已突破')
  })
})

describe('a growth rate', () => {
  const target = { value: 6.5, unit: '%', relation: '>=', basis: 'change' } as const
  it.each<[string, Partial<LightFacts>, Light | null]>([
    ['met', { value: 6.5 }, 'green'],
    ['10.8 points of the target short', { value: 5.8 }, 'yellow'],
    ['met the filed rate of the day', { value: 5.8, curve: [{ date: TODAY, value: 5.8 }] }, 'green'],
    ['not published yet', { value: null }, null],
    ['not published, and silence', { value: null, ...silent }, 'grey'],
    ['a goal below 0 is met or not', { value: -1, target: { ...target, value: -2 } }, 'green'],
    ['…', { value: -3, target: { ...target, value: -2 } }, null],
  ])('%s', (_what, facts, light) => expect(look({ target, ...facts }).light).toBe(light))

  it('is compared with the target itself, and never 已完成 before the end', () => {
    expect(look({ target, value: 6.6 })).toMatchObject({ pace: '达进度' })
    expect(look({ target, value: 6.6 }).sentence).toContain('增速不累计，按目标 6.5% 比较')
  })

  it('天津 has its own rule', () => {
    const tianjin = { preset: 'tianjin-2022' } as const
    expect(look({ target, value: 0.1 }, tianjin).light).toBe('yellow')
    expect(look({ target, value: -0.1 }, tianjin).light).toBe('red')
    expect(look({ target, value: 6.5 }, { ...tianjin, parameters: { cityMean: 7 } }).light).toBe('yellow')
  })
})

const names = ['起草', '征求意见', '合法性审查', '公平竞争审查', '审议', '印发']
const stepsOf = (done: number, due: (i: number) => string | null = () => null): Step[] =>
  names.map((name, i) => ({ name, due: due(i), doneOn: i < done ? '2026-01-20' : null }))

describe('制度成果', () => {
  const made = { kind: '制度成果', target: null, value: null } as const
  const monthly = (i: number) => `2026-0${i + 1}-25`

  it.each<[string, Step[], Light]>([
    ['all in time', stepsOf(4, monthly), 'green'],
    ['one late is yellow at once', stepsOf(3, monthly), 'yellow'],
    ['two late are red', stepsOf(2, monthly), 'red'],
    ['a step due today is not late', stepsOf(4, (i) => (i === 4 ? TODAY : monthly(i))), 'green'],
    ['and late tomorrow', stepsOf(4, (i) => (i === 4 ? '2026-05-20' : monthly(i))), 'yellow'],
    ['one late and over 30 points behind time', stepsOf(2, (i) => (i === 2 ? '2026-05-20' : '2026-06-30')), 'red'],
    [
      'one of two late is not red by its share',
      stepsOf(0, (i) => (i === 0 ? '2026-05-20' : '2026-06-30')).slice(0, 2),
      'yellow',
    ],
  ])('%s', (_what, steps, light) => expect(look({ ...made, steps }).light).toBe(light))

  it('names what is late', () => {
    expect(look({ ...made, steps: stepsOf(3, monthly) }).sentence).toBe(
      '6 步中完成 3 步 = 50.0%；已过时限未完成：公平竞争审查（4月25日）。',
    )
  })

  it('without due days: the share of steps against time', () => {
    const seen = look({ ...made, steps: stepsOf(3) })
    expect(seen.light).toBe('yellow')
    expect(seen.sentence).toBe(
      '6 步中完成 3 步 = 50.0%，没有分步时限，按工作日线性推算序时 77.3%，滞后 27.3 个百分点，在 10–30 之间（含）。',
    )
    expect(look({ ...made, steps: stepsOf(2) }).light).toBe('red')
    expect(look({ ...made, steps: stepsOf(6) }).pace).toBe('已完成')
  })

  it('without steps: a percent if one was reported, otherwise deadline and reports alone', () => {
    expect(look({ ...made, steps: [] })).toMatchObject({ light: 'green', pace: '其他' })
    expect(look({ ...made, steps: [], ...silent }).light).toBe('grey')
    expect(look({ ...made, steps: [], value: 50 }).light).toBe('yellow')
  })
})

describe('项目节点', () => {
  const project = { kind: '项目节点', target: null, value: null } as const
  const node = (name: string, due: string | null, doneOn: string | null = null) => ({ name, due, doneOn })

  it.each<[string, Step[], Light]>([
    ['start due later', [node('开工', '2026-06-15')], 'green'],
    ['start due today', [node('开工', TODAY)], 'green'],
    ['start missed', [node('开工', '2026-05-20')], 'yellow'],
    ['due in March, April and May not over', [node('开工', '2026-03-15')], 'yellow'],
    ['due in February: three month ends without a start', [node('开工', '2026-02-15')], 'red'],
    [
      'started, listing due later, within a month',
      [node('开工', '2026-05-01', '2026-04-21'), node('入库', '2026-06-30')],
      'green',
    ],
    ['a day over a month', [node('开工', '2026-05-01', '2026-04-20'), node('入库', '2026-06-30')], 'yellow'],
    ['two months exactly', [node('开工', '2026-05-01', '2026-03-21'), node('入库', '2026-06-30')], 'yellow'],
    ['a day over two months', [node('开工', '2026-05-01', '2026-03-20'), node('入库', '2026-06-30')], 'red'],
    ['another node late', [node('竣工', '2026-05-20'), node('投产', '2026-06-30')], 'yellow'],
  ])('%s', (_what, steps, light) => expect(look({ ...project, steps }).light).toBe(light))

  it('two of five late are 40 points: red', () => {
    const steps = ['立项', '招标', '用地', '竣工', '投产'].map((name, i) =>
      node(name, `2026-0${i + 1}-15`, i < 4 ? '2026-01-10' : null),
    )
    expect(look({ ...project, steps }).light).toBe('yellow')
    const later = steps.map((s, i) => (i === 2 ? { ...s, doneOn: null } : s))
    expect(look({ ...project, steps: later }).light).toBe('red')
  })

  it('nodes and the figure: the worse of both', () => {
    const target = { value: 5000, unit: '万元', relation: '>=' } as const
    const steps = [node('开工', '2026-02-15')]
    const seen = look({ ...project, target, value: 5000, steps })
    expect(seen.light).toBe('red')
    expect(seen.sentence).toContain('连续 3 个月未开工')
    expect(look({ ...project, target, value: 3000, steps: [node('开工', '2026-01-15', '2026-01-15')] }).light).toBe(
      'yellow',
    )
  })

  it('money below the requirement is red by 银川, and unknown to others', () => {
    const facts = { ...project, steps: [node('竣工', '2026-06-30')], funds: { required: 100, received: 99 } }
    expect(look(facts).light).toBe('red')
    expect(look(facts, { preset: 'sanya-2022' }).light).toBe('green')
    expect(look({ ...facts, funds: { required: 100, received: 100 } }).light).toBe('green')
  })

  it('nodes without days are counted, nothing at all is 0 %', () => {
    expect(look({ ...project, steps: [node('立项', null, '2026-02-01'), node('竣工', null)] }).light).toBe('yellow')
    expect(look({ ...project, steps: [] }).light).toBe('red')
    expect(look({ ...project, steps: [], value: 75 }).light).toBe('green')
  })

  it('knows start and listing by role or name, and counts months', () => {
    expect(roleOf(node('项目开工', null))).toBe('start')
    expect(roleOf(node('纳统入库', null))).toBe('listing')
    expect(roleOf({ ...node('破土', null), role: 'start' })).toBe('start')
    expect(monthsMissed('2026-01-31', '2026-01-31')).toBe(0)
    expect(monthsMissed('2026-01-31', '2026-02-01')).toBe(1)
    expect(monthsMissed('2026-01-10', '2026-03-31')).toBe(2)
    expect(monthsMissed('2026-01-10', '2026-04-01')).toBe(3)
    expect(monthsMissed('2000-01-10', '2026-04-01')).toBe(12)
    expect(monthsExceeded('2026-01-31', '2026-02-28')).toBe(0)
    expect(monthsExceeded('2026-01-31', '2026-03-01')).toBe(1)
  })
})

describe('常态', () => {
  const lasting = { kind: '常态', state: 'standing', target: null, value: null } as const
  const reported = (day: string) => ({ ...lasting, lastReportAsOf: day, lastReportAcceptedOn: day })

  it('is fresh or not, never a percentage', () => {
    expect(look(reported('2026-05-06'))).toMatchObject({ light: 'green', pace: '其他', steps: [] })
    expect(look(reported('2026-03-30')).light).toBe('grey')
    expect(look(reported('2026-03-30')).sentence).toBe(
      '4月进展应在 5月8日（含）前反馈，没有反馈；最近一次反馈 3月30日。',
    )
    expect(look(reported('2026-02-27')).light).toBe('yellow')
    expect(look({ ...lasting, ...silent }).sentence).toBe('连续 3 期没有反馈，交办以来没有反馈。')
    expect(look(reported('2026-05-06')).sentence).not.toContain('%')
  })

  it('a standing one has no deadline any more; one that was never verified has', () => {
    expect(look(reported('2026-07-01'), {}, '2026-07-10').light).toBe('green')
    expect(look({ ...reported('2026-07-01'), state: 'under-way' }, {}, '2026-07-10').light).toBe('red')
  })
})

describe('the deadline', () => {
  it('is red from the next day in every preset, closing requested or not', () => {
    for (const preset of presetIds) {
      for (const state of ['issued', 'under-way', 'closing'] as const) {
        expect(look({ state, value: 30 }, { preset }, '2026-06-30').light).toBe('green')
        expect(look({ state, value: 30 }, { preset }, '2026-07-01')).toMatchObject({ light: 'red', pace: '已完成' })
      }
    }
  })

  it('says by how much, and that verification is awaited', () => {
    const seen = look({ state: 'closing', value: 30 }, {}, '2026-07-08').sentence
    expect(seen).toContain('已过完成时限 6月30日（逾期 6 个工作日），已申请办结待核查')
    expect(look({ value: 30 }, {}, '2027-01-04').sentence).toContain('已过完成时限 2026年6月30日')
  })
})

describe('grey', () => {
  const stale = { lastReportAsOf: '2026-03-30', lastReportAcceptedOn: '2026-03-30' }
  it('replaces only green', () => {
    expect(look({ ...plan(50), value: 50, ...stale }).light).toBe('grey')
    expect(look({ ...plan(50), value: 40, ...stale }).light).toBe('yellow')
    expect(look({ ...plan(50), value: 10, ...stale }).light).toBe('red')
    expect(look({ ...plan(0), value: 0, ...stale }).light).toBeNull()
  })

  it('does not fall on what waits for verification', () => {
    expect(look({ ...plan(50), value: 100, ...stale, state: 'closing' })).toMatchObject({ light: 'green' })
    expect(look({ ...plan(50), value: 100, ...stale, state: 'closing' }).sentence).toMatch(/^已申请办结待核查；/)
  })

  it('names the last report', () => {
    expect(look({ ...plan(50), value: 50, ...stale }).sentence).toMatch(
      /^4月进展应在 5月8日（含）前反馈，没有反馈；最近一次反馈 3月30日；/,
    )
  })
})

describe('every kind in every state', () => {
  const cells = kinds.flatMap((kind) => states.map((state) => [kind, state] as const))
  const expected = (state: State): readonly (Light | null)[] => {
    if (state === 'closed') return ['done']
    return inForce.includes(state) ? ['green', 'yellow', 'red'] : [null]
  }
  it.each(cells)('%s, %s', (kind, state) => {
    const seen = look({ kind, state, closedOn: state === 'closed' ? '2026-05-05' : null })
    expect(verdict.parse(seen)).toEqual(seen)
    expect(seen.sentence.length).toBeGreaterThan(4)
    expect(expected(state)).toContain(seen.light)
  })

  it('a closed matter says when, and that it was late', () => {
    expect(look({ state: 'closed', closedOn: '2026-07-05' }, {}, '2026-08-01').sentence).toBe(
      '7月5日核查办结，晚于完成时限 6月30日。',
    )
    expect(look({ state: 'closed' }).sentence).toBe('已核查办结。')
  })
})
