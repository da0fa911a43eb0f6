import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { changePassword, confirmEnrolBody, enrolBody, enrolled, recoveryCodes } from '@yipanqi/model'
import { sql } from 'kysely'
import { z, type ZodType } from 'zod'
import { checkCredentials, refuseCode } from '../../auth/login.ts'
import { hashPassword, refuseWeak } from '../../auth/passwords.ts'
import { checkCode, confirmFactor, proposeFactor } from '../../auth/second-factor.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'
import { faults } from '../fault.ts'
import { refusals } from '../refusals.ts'
import { requireWholeText } from '../whole-text.ts'

const tag = '登录'
const done = z.object({ done: z.boolean() }).meta({ id: 'Done' })

/**
 * Binding a phone needs account and password each time and no session: an administrator who must bind one cannot log
 * in before. One's own password is changed here too.
 */
export function registerSecondFactor(app: OpenAPIHono<Vars>): void {
  const open = <B extends ZodType, R extends ZodType>(path: string, summary: string, body: B, response: R) =>
    createRoute({
      method: 'post',
      path,
      tags: [tag],
      summary,
      request: { body: { required: true, content: { 'application/json': { schema: body } } } },
      responses: {
        200: { description: '成功', content: { 'application/json': { schema: response } } },
        ...refusals('post', [400, 401, 409, 429]),
      },
    })

  const propose = open('/api/v1/second-factor', '两步验证第一步：取二维码', enrolBody, enrolled)
  app.openapi(propose, async (c) => {
    const body = c.req.valid('json') as z.output<typeof enrolBody> | undefined
    if (!body?.account) throw faults.notJson()
    requireWholeText(body)
    const house = c.get('house')
    const owner = await checkCredentials(house, body, c.get('address'))
    // Who only knows the password must not put another phone in the place of the bound one.
    if ((await checkCode(house, owner, body.code)) === 'wrong') await refuseCode(house, owner, c.get('address'))
    return c.json(await proposeFactor(house, owner), 200)
  })

  const confirm = open(
    '/api/v1/second-factor/confirm',
    '两步验证第二步：输入手机上的验证码，完成绑定',
    confirmEnrolBody,
    recoveryCodes,
  )
  app.openapi(confirm, async (c) => {
    const body = c.req.valid('json') as z.output<typeof confirmEnrolBody> | undefined
    if (!body?.account) throw faults.notJson()
    requireWholeText(body)
    const house = c.get('house')
    const owner = await checkCredentials(house, { account: body.account, password: body.password }, c.get('address'))
    const codes = await confirmFactor(house, owner, body.code)
    if (!codes) return refuseCode(house, owner, c.get('address'))
    return c.json({ codes }, 200)
  })

  endpoint(app, {
    method: 'post',
    path: '/api/v1/me/password',
    tag,
    summary: '改自己的密码（随后各处都要重新登录）',
    body: changePassword,
    response: done,
    refuses: [429],
    handle: async ({ house, trx, session, body }) => {
      await checkCredentials(house, { account: session.name, password: body.current }, 'own-session')
      const weak = body.password === body.current ? '新密码和旧密码一样' : refuseWeak(body.password)
      if (weak) throw faults.invalid('密码太弱', [{ path: 'password', message: weak }])
      await sql`select auth_set_password(${session.actor.account}, ${await hashPassword(body.password)})`.execute(trx)
      return { done: true }
    },
  })
}
