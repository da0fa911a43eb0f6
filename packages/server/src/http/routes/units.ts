import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  cancelUnitChange,
  unitChangeBody,
  unitChangeItem,
  unitChangePage,
  unitChangePreview,
  unitDirectory,
} from '@yipanqi/model'
import { z } from 'zod'
import { requirePost } from '../../accounts/require-post.ts'
import { cancelChange, orderChange, presentChanges, previewChange } from '../../units/orders.ts'
import { unitHistory } from '../../units/present.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'
import { idParams, pageQuery } from './shapes.ts'

const tag = '单位变更'
const listQuery = pageQuery.extend({
  state: z.enum(['planned', 'done', 'cancelled', 'failed']).optional().meta({ description: '状态' }),
})

/** Units as dated data: what was, what is, and what is ordered. */
export function registerUnits(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path: '/api/v1/units/history',
    tag,
    summary: '全部单位及沿革（含已撤并）',
    response: unitDirectory,
    refuses: [403],
    handle: async ({ trx, session }) => {
      requirePost(session.actor, ['system-admin', 'security-admin', 'dispatcher'], '查看单位沿革')
      return { items: await unitHistory(trx, session.actor.county) }
    },
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/unit-changes',
    tag,
    summary: '单位变更记录，新的在前',
    query: listQuery,
    response: unitChangePage,
    refuses: [403],
    handle: async ({ house, trx, session, query }) => {
      const { actor } = session
      requirePost(actor, ['system-admin', 'security-admin', 'dispatcher'], '查看单位变更')
      let rows = trx
        .selectFrom('unit_change')
        .selectAll()
        .where('county', '=', actor.county)
        .orderBy('id', 'desc')
        .limit(query.limit + 1)
      if (query.state) rows = rows.where('state', '=', query.state)
      if (query.after) rows = rows.where('id', '<', query.after)
      const found = await rows.execute()
      const page = found.slice(0, query.limit)
      const next = found.length > query.limit ? String(page.at(-1)?.id) : null
      return { items: await presentChanges(house, trx, actor.county, page), next, count: null }
    },
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/unit-changes/preview',
    tag,
    summary: '先看：这样变更，哪些会转、转到哪（不写入）',
    body: unitChangeBody,
    response: unitChangePreview,
    refuses: [403, 404, 409],
    handle: ({ house, trx, session, body }) => {
      requirePost(session.actor, ['system-admin'], '单位变更')
      return previewChange(house, trx, session.actor, body)
    },
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/unit-changes',
    tag,
    summary: '单位变更：新设、更名、调整、合并、拆分',
    body: unitChangeBody,
    status: 201,
    response: unitChangeItem,
    refuses: [403, 404, 409],
    handle: ({ house, trx, session, body }) => {
      requirePost(session.actor, ['system-admin'], '单位变更')
      return orderChange(house, trx, session.actor, body)
    },
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/unit-changes/{id}/actions/cancel',
    tag,
    summary: '取消还没有执行的变更',
    params: idParams,
    body: cancelUnitChange,
    response: unitChangeItem,
    refuses: [403, 404, 409],
    handle: ({ house, trx, session, params, body }) => {
      requirePost(session.actor, ['system-admin'], '取消单位变更')
      return cancelChange(house, trx, session.actor, params.id, body.version)
    },
  })
}
