// Stages of a ledger: one record's gates, the move through them, the board and the funnel of all.
import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  boardAnswer,
  boardQuery,
  funnelAnswer,
  funnelQuery,
  gatesAnswer,
  recordDetail as recordShape,
  stageMove,
} from '@yipanqi/model/libraries/index.ts'
import { loadLedger } from '../../library/load-ledger.ts'
import { readableLedger } from '../../library/list/readable.ts'
import { unsealedRecord } from '../../library/records/unsealed-copy.ts'
import { readBoard } from '../../library/stage/board.ts'
import { readFunnel } from '../../library/stage/funnel.ts'
import { moveStage } from '../../library/stage/move-stage.ts'
import { readGates } from '../../library/stage/read-gates.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'
import { libraryParams, recordParams, recordPath } from './library-records.ts'

const tag = '台账阶段'

export function registerLibraryStage(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path: `${recordPath}/gates`,
    tag,
    summary: '各阶段的进阶条件：齐的、缺的、容缺的',
    params: recordParams,
    response: gatesAnswer,
    refuses: [403, 404],
    handle: async ({ house, trx, session, params }) =>
      readGates(house, trx, session.actor, await loadLedger(trx, session.actor, params.library), params.id),
  })
  endpoint(app, {
    method: 'post',
    path: `${recordPath}/stage`,
    tag,
    summary: '转阶段（缺件可容缺，须写依据、承诺人、补齐日期）',
    params: recordParams,
    body: stageMove,
    response: recordShape,
    refuses: [403, 404, 409],
    replay: unsealedRecord,
    handle: async ({ house, trx, session, params, body }) =>
      moveStage(house, trx, session.actor, await loadLedger(trx, session.actor, params.library), params.id, body),
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/libraries/{library}/board',
    tag,
    summary: '看板：按阶段分列',
    params: libraryParams,
    query: boardQuery,
    response: boardAnswer,
    refuses: [404],
    handle: async ({ house, trx, session, params, query }) =>
      readBoard(house, trx, session.actor, await readableLedger(trx, session.actor, params.library), query),
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/libraries/{library}/funnel',
    tag,
    summary: '漏斗：进了多少、走了多少、停了多久、卡着哪些',
    params: libraryParams,
    query: funnelQuery,
    response: funnelAnswer,
    refuses: [404],
    handle: async ({ house, trx, session, params, query }) =>
      readFunnel(house, trx, session.actor, await readableLedger(trx, session.actor, params.library), query),
  })
}
