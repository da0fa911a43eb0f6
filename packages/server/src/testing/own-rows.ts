// The endpoints of a county's own ledgers: a request of each that would do something if it were allowed.
import type { OwnDetail } from '@yipanqi/model/libraries/own/index.ts'
import { draftOf, fallowLand } from '../library/own/testing.ts'
import type { Client, TestCounty } from './harness.ts'

/** As the table of permissions.test.ts has them. Which ledgers there are is no secret in their county. */
interface OwnRow {
  readonly ask: (r: LedgerOwn) => { path: string; body?: object }
  readonly own: true
  readonly wrong?: keyof TestCounty['people']
}
export interface LedgerOwn {
  /** Drafted by the office. */
  readonly ownLedger: OwnDetail
}

const root = '/own-libraries'
const rules = '/own-library-rules'
const at = (r: LedgerOwn, tail = '') => `${root}/${r.ownLedger.id}${tail}`
const version = (r: LedgerOwn) => ({ version: r.ownLedger.version })
const change = (tail: string, body: (r: LedgerOwn) => object): OwnRow => ({
  ask: (r) => ({ path: at(r, tail), body: { ...version(r), ...body(r) } }),
  own: true,
  wrong: 'leader',
})
const one = `${root}/{own}`

export const ownRows: Readonly<Record<string, OwnRow>> = {
  [`get ${root}`]: { ask: () => ({ path: root }), own: true },
  [`get ${one}`]: { ask: (r) => ({ path: at(r) }), own: true },
  [`post ${root}`]: {
    ask: () => ({ path: root, body: draftOf({ ...fallowLand, name: '冒名台账' }) }),
    own: true,
    wrong: 'leader',
  },
  [`post ${root}/review`]: {
    ask: () => ({ path: `${root}/review`, body: { definition: fallowLand } }),
    own: true,
    wrong: 'leader',
  },
  [`patch ${one}/draft`]: change('/draft', () => draftOf({ ...fallowLand, name: '冒名台账' })),
  [`post ${one}/propose`]: change('/propose', () => ({})),
  [`post ${one}/withdraw`]: change('/withdraw', () => ({})),
  [`post ${one}/decide`]: change('/decide', () => ({ decision: 'approve' })),
  [`post ${one}/renew`]: change('/renew', () => ({ endsOn: '2027-01-01', reason: '冒名续用' })),
  [`post ${one}/stop`]: change('/stop', () => ({ reason: '冒名' })),
  [`post ${one}/objections`]: change('/objections', () => ({ field: 'f3' })),
  [`post ${one}/objections/{id}/answer`]: change('/objections/1/answer', () => ({ accept: true, note: '冒名' })),
  [`get ${rules}`]: { ask: () => ({ path: rules }), own: true },
  [`patch ${rules}`]: {
    ask: () => ({
      path: rules,
      body: { version: 0, approvers: ['leader'], longestDays: 1000, remindDays: [1], basis: '冒名文号' },
    }),
    own: true,
    wrong: 'leader',
  },
}

/** A draft that bears the marker. */
export async function stageOwn(office: Client, marker: string): Promise<LedgerOwn> {
  const made = await office.post<OwnDetail>(
    root,
    draftOf({ ...fallowLand, name: `台账${marker}`.slice(0, 20), purpose: marker }),
  )
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  return { ownLedger: made.body }
}
