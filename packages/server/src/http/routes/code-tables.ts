import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { codeNodes, codeQuery, codeTableIds, codeTables } from '@yipanqi/model/libraries/index.ts'
import { z } from 'zod'
import { bringTable } from '../../library/code-tables/bring-table.ts'
import { listTables, readCodes } from '../../library/code-tables/read-tables.ts'
import type { Vars } from '../context.ts'
import { endpoint, sessionOf } from '../endpoint.ts'
import { Fault, faults } from '../fault.ts'
import { readForm } from '../read-form.ts'
import { refusals } from '../refusals.ts'

const tag = '代码表'
const params = z.object({ table: z.enum(codeTableIds).meta({ description: 'industry 行业分类，division 行政区划' }) })
const form = z.object({
  file: z.any().meta({ type: 'string', format: 'binary', description: '.xlsx 或 .csv，表头有代码和名称' }),
})

/** National classifications: what ships, and the county's own files. */
export function registerCodeTables(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path: '/api/v1/code-tables',
    tag,
    summary: '有哪些代码表，本县补了什么',
    response: codeTables,
    handle: async ({ trx, session }) => ({ items: await listTables(trx, session.actor) }),
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/code-tables/{table}',
    tag,
    summary: '代码树的一层，或按名称找',
    params,
    query: codeQuery,
    response: codeNodes,
    refuses: [404],
    handle: async ({ trx, session, params: { table }, query }) => ({
      items: await readCodes(trx, session.actor, table, query),
    }),
  })

  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'post',
      path: '/api/v1/code-tables/{table}',
      tags: [tag],
      summary: '用本县的表整张更换',
      request: { params, body: { required: true, content: { 'multipart/form-data': { schema: form } } } },
      responses: {
        200: { description: '已更换', content: { 'application/json': { schema: codeTables } } },
        ...refusals('post', [400, 401, 403, 404, 415, 422]),
      },
    }),
  )
  app.post('/api/v1/code-tables/:table', async (c) => {
    const house = c.get('house')
    const { actor } = await sessionOf(c)
    const table = codeTableIds.find((one) => one === c.req.param('table'))
    if (!table) throw faults.notFound('张代码表')
    const file = (await readForm(c))['file']
    if (!(file instanceof File)) throw faults.invalid('没有文件', [{ path: 'file', message: '请选一个文件' }])
    if (file.size > house.config.uploadLimit)
      throw new Fault(413, 'too-large', '文件太大', {
        why: `单个文件最多 ${Math.floor(house.config.uploadLimit / 1_000_000)} MB`,
      })
    await bringTable(house, actor, table, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    return c.json({ items: await house.db.withActor(actor, (trx) => listTables(trx, actor)) })
  })
}
