import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Vars } from './context.ts'
import { docsPage, docsStyle } from './docs-page.ts'

export const openapiInfo = {
  openapi: '3.1.0',
  info: {
    title: '一盘棋 接口',
    version: '1.0.0',
    description:
      '每条记录带 version，改动时在请求体里带上；列表为 {items, next, count}；错误为 {error:{code,message,why,who}}。',
  },
}

/** `/api/v1/openapi.json` and the page `/api/docs`, made from the routes themselves and served from here alone. */
export function registerDocs(app: OpenAPIHono<Vars>): void {
  app.doc31('/api/v1/openapi.json', openapiInfo)
  app.get('/api/docs', (c) => c.html(docsPage(app.getOpenAPI31Document(openapiInfo) as never)))
  app.get('/api/docs.css', (c) => c.body(docsStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
}
