// Saved views of a ledger's list.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { saveView, viewShape, viewsAnswer } from '@yipanqi/model/libraries/index.ts'
import { z } from 'zod'
import { readableLedger } from '../../library/list/readable.ts'
import { addView, changeView, dropView, listViews } from '../../library/views/views.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'
import { libraryParams } from './library-records.ts'
import { idParams } from './shapes.ts'

const tag = '台账视图'
const path = '/api/v1/libraries/{library}/views'
const one = libraryParams.extend(idParams.shape)
const changed = saveView.extend({ version: z.number().int().nonnegative() })

export function registerLibraryViews(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path,
    tag,
    summary: '自己的和共享的视图',
    params: libraryParams,
    response: viewsAnswer,
    refuses: [404],
    handle: async ({ trx, session, params }) => ({
      items: await listViews(trx, session.actor, (await readableLedger(trx, session.actor, params.library)).library),
    }),
  })
  endpoint(app, {
    method: 'post',
    path,
    tag,
    summary: '存一个视图',
    params: libraryParams,
    body: saveView,
    status: 201,
    response: viewShape,
    refuses: [403, 404, 409],
    handle: async ({ trx, session, params, body }) =>
      addView(trx, session.actor, (await readableLedger(trx, session.actor, params.library)).library, body),
  })
  endpoint(app, {
    method: 'patch',
    path: `${path}/{id}`,
    tag,
    summary: '改一个视图',
    params: one,
    body: changed,
    response: viewShape,
    refuses: [403, 404, 409],
    handle: async ({ trx, session, params, body }) =>
      changeView(
        trx,
        session.actor,
        (await readableLedger(trx, session.actor, params.library)).library,
        params.id,
        body,
      ),
  })
  endpoint(app, {
    method: 'delete',
    path: `${path}/{id}`,
    tag,
    summary: '删一个视图',
    params: one,
    response: z.object({ id: z.number().int() }),
    refuses: [403, 404],
    handle: async ({ trx, session, params }) => {
      await dropView(trx, session.actor, (await readableLedger(trx, session.actor, params.library)).library, params.id)
      return { id: params.id }
    },
  })
}
