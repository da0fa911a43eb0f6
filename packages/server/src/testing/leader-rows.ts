// The endpoints of 县领导分工: a request of each that would do something if it were allowed.
import type { TestCounty } from './harness.ts'

/** As the table of permissions.test.ts has them. */
interface LeaderRow {
  readonly ask: (r: CountyLeader) => { path: string; body?: object }
  readonly own?: true
  readonly outsider?: 403
  readonly wrong: keyof TestCounty['people']
}
export interface CountyLeader {
  /** Id of a leader of the county, as it was staged. */
  readonly leader: number
}

const at = (r: CountyLeader, verb: string) => `/leaders/${r.leader}/actions/${verb}`
const duty = { post: '冒名', portfolio: '', units: [], position: 1 }

export const leaderRows: Readonly<Record<string, LeaderRow>> = {
  'get /leaders/history': { ask: () => ({ path: '/leaders/history' }), own: true, wrong: 'leader' },
  'post /leaders': {
    ask: () => ({ path: '/leaders', body: { name: '冒名人', post: '副县长', validFrom: '2026-05-01' } }),
    own: true,
    wrong: 'fagaiHead',
  },
  'post /leaders/{id}/actions/change': {
    ask: (r) => ({
      path: at(r, 'change'),
      body: { version: 0, effectiveOn: '2026-05-20', basis: '冒名〔2026〕1号', ...duty },
    }),
    outsider: 403,
    wrong: 'party',
  },
  'post /leaders/{id}/actions/leave': {
    ask: (r) => ({ path: at(r, 'leave'), body: { version: 0, lastDay: '2026-05-20' } }),
    outsider: 403,
    wrong: 'leader',
  },
}
