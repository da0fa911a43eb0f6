// A file that is made on demand. It is made whole before its first byte is sent: what fails on the way is an answer
// that says why and never half a file, and no slow reader holds a transaction of the database open.
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { z, type ZodType } from 'zod'
import type { Vars } from './context.ts'
import { Fault } from './fault.ts'
import { refusals, type RefusalStatus } from './refusals.ts'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** Files made at once in this process; the disk and the database are shared with everybody else's requests. */
const mostAtOnce = 4
let making = 0

export async function download(
  c: Context<Vars>,
  name: string,
  format: keyof typeof types,
  write: (out: Writable) => Promise<void>,
): Promise<Response> {
  if (making >= mostAtOnce)
    throw new Fault(503, 'busy', '同时导出的人较多，请过一分钟再试', { why: '正在做的文件还没有做完', who: [] })
  making += 1
  const folder = await mkdtemp(join(tmpdir(), 'yipanqi-download-'))
  const drop = () => rm(folder, { recursive: true, force: true }).catch(() => undefined)
  try {
    const path = join(folder, 'file')
    await write(createWriteStream(path, { mode: 0o600 }))
    const { size } = await stat(path)
    const stream = createReadStream(path)
    stream.once('close', () => void drop())
    return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
      'Content-Type': types[format],
      'Content-Length': String(size),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    })
  } catch (error) {
    await drop()
    throw error
  } finally {
    making -= 1
  }
}

/** Puts a download into the OpenAPI document. */
export function downloadPath(
  app: OpenAPIHono<Vars>,
  route: {
    readonly path: string
    readonly tag: string
    readonly summary: string
    readonly params: ZodType
    readonly query?: ZodType
    readonly refuses?: readonly RefusalStatus[]
  },
): void {
  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'get',
      path: route.path,
      tags: [route.tag],
      summary: route.summary,
      request: { params: route.params as never, ...(route.query ? { query: route.query as never } : {}) },
      responses: {
        200: {
          description: '文件内容',
          content: { 'application/octet-stream': { schema: z.any().meta({ type: 'string', format: 'binary' }) } },
        },
        ...refusals('get', [400, 401, 404, ...(route.refuses ?? [])]),
      },
    }),
  )
}
