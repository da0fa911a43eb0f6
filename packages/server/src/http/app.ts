import { OpenAPIHono } from '@hono/zod-openapi'
import { randomUUID } from 'node:crypto'
import { HTTPException } from 'hono/http-exception'
import { isDatabaseAway } from '../db/connect-trouble.ts'
import type { House } from '../house.ts'
import { registerAccounts } from './routes/sessions.ts'
import type { Vars } from './context.ts'
import { registerDocs } from './docs.ts'
import { Fault, faults } from './fault.ts'
import { addressOf, guardOrigin, limitBody, secureHeaders } from './guards.ts'
import { registerHealth } from './health.ts'
import { countRequest } from './requests.ts'
import { registerRoutes } from './routes/index.ts'
import { serveWeb } from './serve-web.ts'
import { speakChinese } from './speak-chinese.ts'

speakChinese()

/** The whole HTTP surface over one house. `isDraining` turns new work away while the server stops. */
export function createApp(house: House, isDraining: () => boolean = () => false): OpenAPIHono<Vars> {
  const app = new OpenAPIHono<Vars>({
    defaultHook: (result) => {
      if (result.success) return undefined
      const fields = result.error.issues.slice(0, 20).map((i) => ({ path: i.path.join('.'), message: i.message }))
      throw faults.invalid('填写的内容不对', fields)
    },
  })

  app.use('*', async (c, next) => {
    const request = randomUUID()
    c.set('house', house)
    c.set('request', request)
    c.set('address', addressOf(c, house.config.trustProxy))
    c.set('session', null)
    const began = performance.now()
    if (isDraining()) {
      c.header('Connection', 'close')
      throw new Fault(503, 'draining', '系统正在停机，请稍后再试', { why: '正在等手上的请求办完' })
    }
    await next()
    const ms = Math.round(performance.now() - began)
    countRequest(c.res.status, ms)
    // No bodies, no personal data: method, route, status, time.
    house.log.info({
      request,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms,
    })
  })
  app.use('*', secureHeaders(house.config.tiandituKey !== null))
  app.use('/api/*', guardOrigin(house.config.publicOrigin))
  // Spreadsheets of a whole county are larger than any document; the form around the file needs some room too.
  const limits = { usual: limitBody(house.config.bodyLimit), imports: limitBody(house.config.importLimit + 65_536) }
  app.use('/api/*', (c, next) => (isImport(c.req.path) ? limits.imports : limits.usual)(c, next))

  registerHealth(app)
  registerAccounts(app)
  registerRoutes(app)
  registerDocs(app)
  app.all('/api/*', () => {
    throw new Fault(404, 'no-such-route', '没有这个接口', { why: '地址或方法不对，接口目录见 /api/docs' })
  })
  serveWeb(app)

  app.onError((error, c) => {
    const fault = toFault(error, c.get('request'))
    if (fault.status >= 500)
      house.log.error({ request: c.get('request'), code: fault.code, error: error.message, stack: error.stack })
    return c.json(fault.body(), fault.status as 500)
  })
  return app
}

const isImport = (path: string): boolean => /^\/api\/v1\/libraries\/[^/]+\/imports$/.test(path)

const unkeepable = new Set(['22021', '22P05', '22P02', '22003', '22007', '22008'])

/** Whatever was thrown, as an error that a person can read. */
function toFault(error: Error, request: string): Fault {
  if (error instanceof Fault) return error
  if (error instanceof HTTPException) {
    if (error.status === 400)
      return new Fault(400, 'bad-json', '请求体不是完整的 JSON', { why: '内容缺了一截或格式写错，没有写入任何东西' })
    if (error.status === 413)
      return new Fault(413, 'too-large', '请求太大', { why: '超过了服务器的上限，没有写入任何东西' })
    if (error.status === 415) return faults.notJson()
    return new Fault(error.status, 'refused', '请求被拒绝', { why: error.message })
  }
  const code = (error as { code?: string }).code
  if (code === '40001' || code === '40P01') {
    return new Fault(409, 'conflict', '有人同时在改，请再试一次', { why: '两个请求撞在一起，您的没有写入' })
  }
  if (isDatabaseAway(error)) {
    return new Fault(503, 'database-away', '数据库暂时连不上，请稍后再试', {
      why: '没有写入任何东西',
      who: [{ unit: null, post: 'system-admin' }],
    })
  }
  // What PostgreSQL cannot keep: NUL, half a character, a number or day out of range. The doors before should catch it.
  if (code !== undefined && unkeepable.has(code)) {
    return faults.invalid('内容里有不能保存的字符或数')
  }
  return new Fault(500, 'internal', '系统出错了，没有写入任何东西', {
    why: `已经记入日志，编号 ${request}，请告诉系统管理员`,
    who: [{ unit: null, post: 'system-admin' }],
  })
}
