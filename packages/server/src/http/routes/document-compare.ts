import type { OpenAPIHono } from '@hono/zod-openapi'
import { documentComparison, documentTwins as twinsShape } from '@yipanqi/model'
import { z } from 'zod'
import { compareDocuments } from '../../documents/compare/compare-documents.ts'
import { documentTwins } from '../../documents/similar.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'
import { idParams } from './shapes.ts'

const tag = '文件'
const document = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const compareQuery = z.object({
  a: document.meta({ description: '文件编号' }),
  b: document.meta({ description: '另一份文件的编号' }),
})

/** Stands before the routes of documents: `compare` is no id. */
export function registerDocumentCompare(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path: '/api/v1/documents/compare',
    tag,
    summary: '两份文件对比：新提出、不再提、目标有变、延续',
    query: compareQuery,
    response: documentComparison,
    refuses: [404],
    handle: ({ house, trx, session, query }) => compareDocuments(house, trx, session.actor, query.a, query.b),
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/documents/{id}/similar',
    tag,
    summary: '各项拟稿可能已经交办过的',
    params: idParams,
    response: twinsShape,
    refuses: [404],
    handle: ({ trx, session, params }) => documentTwins(trx, session.actor, params.id),
  })
}
