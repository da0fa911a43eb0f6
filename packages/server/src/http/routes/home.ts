import type { OpenAPIHono } from '@hono/zod-openapi'
import { home } from '@yipanqi/model'
import { homeOf } from '../../home/home.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'

export function registerHome(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path: '/api/v1/home',
    tag: '首页',
    summary: '我的首页：等我办的、红灯、文件',
    response: home,
    handle: ({ house, trx, session }) => homeOf(house, trx, session),
  })
}
