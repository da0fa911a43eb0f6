import type { OpenAPIHono } from '@hono/zod-openapi'
import { addAlias, lessonKinds, lessonPage, lessonStates, restoreLesson, withdrawLesson } from '@yipanqi/model'
import { z } from 'zod'
import { keepAlias, restore, withdraw } from '../../documents/lexicon/change-lesson.ts'
import { exportLessons } from '../../documents/lexicon/export-lessons.ts'
import { listLessons, requireLexicon } from '../../documents/lexicon/list-lessons.ts'
import type { Vars } from '../context.ts'
import { download, downloadPath } from '../download.ts'
import { endpoint, sessionOf } from '../endpoint.ts'
import { faults } from '../fault.ts'
import { idParams, pageQuery } from './shapes.ts'

const tag = '纠正词库'
const filters = z.object({
  kind: z.enum(lessonKinds).optional().meta({ description: '种类' }),
  state: z.enum(lessonStates).optional().meta({ description: '在用 in-use、已撤回 withdrawn' }),
  text: z.string().max(60).optional().meta({ description: '词、单位、原句或文件名里有' }),
})
const listQuery = pageQuery.extend(filters.shape)
const done = z.object({ ok: z.literal(true) }).meta({ id: 'LessonDone' })

/** What the office corrected, as the next reading hears it. */
export function registerLexicon(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path: '/api/v1/lexicon',
    tag,
    summary: '本县改过什么，新的在前',
    query: listQuery,
    response: lessonPage,
    refuses: [403],
    handle: ({ house, trx, session, query }) => {
      requireLexicon(session.actor)
      return listLessons(house, trx, session.actor, query)
    },
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/lexicon/{id}/actions/withdraw',
    tag,
    summary: '撤回一条：此后读文件不再用它',
    params: idParams,
    body: withdrawLesson,
    response: done,
    refuses: [403, 404, 409],
    handle: async ({ house, trx, session, params, body }) => {
      requireLexicon(session.actor)
      await withdraw(trx, session.actor, params.id, body, house.clock.today())
      return { ok: true as const }
    },
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/lexicon/{id}/actions/restore',
    tag,
    summary: '恢复一条撤回的',
    params: idParams,
    body: restoreLesson,
    response: done,
    refuses: [403, 404, 409],
    handle: async ({ house, trx, session, params, body }) => {
      requireLexicon(session.actor)
      await restore(trx, session.actor, params.id, body, house.clock.today())
      return { ok: true as const }
    },
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/lexicon/aliases',
    tag,
    summary: '登记单位别名：文件里的叫法指哪个单位',
    body: addAlias,
    status: 201,
    response: done,
    refuses: [403, 409],
    handle: async ({ house, trx, session, body }) => {
      requireLexicon(session.actor)
      await keepAlias(trx, session.actor, body, house.clock.today())
      return { ok: true as const }
    },
  })
  registerExport(app)
}

function registerExport(app: OpenAPIHono<Vars>): void {
  const path = '/api/v1/lexicon/export'
  downloadPath(app, { path, tag, summary: '导出看到的（.xlsx）', params: z.object({}), query: filters, refuses: [403] })
  app.get(path, async (c) => {
    const house = c.get('house')
    const session = await sessionOf(c)
    requireLexicon(session.actor)
    const asked = filters.safeParse(c.req.query())
    if (!asked.success)
      throw faults.invalid(
        '导出条件不对',
        asked.error.issues.map((i) => ({ path: i.path.join('.'), message: i.message })),
      )
    return download(c, `纠正词库-${house.clock.today()}.xlsx`, 'xlsx', (out) =>
      exportLessons(house, session, { ...asked.data, limit: 200 }, out),
    )
  })
}
