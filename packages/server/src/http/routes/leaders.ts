import type { OpenAPIHono } from '@hono/zod-openapi'
import { addLeader, changeLeader, leaderDirectory, leaderLeaves, type LeaderDirectory } from '@yipanqi/model'
import type { Session } from '../../auth/session.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { addOne, changeOne, leaveOne, requireOffice } from '../../leaders/keep-leaders.ts'
import { listLeaders } from '../../leaders/list-leaders.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'
import { idParams } from './shapes.ts'

const tag = '县领导分工'

/** Who is in charge of what, as of every day: kept by the office, which reads it whole. */
export function registerLeaders(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path: '/api/v1/leaders/history',
    tag,
    summary: '县领导及分工，含离任的和以前的分工',
    response: leaderDirectory,
    refuses: [403],
    handle: ({ house, trx, session }) => {
      requireOffice(session.actor)
      return directoryOf(house, trx, session)
    },
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/leaders',
    tag,
    summary: '新到任的县领导',
    body: addLeader,
    status: 201,
    response: leaderDirectory,
    refuses: [403],
    handle: async ({ house, trx, session, body }) => {
      requireOffice(session.actor)
      await addOne(trx, session.actor, body)
      return directoryOf(house, trx, session)
    },
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/leaders/{id}/actions/change',
    tag,
    summary: '调整分工：从某天起，以前的留着',
    params: idParams,
    body: changeLeader,
    response: leaderDirectory,
    refuses: [403, 404, 409],
    handle: async ({ house, trx, session, params, body }) => {
      requireOffice(session.actor)
      await changeOne(trx, session.actor, params.id, body, house.clock.today())
      return directoryOf(house, trx, session)
    },
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/leaders/{id}/actions/leave',
    tag,
    summary: '离任',
    params: idParams,
    body: leaderLeaves,
    response: leaderDirectory,
    refuses: [403, 404, 409],
    handle: async ({ house, trx, session, params, body }) => {
      requireOffice(session.actor)
      await leaveOne(trx, session.actor, params.id, body, house.clock.today())
      return directoryOf(house, trx, session)
    },
  })
}

async function directoryOf(house: House, trx: Trx, { actor }: Session): Promise<LeaderDirectory> {
  return { items: await listLeaders(trx, actor.county, house.clock.today()) }
}
