import type { Funnel } from '@yipanqi/model/libraries/records-api.ts'
import { expect, it } from 'vitest'
import { axisEnd, findings, type FunnelStage, mostStuck, narrowest, share } from './findings.ts'

const stage = (name: string, more: Partial<FunnelStage>): FunnelStage => ({
  stage: name,
  name,
  entered: 0,
  now: 0,
  wentOn: 0,
  left: 0,
  conversion: null,
  dwell: null,
  stalledAfter: null,
  stalled: 0,
  examples: [],
  ...more,
})
const funnel: Funnel = {
  stages: [
    stage('谋划', { entered: 100, wentOn: 70, conversion: 7000, stalled: 2, stalledAfter: 365 }),
    stage('储备', {
      entered: 70,
      wentOn: 20,
      conversion: 2857,
      stalled: 9,
      stalledAfter: 300,
      dwell: { n: 30, q1: 10, median: 194.5, q3: 261.5 },
    }),
    // Of three one went on: no finding, though the share is smaller.
    stage('前期', { entered: 3, wentOn: 1, conversion: 10 }),
    stage('在建', { entered: 20, wentOn: 0, conversion: 0 }),
  ],
  exits: [],
  asOf: '2026-11-24',
}

it('says where records stall', () => {
  expect(findings(funnel, '个')).toEqual([
    '停滞最多的是“储备”：9 个超过 300 天没有动。',
    '走得最少的是“储备”往后：到过 70 个，往后走了 20 个（28.6%）。',
    '停得最久的是“储备”：有一半停了 195 天以上。',
  ])
  expect(mostStuck(funnel.stages)?.name).toBe('储备')
  expect(narrowest(funnel.stages)?.name).toBe('储备')
})
it('says nothing of nothing', () => {
  expect(findings({ ...funnel, stages: [stage('谋划', {})] }, '个')).toEqual([])
  expect(share(null)).toBe('—')
  expect(share(7051)).toBe('70.5%')
})
it('ends the axis of days at a round number beyond the longest', () => {
  expect(axisEnd(funnel.stages)).toBe(400)
  expect(axisEnd([])).toBeGreaterThanOrEqual(1)
})
