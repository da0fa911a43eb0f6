// One record of a library: read, add, change, take off, put back; its numbers, history and files follow its rights.
import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  createRecord as createBody,
  patchRecord as patchBody,
  recordDetail as recordShape,
  removeRecord as removeBody,
} from '@yipanqi/model/libraries/index.ts'
import { z } from 'zod'
import { getLedger } from '../../library/ledger.ts'
import { createRecord, patchRecord, removeRecord } from '../../library/records/change-record.ts'
import { recordDetail } from '../../library/records/get-record.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'
import { idParams } from './shapes.ts'

export const recordTag = '台账记录'
export const libraryParams = z.object({
  library: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,40}$/, '没有这本台账')
    .meta({ description: '台账', example: 'enterprises' }),
})
export const recordParams = libraryParams.extend(idParams.shape)
export const recordPath = '/api/v1/libraries/{library}/records/{id}'

export function registerLibraryRecords(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'post',
    path: '/api/v1/libraries/{library}/records',
    tag: recordTag,
    summary: '新增一条记录',
    params: libraryParams,
    body: createBody,
    status: 201,
    response: recordShape,
    refuses: [403, 404, 409, 422],
    handle: ({ house, trx, session, params, body }) =>
      createRecord(house, trx, session.actor, getLedger(params.library), body),
  })
  endpoint(app, {
    method: 'get',
    path: recordPath,
    tag: recordTag,
    summary: '一条记录',
    params: recordParams,
    response: recordShape,
    refuses: [404],
    handle: ({ house, trx, session, params }) =>
      recordDetail(house, trx, session.actor, getLedger(params.library), params.id),
  })
  endpoint(app, {
    method: 'patch',
    path: recordPath,
    tag: recordTag,
    summary: '修改一条记录（只送要改的栏）',
    params: recordParams,
    body: patchBody,
    response: recordShape,
    refuses: [403, 404, 409, 422],
    handle: ({ house, trx, session, params, body }) =>
      patchRecord(house, trx, session.actor, getLedger(params.library), params.id, body),
  })
  endpoint(app, {
    method: 'post',
    path: `${recordPath}/remove`,
    tag: recordTag,
    summary: '移出台账（留痕，可恢复）',
    params: recordParams,
    body: removeBody,
    response: recordShape,
    refuses: [403, 404, 409],
    handle: ({ house, trx, session, params, body }) =>
      removeRecord(house, trx, session.actor, getLedger(params.library), params.id, body),
  })
}
