import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { auditOps, auditPage, auditState as stateShape, auditVerdict, isoDate } from '@yipanqi/model'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { requirePost } from '../../accounts/require-post.ts'
import { exportAudit } from '../../audit/export.ts'
import { readAudit } from '../../audit/read.ts'
import { auditState, verifyNow } from '../../audit/verify-now.ts'
import type { Vars } from '../context.ts'
import { endpoint, sessionOf } from '../endpoint.ts'
import { refusals } from '../refusals.ts'
import { pageQuery } from './shapes.ts'

const tag = '审计'
const filters = z.object({
  from: isoDate.optional().meta({ description: '起始日（含）' }),
  to: isoDate.optional().meta({ description: '截止日（含）' }),
  account: z.string().max(64).optional().meta({ description: '登录账号' }),
  table: z.string().max(64).optional().meta({ description: '表' }),
  key: z.string().max(64).optional().meta({ description: '记录编号' }),
  op: z.enum(auditOps).optional().meta({ description: '新增 I、修改 U、删除 D' }),
  admins: z.stringbool().optional().meta({ description: '为真：只看三员办的' }),
})
const listQuery = pageQuery.extend(filters.shape)

/** The audit administrator reads, verifies and exports, and changes nothing. */
export function registerAudit(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path: '/api/v1/audit',
    tag,
    summary: '谁在何时改了什么，新的在前',
    query: listQuery,
    response: auditPage,
    refuses: [403],
    handle: ({ house, trx, session, query }) => {
      requirePost(session.actor, ['audit-admin'], '查看审计')
      return readAudit(house, trx, session.actor.county, query)
    },
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/audit/state',
    tag,
    summary: '封存到哪了',
    response: stateShape,
    refuses: [403],
    handle: ({ trx, session }) => {
      requirePost(session.actor, ['audit-admin'], '查看审计')
      return auditState(trx, session.actor.county)
    },
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/audit/verify',
    tag,
    summary: '核对封存',
    response: auditVerdict,
    refuses: [403],
    handle: ({ house, session }) => {
      requirePost(session.actor, ['audit-admin'], '核对封存')
      return verifyNow(house, session.actor.county)
    },
  })

  const download = createRoute({
    method: 'get',
    path: '/api/v1/audit/export',
    tags: [tag],
    summary: '导出审计（CSV）',
    request: { query: filters },
    responses: {
      200: {
        description: '逐栏一行的表格',
        content: { 'application/octet-stream': { schema: z.any().meta({ type: 'string', format: 'binary' }) } },
      },
      ...refusals('get', [400, 401, 403]),
    },
  })
  app.openapi(download, (async (c: Parameters<typeof sessionOf>[0]) => {
    const session = await sessionOf(c)
    requirePost(session.actor, ['audit-admin'], '导出审计')
    const house = c.get('house')
    const query = c.req.valid('query' as never) as z.output<typeof filters>
    const name = `审计-${session.countyName}-${house.clock.today()}.csv`
    return c.body(Readable.toWeb(exportAudit(house, session, query)) as ReadableStream, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    })
  }) as never)
}
