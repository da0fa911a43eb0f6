import type { OpenAPIHono } from '@hono/zod-openapi'
import { bulkAnswer, bulkApply, bulkEdit, bulkPreview } from '@yipanqi/model/libraries/index.ts'
import { carryOutBulk, previewBulk } from '../../library/bulk/bulk-edit.ts'
import { readableLedger } from '../../library/list/readable.ts'
import { unsealedPreview } from '../../library/records/unsealed-copy.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'
import { libraryParams, recordTag } from './library-records.ts'

export function registerLibraryBulk(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'post',
    path: '/api/v1/libraries/{library}/bulk/preview',
    tag: recordTag,
    summary: '批量修改：先看会改哪些',
    params: libraryParams,
    body: bulkEdit,
    response: bulkPreview,
    refuses: [403, 404, 422],
    replay: unsealedPreview,
    handle: async ({ house, trx, session, params, body }) =>
      previewBulk(house, trx, session.actor, await readableLedger(trx, session.actor, params.library), body),
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/libraries/{library}/bulk',
    tag: recordTag,
    summary: '批量修改：照预览改，一条变了都不改',
    params: libraryParams,
    body: bulkApply,
    response: bulkAnswer,
    refuses: [403, 404, 409, 422],
    handle: async ({ house, trx, session, params, body: { token, ...edit } }) =>
      carryOutBulk(house, trx, session.actor, await readableLedger(trx, session.actor, params.library), edit, token),
  })
}
