// One record of a library: read, add, change, take off, put back; its numbers, history and files follow its rights.
import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  createRecord as createBody,
  historyAnswer,
  patchRecord as patchBody,
  recordAt as recordAtShape,
  recordDetail as recordShape,
  removeRecord as removeBody,
  restoreRecord as restoreBody,
  revealAnswer,
  revealBody,
} from '@yipanqi/model/libraries/index.ts'
import { isoDate } from '@yipanqi/model'
import { z } from 'zod'
import { recordAt } from '../../library/history/record-at.ts'
import { recordHistory } from '../../library/history/record-history.ts'
import { restoreRecord } from '../../library/history/restore-record.ts'
import { loadLedger } from '../../library/load-ledger.ts'
import { createRecord, patchRecord, removeRecord } from '../../library/records/change-record.ts'
import { recordDetail } from '../../library/records/get-record.ts'
import { revealField } from '../../library/records/reveal.ts'
import { unsealedRecord } from '../../library/records/unsealed-copy.ts'
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
    replay: unsealedRecord,
    handle: async ({ house, trx, session, params, body }) =>
      createRecord(house, trx, session.actor, await loadLedger(trx, session.actor, params.library), body),
  })
  endpoint(app, {
    method: 'get',
    early: true,
    path: recordPath,
    tag: recordTag,
    summary: '一条记录',
    params: recordParams,
    response: recordShape,
    refuses: [404],
    handle: async ({ house, trx, session, params }) =>
      recordDetail(house, trx, session.actor, await loadLedger(trx, session.actor, params.library), params.id),
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
    replay: unsealedRecord,
    handle: async ({ house, trx, session, params, body }) =>
      patchRecord(house, trx, session.actor, await loadLedger(trx, session.actor, params.library), params.id, body),
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
    replay: unsealedRecord,
    handle: async ({ house, trx, session, params, body }) =>
      removeRecord(house, trx, session.actor, await loadLedger(trx, session.actor, params.library), params.id, body),
  })
  endpoint(app, {
    method: 'post',
    path: `${recordPath}/restore`,
    tag: recordTag,
    summary: '恢复：撤销移出，或退回到某次变更之后的内容',
    params: recordParams,
    body: restoreBody,
    response: recordShape,
    refuses: [403, 404, 409, 422],
    replay: unsealedRecord,
    handle: async ({ house, trx, session, params, body }) =>
      restoreRecord(house, trx, session.actor, await loadLedger(trx, session.actor, params.library), params.id, body),
  })
  endpoint(app, {
    method: 'post',
    path: `${recordPath}/reveal`,
    tag: recordTag,
    summary: '查看遮住的号码（须写事由，留痕）',
    params: recordParams,
    body: revealBody,
    response: revealAnswer,
    refuses: [403, 404, 409],
    // Shown once: a repeated request is told that it was.
    replay: ({ field }) => ({ field, value: '（已显示过，要再看请重新查看）' }),
    handle: async ({ house, trx, session, params, body }) =>
      revealField(house, trx, session.actor, await loadLedger(trx, session.actor, params.library), params.id, body),
  })
  endpoint(app, {
    method: 'get',
    path: `${recordPath}/history`,
    tag: recordTag,
    summary: '变更记录',
    params: recordParams,
    response: historyAnswer,
    refuses: [403, 404],
    handle: async ({ house, trx, session, params }) =>
      recordHistory(house, trx, session.actor, await loadLedger(trx, session.actor, params.library), params.id),
  })
  endpoint(app, {
    method: 'get',
    path: `${recordPath}/at`,
    tag: recordTag,
    summary: '某一天的样子',
    params: recordParams,
    query: z.object({ date: isoDate }),
    response: recordAtShape,
    refuses: [403, 404],
    handle: async ({ house, trx, session, params, query }) =>
      recordAt(house, trx, session.actor, await loadLedger(trx, session.actor, params.library), params.id, query.date),
  })
}
