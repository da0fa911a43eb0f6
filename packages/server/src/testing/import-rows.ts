// The endpoints of imports and exports: a request of each that would tell or do something if it were allowed.
import type { Import } from '@yipanqi/model/libraries/index.ts'
import { csvOf, formOf, upload } from '../library/testing/import-files.ts'
import type { Client, TestCounty } from './harness.ts'

/** As the table of permissions.test.ts has them. */
interface ImportRow {
  readonly ask: (r: LedgerImports) => { path: string; body?: object; form?: FormData }
  readonly own?: true
  readonly wrong?: keyof TestCounty['people']
}
export interface LedgerImports {
  /** A file of two projects that the office looks at, one of them with a fault. */
  readonly brought: Import
}

const all = '/libraries/projects'
const one = (r: LedgerImports, tail = '') => `${all}/imports/${r.brought.id}${tail}`
const at = (r: LedgerImports) => ({ version: r.brought.version })
const on = (tail: string, body?: (r: LedgerImports) => object): ImportRow => ({
  ask: (r) => ({ path: one(r, tail), ...(body ? { body: body(r) } : {}) }),
  wrong: 'leader',
})
const path = '/libraries/{library}/imports'

export const importRows: Readonly<Record<string, ImportRow>> = {
  [`post ${path}`]: {
    ask: () => ({ path: `${all}/imports`, form: formOf(csvOf([['项目名称'], ['冒名']]), '冒名.csv') }),
    own: true,
    wrong: 'leader',
  },
  [`get ${path}`]: { ask: () => ({ path: `${all}/imports` }), own: true, wrong: 'leader' },
  [`get ${path}/{id}`]: on(''),
  [`patch ${path}/{id}`]: on('', (r) => ({ ...at(r), columns: [{ index: 0, field: 'obstacle' }] })),
  [`get ${path}/{id}/rows`]: on('/rows'),
  [`patch ${path}/{id}/rows/{row}`]: on('/rows/2', () => ({ cells: { 0: '冒名' } })),
  [`post ${path}/{id}/commit`]: on('/commit', (r) => ({ ...at(r), rows: 'valid' })),
  [`post ${path}/{id}/cancel`]: on('/cancel', at),
  [`get ${path}/{id}/result`]: on('/result'),
  'get /libraries/{library}/export': {
    ask: () => ({ path: `${all}/export?format=csv&columns=name,obstacle,contact` }),
    own: true,
  },
  'get /libraries/{library}/template': { ask: () => ({ path: `${all}/template` }), own: true, wrong: 'leader' },
}

export async function stageImport(office: Client, marker: string): Promise<LedgerImports> {
  const file = csvOf([
    ['项目名称', '卡点', '开工日期'],
    [`${marker}甲`, marker, '2026-01-05'],
    [`${marker}乙`, marker, '没有的日子'],
  ])
  return { brought: await upload(office, 'projects', file, `${marker}.csv`) }
}
