// The ledgers and their lists: which there are, what they are made of, pages, counts.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { countAnswer, libraryItem, libraryShape, listQuery, recordPage } from '@yipanqi/model/libraries/index.ts'
import { z } from 'zod'
import { askOf } from '../../library/list/ask.ts'
import { countRows } from '../../library/list/count-rows.ts'
import { libraryShapeOf, listLibraries } from '../../library/list/libraries.ts'
import { listRecords } from '../../library/list/list-records.ts'
import { readableLedger } from '../../library/list/readable.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'
import { libraryParams } from './library-records.ts'

export const listTag = '台账清单'
const items = z.object({ items: z.array(libraryItem) }).meta({ id: 'Libraries' })
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
    handle: async ({ session, params }) => libraryShapeOf(session.actor, readableLedger(session.actor, params.library)),
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/libraries/{library}/records',
    tag: listTag,
    summary: '台账清单：筛选、搜索、排序、翻页',
    params: libraryParams,
    query: listQuery,
    response: recordPage,
    refuses: [404],
    handle: ({ house, trx, session, params, query }) =>
      listRecords(house, trx, session.actor, readableLedger(session.actor, params.library), query),
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/libraries/{library}/count',
    tag: listTag,
    summary: '共有多少条（默认数到 1000）',
    params: libraryParams,
    query: countQuery,
    response: countAnswer,
    refuses: [404],
    handle: async ({ trx, session, params, query }) => {
      const ledger = readableLedger(session.actor, params.library)
      const asked = await askOf(trx, session.actor, ledger, query)
      return { count: await countRows(trx, session.actor, ledger, asked, query.count) }
    },
  })
}
