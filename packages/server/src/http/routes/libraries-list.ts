// The ledgers and their lists: which there are, what they are made of, pages, counts.
import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  countAnswer,
  findAnswer,
  findQuery,
  groupAnswer,
  groupQuery,
  libraryItem,
  libraryShape,
  listQuery,
  recordPage,
  rollupAnswer,
  rollupQuery,
} from '@yipanqi/model/libraries/index.ts'
import { z } from 'zod'
import { askOf } from '../../library/list/ask.ts'
import { countRows } from '../../library/list/count-rows.ts'
import { findRecords } from '../../library/list/find-records.ts'
import { groupRecords } from '../../library/list/group-records.ts'
import { libraryShapeOf, listLibraries } from '../../library/list/libraries.ts'
import { listRecords } from '../../library/list/list-records.ts'
import { libraryOpenapi } from '../../library/list/library-openapi.ts'
import { readRollup } from '../../library/list/read-rollup.ts'
import { readableLedger } from '../../library/list/readable.ts'
import type { Vars } from '../context.ts'
import { openapiInfo } from '../docs.ts'
import { endpoint } from '../endpoint.ts'
import { libraryParams } from './library-records.ts'

export const listTag = '台账清单'
const items = z.object({ items: z.array(libraryItem) }).meta({ id: 'Libraries' })
type Whole = Parameters<typeof libraryOpenapi>[0]
const countQuery = listQuery
  .pick({ filter: true, search: true, removed: true })
  .extend({ count: z.enum(['capped', 'exact']).default('capped') })

export function registerLibrariesList(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path: '/api/v1/libraries',
    tag: listTag,
    summary: '有哪些台账',
    response: items,
    handle: async ({ trx, session }) => ({ items: await listLibraries(trx, session.actor) }),
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/libraries/{library}',
    tag: listTag,
    summary: '一本台账由哪些栏目组成',
    params: libraryParams,
    response: libraryShape,
    refuses: [404],
    handle: async ({ trx, session, params }) =>
      libraryShapeOf(session.actor, await readableLedger(trx, session.actor, params.library)),
  })
  endpoint(app, {
    method: 'get',
    early: true,
    path: '/api/v1/libraries/{library}/records',
    tag: listTag,
    summary: '台账清单：筛选、搜索、排序、翻页',
    params: libraryParams,
    query: listQuery,
    response: recordPage,
    refuses: [404],
    handle: async ({ house, trx, session, params, query }) =>
      listRecords(house, trx, session.actor, await readableLedger(trx, session.actor, params.library), query),
  })
  endpoint(app, {
    method: 'get',
    early: true,
    path: '/api/v1/libraries/{library}/count',
    tag: listTag,
    summary: '共有多少条（默认数到 1000）',
    params: libraryParams,
    query: countQuery,
    response: countAnswer,
    refuses: [404],
    handle: async ({ trx, session, params, query }) => {
      const ledger = await readableLedger(trx, session.actor, params.library)
      const asked = await askOf(trx, session.actor, ledger, query)
      return { count: await countRows(trx, session.actor, ledger, asked, query.count) }
    },
  })
  endpoint(app, {
    method: 'get',
    early: true,
    path: '/api/v1/libraries/{library}/groups',
    tag: listTag,
    summary: '按一栏分组、小计',
    params: libraryParams,
    query: groupQuery,
    response: groupAnswer,
    refuses: [404],
    handle: async ({ trx, session, params, query }) =>
      groupRecords(trx, session.actor, await readableLedger(trx, session.actor, params.library), query),
  })
  endpoint(app, {
    method: 'get',
    early: true,
    path: '/api/v1/libraries/{library}/rollups/{rollup}',
    tag: listTag,
    summary: '按月、按单位的汇总（随写随记，不临时加总）',
    params: libraryParams.extend({ rollup: z.string().regex(/^[a-z][a-z0-9_]{0,40}$/, '没有这项汇总') }),
    query: rollupQuery,
    response: rollupAnswer,
    refuses: [404],
    handle: async ({ trx, session, params, query }) =>
      readRollup(trx, session.actor, await readableLedger(trx, session.actor, params.library), params.rollup, query),
  })
  endpoint(app, {
    method: 'get',
    early: true,
    path: '/api/v1/libraries/{library}/find',
    tag: listTag,
    summary: '按名称、代码或拼音首字母找几条（填引用时用）',
    params: libraryParams,
    query: findQuery,
    response: findAnswer,
    refuses: [404],
    handle: async ({ trx, session, params, query }) => ({
      items: await findRecords(trx, session.actor, await readableLedger(trx, session.actor, params.library), query.q),
    }),
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/libraries/{library}/openapi.json',
    tag: listTag,
    summary: '这本台账的接口说明（OpenAPI 3.1）',
    params: libraryParams,
    response: z.looseObject({}).meta({ id: 'OpenApi' }),
    refuses: [404],
    handle: async ({ trx, session, params }) => {
      const { library } = await readableLedger(trx, session.actor, params.library)
      return libraryOpenapi(app.getOpenAPI31Document(openapiInfo) as unknown as Whole, library)
    },
  })
}
