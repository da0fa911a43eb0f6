// The endpoints of the three administrators: whose each is, and a request that would do something if it were allowed.
import type { TestCounty } from './harness.ts'

export interface AdministratorRow {
  /** Who may. Everybody else of the county gets 403, the same post of another county 404 where a record is named. */
  readonly keepers: readonly (keyof TestCounty['people'])[]
  readonly ask: (r: AdministratorRecords) => { path: string; body?: object }
  /** Names a record of the county. */
  readonly record?: true
}
export interface AdministratorRecords {
  readonly county: TestCounty
  readonly account: number
  /** A pending account. */
  readonly newcomer: number
  readonly change: number
}

const common = { basis: '测委编〔2026〕1号', effectiveOn: '2026-05-21' }
const version = { version: 0 }
const grant = { ...version, post: 'liaison', scope: 'subtree' }

const action = (
  verb: string,
  keeper: 'admin' | 'security',
  body: (r: AdministratorRecords) => object,
): AdministratorRow => ({
  keepers: [keeper],
  record: true,
  ask: (r) => ({ path: `/accounts/${r.account}/actions/${verb}`, body: body(r) }),
})

export const administratorRows: Readonly<Record<string, AdministratorRow>> = {
  'get /units/history': { keepers: ['admin', 'security', 'dispatcher'], ask: () => ({ path: '/units/history' }) },
  'get /unit-changes': { keepers: ['admin', 'security', 'dispatcher'], ask: () => ({ path: '/unit-changes' }) },
  'post /unit-changes/preview': {
    keepers: ['admin'],
    record: true,
    ask: ({ county: { units } }) => ({
      path: '/unit-changes/preview',
      body: { ...common, kind: 'merge', from: [units.fagai.id], into: { unit: units.gongxin.id } },
    }),
  },
  'post /unit-changes': {
    keepers: ['admin'],
    record: true,
    ask: ({ county: { units } }) => ({
      path: '/unit-changes',
      body: { ...common, kind: 'rename', unit: units.fagai.id, ...version, name: '冒名的局', short: '冒名局' },
    }),
  },
  'post /unit-changes/{id}/actions/cancel': {
    keepers: ['admin'],
    record: true,
    ask: (r) => ({ path: `/unit-changes/${r.change}/actions/cancel`, body: version }),
  },
  'get /accounts': { keepers: ['admin', 'security'], ask: () => ({ path: '/accounts' }) },
  'post /accounts': {
    keepers: ['admin'],
    record: true,
    ask: ({ county }) => ({
      path: '/accounts',
      body: { name: `fake-${county.code}`, display: '冒名', unit: county.units.fagai.id, post: 'leader' },
    }),
  },
  'get /accounts/{id}': {
    keepers: ['admin', 'security'],
    record: true,
    ask: (r) => ({ path: `/accounts/${r.account}` }),
  },
  'patch /accounts/{id}': {
    keepers: ['admin'],
    record: true,
    ask: (r) => ({ path: `/accounts/${r.account}`, body: { ...version, display: '冒名' } }),
  },
  'get /accounts/{id}/hand-over': {
    keepers: ['admin'],
    record: true,
    ask: (r) => ({ path: `/accounts/${r.account}/hand-over` }),
  },
  'post /accounts/{id}/actions/transfer': action('transfer', 'admin', (r) => ({
    ...version,
    unit: r.county.units.town.id,
    post: 'leader',
  })),
  'post /accounts/{id}/actions/hand-over': action('hand-over', 'admin', (r) => ({ ...version, to: r.newcomer })),
  'post /accounts/{id}/actions/leave': action('leave', 'admin', () => version),
  'post /accounts/{id}/actions/reset-password': action('reset-password', 'admin', () => version),
  'post /accounts/actions/grant': {
    keepers: ['security'],
    record: true,
    ask: (r) => ({ path: '/accounts/actions/grant', body: { accounts: [{ id: r.newcomer, version: 0 }] } }),
  },
  'post /accounts/actions/setup-codes': {
    keepers: ['admin'],
    record: true,
    ask: (r) => ({ path: '/accounts/actions/setup-codes', body: { accounts: [{ id: r.newcomer, version: 0 }] } }),
  },
  'post /accounts/{id}/actions/grant': action('grant', 'security', () => grant),
  'post /accounts/{id}/actions/suspend': action('suspend', 'security', () => ({ ...version, note: '冒名暂停' })),
  'post /accounts/{id}/actions/unlock': action('unlock', 'security', () => version),
  'post /accounts/{id}/actions/reset-second-factor': action('reset-second-factor', 'security', () => version),
  'get /audit': { keepers: ['auditor'], ask: () => ({ path: '/audit' }) },
  'get /audit/state': { keepers: ['auditor'], ask: () => ({ path: '/audit/state' }) },
  'post /audit/verify': { keepers: ['auditor'], ask: () => ({ path: '/audit/verify' }) },
  'get /audit/export': { keepers: ['auditor'], ask: () => ({ path: '/audit/export' }) },
}
