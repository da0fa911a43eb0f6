import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { me, sessionRequest, sessionResponse, type UnitRef } from '@yipanqi/model'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { login } from '../../auth/login.ts'
import { hashPassword, refuseWeak } from '../../auth/passwords.ts'
import { tokenOf } from '../../auth/session.ts'
import { hashToken } from '../../auth/tokens.ts'
import { openPerson } from '../../db/personal/open-person.ts'
import { erasedPerson } from '../../db/personal/facts.ts'
import { subjectOf } from '../../people.ts'
import type { Vars } from '../context.ts'
import { endpoint, sessionCookie } from '../endpoint.ts'
import { Fault, faults } from '../fault.ts'
import { refusals } from '../refusals.ts'
import { requireWholeText } from '../whole-text.ts'

const done = z.object({ done: z.boolean() }).meta({ id: 'Done' })
const firstPassword = z
  .object({ account: z.string().min(1).max(64), code: z.string().min(8).max(64), password: z.string().min(1).max(256) })
  .meta({ id: 'FirstPassword' })

/** Logging in and out: the routes that work without a session. */
export function registerAccounts(app: OpenAPIHono<Vars>): void {
  const open = createRoute({
    method: 'post',
    path: '/api/v1/sessions',
    tags: ['登录'],
    summary: '登录',
    request: { body: { required: true, content: { 'application/json': { schema: sessionRequest } } } },
    responses: {
      201: {
        description: '成功；token 为真时令牌在 token 里，否则在 cookie 里',
        content: { 'application/json': { schema: sessionResponse } },
      },
      ...refusals('post', [400, 401, 429]),
    },
  })
  app.openapi(open, async (c) => {
    const body = c.req.valid('json') as z.output<typeof sessionRequest> | undefined
    if (!body?.account) throw faults.notJson()
    requireWholeText(body)
    const house = c.get('house')
    const opened = await login(house, body, c.get('address'))
    if (body.token) return c.json({ token: opened.token, expires: opened.expires }, 201)
    setCookie(c, sessionCookie, opened.token, {
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
      secure: house.config.cookieSecure,
      maxAge: house.config.sessionHours * 3600,
    })
    return c.json({ token: null, expires: opened.expires }, 201)
  })

  const close = createRoute({
    method: 'delete',
    path: '/api/v1/sessions/current',
    tags: ['登录'],
    summary: '退出',
    responses: {
      200: { description: '已退出（没有登录也算）', content: { 'application/json': { schema: done } } },
      ...refusals('delete', []),
    },
  })
  app.openapi(close, async (c) => {
    const token = tokenOf(c.req.header('Authorization'), getCookie(c, sessionCookie))
    if (token) await c.get('house').db.pool.query('select auth_close($1)', [hashToken(token)])
    deleteCookie(c, sessionCookie, { path: '/' })
    return c.json({ done: true }, 200)
  })

  const redeem = createRoute({
    method: 'post',
    path: '/api/v1/accounts/first-password',
    tags: ['登录'],
    summary: '用一次性设置码设置首次密码',
    request: { body: { required: true, content: { 'application/json': { schema: firstPassword } } } },
    responses: {
      200: { description: '已设置', content: { 'application/json': { schema: done } } },
      ...refusals('post', [400, 401, 429]),
    },
  })
  app.openapi(redeem, async (c) => {
    const body = c.req.valid('json') as z.output<typeof firstPassword> | undefined
    if (!body?.account) throw faults.notJson()
    requireWholeText(body)
    const weak = refuseWeak(body.password)
    if (weak) throw faults.invalid('密码太弱', [{ path: 'password', message: weak }])
    const hash = await hashPassword(body.password)
    const code = hashToken(body.code.trim()).toString('hex')
    const { rows } = await c
      .get('house')
      .db.pool.query<{ done: boolean }>('select auth_redeem($1, $2, $3) as done', [
        body.account.trim().toLowerCase(),
        code,
        hash,
      ])
    if (!rows[0]?.done)
      throw new Fault(401, 'wrong-code', '设置码不对，或已经用过', {
        why: '请向系统管理员要一个新的设置码',
        who: [{ unit: null, post: 'system-admin' }],
      })
    return c.json({ done: true }, 200)
  })

  endpoint(app, {
    method: 'get',
    path: '/api/v1/me',
    tag: '登录',
    summary: '我是谁',
    response: me,
    handle: async ({ house, session, trx }) => {
      const { actor } = session
      const unit = await trx
        .selectFrom('unit')
        .select(['id', 'code', 'name', 'short'])
        .where('county', '=', actor.county)
        .where('id', '=', actor.unit)
        .executeTakeFirstOrThrow()
      const person = await openPerson(trx, actor.county, subjectOf(session.name), session.person, house.master)
      return {
        account: {
          id: actor.account as number,
          name: session.name,
          display: person?.display ?? erasedPerson,
          post: actor.post as z.output<typeof me>['account']['post'],
        },
        leader: session.leader,
        county: { code: actor.county, name: session.countyName },
        unit: unit as UnitRef,
        today: house.clock.today(),
      }
    },
  })
}
