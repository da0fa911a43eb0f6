// The endpoints of one record of a ledger: a request of each that would do something if it were allowed.
import type { RecordDetail } from '@yipanqi/model/libraries/index.ts'
import type { Client, TestCounty } from './harness.ts'
import type { Owner } from './snapshot.ts'
import { uploadFile, type Troupe } from './stage.ts'

/** As the table of permissions.test.ts has them. */
interface RecordRow {
  readonly ask: (r: LedgerRecords) => { path: string; body?: object; form?: FormData }
  readonly own?: true
  readonly wrong?: keyof TestCounty['people']
}
export interface LedgerRecords {
  /** A project of 发改局, with a telephone number. */
  readonly project: RecordDetail
  /** A matter that is tied to it. */
  readonly tied: number
}

const all = '/libraries/projects'
const one = (r: LedgerRecords, tail = '') => `${all}/records/${r.project.id}${tail}`
const at = (r: LedgerRecords) => ({ version: r.project.version })
const reason = { reason: '冒名' }
const since = '2026-05-21'
const edit = (r: LedgerRecords) => ({ ids: [r.project.id], values: { obstacle: '冒名' }, ...reason })
const read = (tail: string): RecordRow => ({ ask: (r) => ({ path: one(r, tail) }) })
const change = (tail: string, body: (r: LedgerRecords) => object, wrong: RecordRow['wrong'] = 'leader'): RecordRow => ({
  ask: (r) => ({ path: one(r, tail), body: body(r) }),
  ...(wrong ? { wrong } : {}),
})
const record = '/libraries/{library}/records/{id}'

export const recordRows: Readonly<Record<string, RecordRow>> = {
  'post /libraries/{library}/records': {
    ask: () => ({ path: `${all}/records`, body: { values: { name: '冒名' } } }),
    own: true,
    wrong: 'leader',
  },
  [`get ${record}`]: read(''),
  [`get ${record}/history`]: read('/history'),
  [`get ${record}/at`]: read(`/at?date=${since}`),
  [`get ${record}/gates`]: read('/gates'),
  [`get ${record}/matters`]: read('/matters'),
  [`patch ${record}`]: change('', (r) => ({ ...at(r), values: { obstacle: '冒名' } })),
  [`post ${record}/remove`]: change('/remove', (r) => ({ ...at(r), ...reason })),
  [`post ${record}/restore`]: change('/restore', (r) => ({ ...at(r), ...reason })),
  [`post ${record}/reveal`]: change('/reveal', () => ({ field: 'contactPhone', ...reason }), 'party'),
  [`post ${record}/stage`]: change('/stage', (r) => ({
    ...at(r),
    to: 'suspended',
    since,
    approver: '冒名',
    ...reason,
  })),
  'post /libraries/{library}/bulk/preview': {
    ask: (r) => ({ path: `${all}/bulk/preview`, body: edit(r) }),
    own: true,
    wrong: 'leader',
  },
  'post /libraries/{library}/bulk': {
    ask: (r) => ({ path: `${all}/bulk`, body: { ...edit(r), token: '0'.repeat(64) } }),
    own: true,
    wrong: 'leader',
  },
  'get /libraries/{library}/setting': { ask: () => ({ path: `${all}/setting` }), own: true },
  'patch /libraries/{library}/setting': {
    ask: (r) => ({ path: `${all}/setting`, body: { version: 0, keepers: [r.project.values['leadUnit']] } }),
    own: true,
    wrong: 'fagaiHead',
  },
  'get /code-tables': { ask: () => ({ path: '/code-tables' }), own: true },
  'get /code-tables/{table}': { ask: () => ({ path: '/code-tables/industry?under=C13' }), own: true },
  'post /code-tables/{table}': {
    ask: () => {
      const form = new FormData()
      form.set('file', new File(['行业代码,名称\n135,冒名\n1351,冒名'], '行业.csv'))
      return { path: '/code-tables/industry', form }
    },
    own: true,
    wrong: 'fagaiHead',
  },
  'get /libraries/{library}/board': { ask: () => ({ path: `${all}/board` }), own: true },
  'get /libraries/{library}/funnel': { ask: () => ({ path: `${all}/funnel` }), own: true },
  'get /libraries/{library}/map': {
    ask: () => ({ path: `${all}/map?west=100&south=20&east=120&north=45&zoom=5` }),
    own: true,
  },
  'get /map-base': { ask: () => ({ path: '/map-base' }), own: true },
  'get /outlines': { ask: () => ({ path: '/outlines' }), own: true },
  'get /matters/{id}/records': { ask: (r) => ({ path: `/matters/${r.tied}/records` }) },
  'post /matters/{id}/records': {
    ask: (r) => ({ path: `/matters/${r.tied}/records`, body: { library: 'projects', record: r.project.id } }),
    wrong: 'leader',
  },
  'delete /matters/{id}/records/{library}/{record}': {
    ask: (r) => ({ path: `/matters/${r.tied}/records/projects/${r.project.id}` }),
    wrong: 'leader',
  },
}

/** A project that bears the marker wherever it can, tied to a matter of its unit. */
export async function stageRecord(
  office: Client,
  county: TestCounty,
  marker: string,
  matter: number,
): Promise<LedgerRecords> {
  const values = {
    name: `${marker}项目`,
    leadUnit: county.units.fagai.id,
    contact: marker,
    contactPhone: '13812341234',
    obstacle: marker,
    position: { point: [115_000_000, 27_000_000] },
  }
  const made = await office.post<RecordDetail>(`${all}/records`, {
    values,
    stage: 'preparing',
    stageSince: '2020-01-01',
  })
  if (made.status !== 201) throw new Error(`record: ${made.status} ${JSON.stringify(made.body)}`)
  const tied = await office.post(`/matters/${matter}/records`, { library: 'projects', record: made.body.id })
  if (tied.status !== 200) throw new Error(`tie: ${tied.status} ${JSON.stringify(tied.body)}`)
  return { project: made.body, tied: matter }
}

/** What a record leaves beside its row: a reason, a look at its number, a file, a promised paper, an outline. */
export async function leaveTraces(troupe: Troupe, owner: Owner, marker: string, matter: number): Promise<void> {
  const { office, county } = troupe
  const { project } = await stageRecord(office, county, marker, matter)
  const path = `${all}/records/${project.id}`
  const file = await uploadFile(office, `${marker} 附件`)
  const paper = { condition: 'site', state: 'missing', basis: marker, promisedBy: marker, due: '2026-12-31' }
  const asked = [
    await office.patch(path, { version: 0, values: { papers: [file], track: '核准' }, reason: marker }),
    await office.post(`${path}/reveal`, { field: 'contactPhone', reason: marker }),
    await office.post(`${path}/stage`, { version: 1, to: 'preparing', since: '2020-01-01', papers: [paper] }),
  ]
  const refused = asked.find((a) => a.status !== 200)
  if (refused) throw new Error(`traces: ${refused.status} ${JSON.stringify(refused.body)}`)
  await owner.query('insert into outline (county, unit, rings) values ($1, $2, $3)', [
    county.code,
    county.units.town.id,
    '[[[1,1],[2,1],[2,2],[1,1]]]',
  ])
}
