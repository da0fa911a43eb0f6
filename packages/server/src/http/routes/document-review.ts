import type { OpenAPIHono } from '@hono/zod-openapi'
import { giveRole, matchUnit, reasons, roleGiven, unitMatched } from '@yipanqi/model'
import { giveSentenceRole } from '../../documents/give-role.ts'
import { matchWrittenUnit } from '../../documents/match-unit.ts'
import { documentReasons } from '../../documents/reasons.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'
import { idParams } from './shapes.ts'

const tag = '文件'

/** What the review screen asks the reader, and what a clerk decides instead. */
export function registerDocumentReview(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path: '/api/v1/documents/{id}/reasons',
    tag,
    summary: '读文依据：每项的单位、时限、目标从哪几个字来；未识别单位',
    params: idParams,
    response: reasons,
    refuses: [403, 404],
    handle: ({ house, trx, session, params }) => documentReasons(house, trx, session.actor, params.id),
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/documents/{id}/actions/give-role',
    tag,
    summary: '改一句的性质：改为任务句即列为事项，改为其他即撤下拟稿',
    params: idParams,
    body: giveRole,
    response: roleGiven,
    refuses: [403, 404, 409],
    handle: ({ house, trx, session, params, body }) => giveSentenceRole(house, trx, session.actor, params.id, body),
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/documents/{id}/actions/match-unit',
    tag,
    summary: '未识别单位与现有单位对应，可同时记为别名',
    params: idParams,
    body: matchUnit,
    response: unitMatched,
    refuses: [403, 404, 409],
    handle: ({ house, trx, session, params, body }) => matchWrittenUnit(house, trx, session.actor, params.id, body),
  })
}
