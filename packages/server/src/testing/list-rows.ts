// The endpoints of a ledger's list and its views: a request of each that would tell or do something if it were allowed.
import type { View } from '@yipanqi/model/libraries/index.ts'
import type { Client, TestCounty } from './harness.ts'

/** As the table of permissions.test.ts has them. */
interface ListRow {
  readonly ask: (r: LedgerViews) => { path: string; body?: object }
  readonly own?: true
  readonly outsider?: 403
  readonly wrong?: keyof TestCounty['people']
}
export interface LedgerViews {
  /** A view of projects that the office shares with everybody. */
  readonly view: View
}

const all = '/libraries/projects'
const read = (tail: string): ListRow => ({ ask: () => ({ path: all + tail }), own: true })
const saved = { name: '冒名', shared: true, query: {} }

export const listRows: Readonly<Record<string, ListRow>> = {
  'get /libraries': { ask: () => ({ path: '/libraries' }), own: true },
  'get /libraries/{library}': read(''),
  'get /libraries/{library}/records': read('/records?columns=name,obstacle,contact'),
  'get /libraries/{library}/count': read('/count?count=exact'),
  'get /libraries/{library}/groups': read('/groups?by=name'),
  'get /libraries/{library}/rollups/{rollup}': read('/rollups/started'),
  'get /libraries/{library}/find': read('/find'),
  'get /libraries/{library}/openapi.json': read('/openapi.json'),
  'get /libraries/{library}/views': read('/views'),
  'post /libraries/{library}/views': {
    ask: () => ({ path: `${all}/views`, body: saved }),
    own: true,
    wrong: 'leader',
  },
  'patch /libraries/{library}/views/{id}': {
    ask: (r) => ({ path: `${all}/views/${r.view.id}`, body: { ...saved, version: r.view.version } }),
    outsider: 403,
    wrong: 'leader',
  },
  'delete /libraries/{library}/views/{id}': {
    ask: (r) => ({ path: `${all}/views/${r.view.id}` }),
    outsider: 403,
    wrong: 'leader',
  },
}

/** A shared view that bears the marker. */
export async function stageView(office: Client, marker: string): Promise<LedgerViews> {
  const made = await office.post<View>(`${all}/views`, { name: marker, shared: true, query: { search: marker } })
  if (made.status !== 201) throw new Error(`view: ${made.status} ${JSON.stringify(made.body)}`)
  return { view: made.body }
}
