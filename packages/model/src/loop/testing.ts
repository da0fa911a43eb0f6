// A matter that every guard lets pass, and everybody who may meet it, for tests.
import { type Post, posts } from '../words.ts'
import type { MatterFacts, Who } from './facts.ts'

export const LEAD = 10
export const SUPPORT = 20
export const OTHER = 99

export const ready: MatterFacts = {
  id: 1,
  state: 'drafted',
  kind: '指标',
  title: '新开工项目 30 个以上',
  leadUnit: LEAD,
  supportUnits: [SUPPORT, 21],
  leader: 3,
  line: 'government',
  cadence: 'monthly',
  deadline: '2026-06-30',
  doneWhen: '30 个项目有施工许可',
  target: { indicator: '新开工项目', relation: '>=', basis: 'count', value: 30, to: null, unit: '个', masked: false },
  value: 12,
  evidenceCount: 1,
  awaiting: [],
  answers: [],
  key: false,
  leaderConsent: false,
  consultDue: null,
}

export const person = (post: Post, unit: number): Who => ({ account: 1, unit, post })
/** Every post in the lead unit, in a supporting one and in one that has no part. */
export const everybody: readonly Who[] = posts.flatMap((post) =>
  [LEAD, SUPPORT, OTHER].map((unit) => person(post, unit)),
)

export const TODAY = '2026-05-21'
