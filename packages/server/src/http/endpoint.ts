// One way to write a route: it reads as a list — who, validate, transaction, handler — and is its own OpenAPI.
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { getCookie } from 'hono/cookie'
import type { Context } from 'hono'
import type { z, ZodType } from 'zod'
import { getSession, tokenOf, withSession, type Session } from '../auth/session.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import type { Vars } from './context.ts'
import { faults } from './fault.ts'
import { once } from './once.ts'
import { refusals, type RefusalStatus } from './refusals.ts'
import { requireWholeText } from './whole-text.ts'

export const sessionCookie = 'yipanqi'

type Shape = ZodType | undefined
type Out<S extends Shape> = S extends ZodType ? z.output<S> : undefined

export interface Call<P extends Shape, Q extends Shape, B extends Shape> {
  readonly house: House
  readonly session: Session
  /** One transaction under the caller's own rights; what it throws is rolled back. */
  readonly trx: Trx
  readonly params: Out<P>
  readonly query: Out<Q>
  readonly body: Out<B>
}

export interface Endpoint<P extends Shape, Q extends Shape, B extends Shape, R extends ZodType> {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly status?: 200 | 201
  /** Only reads the database, and has no effect elsewhere: may set out before the session is confirmed. */
  readonly early?: true
  readonly response: R
  /** Which refusals this route answers beside 400, 401 and those that stand before every route. */
  readonly refuses?: readonly RefusalStatus[]
  handle(call: Call<P, Q, B>): Promise<z.input<R>>
  /** What a repeated Idempotency-Key is answered: without the secrets that are shown once. */
  replay?(result: z.input<R>, call: Call<P, Q, B>): z.input<R> | Promise<z.input<R>>
}

function describe<P extends Shape, Q extends Shape, B extends Shape, R extends ZodType>(e: Endpoint<P, Q, B, R>) {
  return createRoute({
    method: e.method,
    path: e.path,
    tags: [e.tag],
    summary: e.summary,
    request: {
      ...(e.params ? { params: e.params as never } : {}),
      ...(e.query ? { query: e.query as never } : {}),
      ...(e.body ? { body: { required: true, content: { 'application/json': { schema: e.body } } } } : {}),
    },
    responses: {
      [e.status ?? 200]: { description: '成功', content: { 'application/json': { schema: e.response } } },
      ...refusals(e.method, [400, 401, ...(e.refuses ?? [])]),
    },
  })
}

/** Registers an endpoint that needs a session and runs in one transaction. */
export function endpoint<P extends Shape, Q extends Shape, B extends Shape, R extends ZodType>(
  app: OpenAPIHono<Vars>,
  e: Endpoint<P, Q, B, R>,
): void {
  app.openapi(describe(e), (async (c: Context<Vars>) => {
    const house = c.get('house')
    const valid = (from: 'param' | 'query' | 'json') => c.req.valid(from as never) as never
    const key = e.method === 'get' ? undefined : c.req.header('Idempotency-Key')
    const result = await withSession(
      house,
      callersToken(c),
      c.get('request'),
      async (session, trx) => {
        c.set('session', session)
        const body = e.body ? await checkedBody(c, valid('json')) : undefined
        const call: Call<P, Q, B> = {
          house,
          session,
          trx,
          params: (e.params ? valid('param') : undefined) as Out<P>,
          query: (e.query ? valid('query') : undefined) as Out<Q>,
          body: body as Out<B>,
        }
        const work = () => e.handle(call)
        const replay = e.replay && ((answer: z.input<R>) => e.replay?.(answer, call) ?? answer)
        const request = `${e.method} ${c.req.path}`
        return key ? once(trx, session.actor, { key, request, body, status: e.status ?? 200 }, work, replay) : work()
      },
      e.method === 'get' && e.early === true,
    )
    return c.json(result as object, e.status ?? 200)
  }) as never)
}

export function sessionOf(c: Context<Vars>): Promise<Session> {
  return getSession(c.get('house'), callersToken(c), c.get('request'))
}

function callersToken(c: Context<Vars>): string | null {
  return tokenOf(c.req.header('Authorization'), getCookie(c, sessionCookie))
}

/** A body without a content type is passed over by the validator: say so instead of acting on nothing. */
async function checkedBody(c: Context<Vars>, body: unknown): Promise<unknown> {
  if (!c.req.header('Content-Type')?.includes('application/json')) {
    throw faults.notJson()
  }
  requireWholeText(body)
  return body
}
