import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  addSource,
  matterDetail as matterShape,
  matterItem,
  matterPage,
  mergeMatters,
  patchMatter,
  splitMatter,
} from '@yipanqi/model'
import { z } from 'zod'
import { matterDetail } from '../../loop/detail.ts'
import { getLedger } from '../../library/ledger.ts'
import { readFilter } from '../../library/list/ask.ts'
import { listMatters, matterFields } from '../../loop/list-matters.ts'
import { editMatter } from '../../loop/actions/edit.ts'
import { addSourceTo, similarMatters } from '../../loop/actions/sources.ts'
import { mergeDrafts, splitDraft } from '../../loop/actions/split.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'
import { idParams, readQuery } from './shapes.ts'

const tag = '事项'
const several = z.object({ items: z.array(matterShape) }).meta({ id: 'Matters' })
const similar = z
  .object({ items: z.array(z.object({ matter: matterItem, score: z.number(), why: z.array(z.string()) })) })
  .meta({ id: 'SimilarMatters', description: '在办事项里可能说的是同一件事的' })

export function registerMatters(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    early: true,
    path: '/api/v1/matters',
    tag,
    summary: '事项清单',
    query: matterFields.schema.extend({
      filter: z.string().max(8000).optional().meta({ description: '更多条件，同台账清单的 filter' }),
    }),
    response: matterPage,
    handle: ({ trx, session, query: { filter, ...query } }) =>
      listMatters(trx, session.actor, readQuery(matterFields, query), readFilter(getLedger('matters'), filter)),
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/matters/{id}',
    tag,
    summary: '一项事项的全貌',
    params: idParams,
    response: matterShape,
    refuses: [404],
    handle: ({ house, trx, session, params }) => matterDetail(house, trx, session.actor, params.id),
  })
  endpoint(app, {
    method: 'patch',
    path: '/api/v1/matters/{id}',
    tag,
    summary: '印发前修改',
    params: idParams,
    body: patchMatter,
    response: matterShape,
    refuses: [403, 404, 409],
    handle: async ({ house, trx, session, params, body }) => {
      await editMatter(house, trx, session.actor, params.id, body)
      return matterDetail(house, trx, session.actor, params.id)
    },
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/matters/{id}/split',
    tag,
    summary: '拆成几项',
    params: idParams,
    body: splitMatter,
    response: several,
    refuses: [403, 404, 409],
    handle: async ({ house, trx, session, params, body }) => {
      const items = []
      for (const id of await splitDraft(house, trx, session.actor, params.id, body))
        items.push(await matterDetail(house, trx, session.actor, id))
      return { items }
    },
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/matters/merge',
    tag,
    summary: '把几项拟稿并成一项',
    body: mergeMatters,
    response: matterShape,
    refuses: [403, 404, 409],
    handle: async ({ house, trx, session, body }) =>
      matterDetail(house, trx, session.actor, await mergeDrafts(house, trx, session.actor, body)),
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/matters/{id}/sources',
    tag,
    summary: '归并：增加一个来源',
    params: idParams,
    body: addSource,
    response: matterShape,
    refuses: [403, 404, 409],
    handle: async ({ house, trx, session, params, body }) => {
      await addSourceTo(house, trx, session.actor, params.id, body)
      return matterDetail(house, trx, session.actor, params.id)
    },
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/matters/{id}/similar',
    tag,
    summary: '在办事项里说同一件事的',
    params: idParams,
    response: similar,
    refuses: [404],
    handle: async ({ trx, session, params }) => ({ items: await similarMatters(trx, session.actor, params.id) }),
  })
}
