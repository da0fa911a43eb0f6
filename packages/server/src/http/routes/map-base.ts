import type { OpenAPIHono } from '@hono/zod-openapi'
import { mapBase } from '@yipanqi/model/libraries/index.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'

export function registerMapBase(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path: '/api/v1/map-base',
    tag: '台账地图',
    summary: '地图的底图：天地图（运维设了密钥才有）',
    response: mapBase,
    handle: async ({ house: { config } }) => ({
      tianditu: config.tiandituKey === null ? null : { key: config.tiandituKey, approval: config.mapApproval },
    }),
  })
}
