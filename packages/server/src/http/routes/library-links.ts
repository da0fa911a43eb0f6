import type { OpenAPIHono } from '@hono/zod-openapi'
import { linkBody, linkedMatters, linkedRecords } from '@yipanqi/model/libraries/index.ts'
import { loadLedger } from '../../library/load-ledger.ts'
import { linkRecord, mattersOfRecord, recordsOfMatter, unlinkRecord } from '../../library/links/links.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'
import { libraryParams, recordParams, recordPath } from './library-records.ts'
import { idParams } from './shapes.ts'

const tag = '事项与台账'
const linkParams = idParams.extend({ library: libraryParams.shape.library, record: idParams.shape.id })

export function registerLibraryLinks(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path: '/api/v1/matters/{id}/records',
    tag,
    summary: '事项关联的台账记录',
    params: idParams,
    response: linkedRecords,
    refuses: [404],
    handle: ({ trx, session, params }) => recordsOfMatter(trx, session.actor, params.id),
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/matters/{id}/records',
    tag,
    summary: '关联一条台账记录',
    params: idParams,
    body: linkBody,
    response: linkedRecords,
    refuses: [403, 404, 422],
    handle: async ({ trx, session, params, body }) =>
      linkRecord(trx, session.actor, params.id, await loadLedger(trx, session.actor, body.library), body.record),
  })
  endpoint(app, {
    method: 'delete',
    path: '/api/v1/matters/{id}/records/{library}/{record}',
    tag,
    summary: '解除关联',
    params: linkParams,
    response: linkedRecords,
    refuses: [403, 404],
    handle: async ({ trx, session, params }) =>
      unlinkRecord(trx, session.actor, params.id, await loadLedger(trx, session.actor, params.library), params.record),
  })
  endpoint(app, {
    method: 'get',
    path: `${recordPath}/matters`,
    tag,
    summary: '记录关联的事项',
    params: recordParams,
    response: linkedMatters,
    refuses: [404],
    handle: async ({ trx, session, params }) =>
      mattersOfRecord(trx, session.actor, await loadLedger(trx, session.actor, params.library), params.id),
  })
}
