// What stands before every route: headers, origin, size.
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { randomBytes } from 'node:crypto'
import type { Vars } from './context.ts'
import { Fault } from './fault.ts'

/** The caller's address; behind a trusted proxy its own last hop. */
export function addressOf(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded.slice(0, 64)
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    // app.request() in tests has no socket.
    return 'local'
  }
}

/** Where the ground of maps comes from, when the operator has a key for it; otherwise no foreign host is named. */
export const tileHost = 'https://t0.tianditu.gov.cn'

export function secureHeaders(tiles: boolean): MiddlewareHandler<Vars> {
  return async (c, next) => {
    // Answers of the API are no pages: nothing in them has a style.
    const page = !c.req.path.startsWith('/api/')
    const nonce = page ? randomBytes(16).toString('base64') : ''
    c.set('nonce', nonce)
    await next()
    // Set on the answer as it stands: c.header() would make a new one for each of them.
    const { headers } = c.res
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('X-Frame-Options', 'DENY')
    headers.set('Referrer-Policy', 'same-origin')
    headers.set('Cross-Origin-Opener-Policy', 'same-origin')
    headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
    headers.set(
      'Content-Security-Policy',
      [
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self'${page ? ` 'nonce-${nonce}'` : ''}`,
        `img-src 'self' data:${tiles ? ` ${tileHost}` : ''}`,
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ].join('; '),
    )
    if (!page && !headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  }
}

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * CSRF: the cookie is SameSite=Strict, and an Origin that is not ours is refused. A program sends no Origin and no
 * cookie of a browser, so it works.
 */
export function guardOrigin(publicOrigin: string | null): MiddlewareHandler<Vars> {
  return async (c, next) => {
    const origin = c.req.header('Origin')
    if (unsafe.has(c.req.method) && origin !== undefined) {
      const host = c.req.header('Host') ?? ''
      const ours = publicOrigin ? origin === new URL(publicOrigin).origin : sameHost(origin, host)
      if (!ours)
        throw new Fault(403, 'foreign-origin', '请求来自别的网站，已拒绝', { why: '只接受从本系统页面发出的操作' })
    }
    await next()
  }
}

function sameHost(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}

/** A question has no body that anybody reads: looking for one made a whole Request of it, a tenth of the work. */
export function limitBody(maxSize: number): MiddlewareHandler<Vars> {
  const limit = bodyLimit({
    maxSize,
    onError: () => {
      throw new Fault(413, 'too-large', '内容太大，没有接收', {
        why: `一次最多 ${Math.floor(maxSize / 1_000_000)} MB；大的文件请只留正文再传`,
      })
    },
  })
  return (c, next) => (unsafe.has(c.req.method) ? limit(c, next) : next())
}
