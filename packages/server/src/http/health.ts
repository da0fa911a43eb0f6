import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import type { House } from '../house.ts'
import type { Vars } from './context.ts'
import { refusals } from './refusals.ts'

const health = z.object({ status: z.enum(['ok', 'starting']), time: z.string() }).meta({ id: 'Health' })

/** `/health`: the process lives. `/ready`: the database answers. Both without a session. */
export function registerHealth(app: OpenAPIHono<Vars>): void {
  const live = createRoute({
    method: 'get',
    path: '/api/v1/health',
    tags: ['系统'],
    summary: '进程是否活着',
    responses: {
      200: { description: '成功', content: { 'application/json': { schema: health } } },
      ...refusals('get', []),
    },
  })
  app.openapi(live, (c) => c.json({ status: 'ok' as const, time: c.get('house').clock.now().toISOString() }, 200))
  app.get('/health', (c) => c.json({ status: 'ok', time: c.get('house').clock.now().toISOString() }))
  app.get('/ready', async (c) => {
    const ready = await isReady(c.get('house'))
    return c.json({ status: ready ? 'ok' : 'starting' }, ready ? 200 : 503)
  })
}

/** Whether the database answers now; false, not an error, while it is away. */
export async function isReady(house: House): Promise<boolean> {
  return house.db.pool.query('select 1').then(
    () => true,
    () => false,
  )
}
