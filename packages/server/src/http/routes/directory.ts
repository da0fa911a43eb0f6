import type { OpenAPIHono } from '@hono/zod-openapi'
import { leaderItem, unitPage } from '@yipanqi/model'
import { z } from 'zod'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'

const leaders = z.object({ items: z.array(leaderItem) }).meta({ id: 'Leaders' })

/** The county's units and leaders, as of today: pick lists need them whole. */
export function registerDirectory(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path: '/api/v1/units',
    tag: '目录',
    summary: '单位目录（现行）',
    response: unitPage,
    handle: async ({ trx, session }) => {
      const items = await trx
        .selectFrom('unit')
        .select(['id', 'code', 'name', 'short', 'kind', 'parent', 'may_lead as mayLead', 'aliases'])
        .where('county', '=', session.actor.county)
        .where('valid_to', 'is', null)
        .orderBy('position')
        .orderBy('id')
        .limit(2000)
        .execute()
      return { items, next: null, count: { value: items.length, exact: true } }
    },
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/leaders',
    tag: '目录',
    summary: '县领导及分工（今日有效）',
    response: leaders,
    handle: async ({ house, trx, session }) => {
      const today = house.clock.today()
      const items = await trx
        .selectFrom('county_leader')
        .select(['id', 'name', 'post', 'portfolio'])
        .where('county', '=', session.actor.county)
        .where('valid_from', '<=', today)
        .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
        .orderBy('position')
        .execute()
      return { items }
    },
  })
}
