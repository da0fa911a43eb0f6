// A matter and a scheme for tests; each test changes what it is about.
import type { LightFacts, LightScheme } from './facts.ts'

/** 新开工项目 30 个以上（上半年）, issued in January, judged on 21 May 2026. */
export const starts: LightFacts = {
  state: 'under-way',
  kind: '指标',
  issuedOn: '2026-01-04',
  deadline: '2026-06-30',
  closedOn: null,
  target: { value: 30, unit: '个', relation: '>=', basis: 'count' },
  value: 12,
  firstTarget: null,
  steps: [],
  curve: [],
  cadence: 'monthly',
  lastReportAsOf: '2026-05-20',
  lastReportAcceptedOn: '2026-05-20',
  lastEvidence: '2026-05-20',
}

export const qinghe: LightScheme = {
  id: 1,
  name: '青禾县亮灯办法（参照银川 2025）',
  documentNumber: '青禾委办〔2026〕8号',
  preset: 'yinchuan-2025',
  article: '第五条',
  parameters: {},
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
}

export const TODAY = '2026-05-21'
