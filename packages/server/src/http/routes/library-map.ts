import type { OpenAPIHono } from '@hono/zod-openapi'
import { mapAnswer, mapQuery, outlinesAnswer } from '@yipanqi/model/libraries/index.ts'
import { readableLedger } from '../../library/list/readable.ts'
import { readOutlines } from '../../library/map/outlines.ts'
import { readMap } from '../../library/map/read-map.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'
import { libraryParams } from './library-records.ts'

const tag = '台账地图'

export function registerLibraryMap(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path: '/api/v1/libraries/{library}/map',
    tag,
    summary: '一个窗口里的点或聚合',
    params: libraryParams,
    query: mapQuery,
    response: mapAnswer,
    refuses: [404],
    handle: async ({ trx, session, params, query }) =>
      readMap(trx, session.actor, await readableLedger(trx, session.actor, params.library), query),
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/outlines',
    tag,
    summary: '乡镇轮廓（自绘示意）',
    response: outlinesAnswer,
    handle: ({ trx, session }) => readOutlines(trx, session.actor),
  })
}
