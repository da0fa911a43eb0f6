// Live changes by SSE: ids only, filtered by what the reader may see, resumed by Last-Event-ID.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import type { Session } from '../../auth/session.ts'
import type { House } from '../../house.ts'
import { visibleRecords } from '../../library/records/tell-records.ts'
import type { Change } from '../../live/live.ts'
import type { Vars } from '../context.ts'
import { sessionOf } from '../endpoint.ts'
import { refusals } from '../refusals.ts'
import { openStreams } from '../streams.ts'

/** Beyond this many missed events the reader is told to fetch anew what it shows. */
const replayRoom = 500
const heartbeat = 25_000

export function registerEvents(app: OpenAPIHono<Vars>): void {
  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'get',
      path: '/api/v1/events',
      tags: ['系统'],
      summary: '实时变动（SSE）：只有编号，按可见范围过滤，可用 Last-Event-ID 续传',
      responses: {
        200: { description: '事件流', content: { 'text/event-stream': { schema: z.string() } } },
        ...refusals('get', [401]),
      },
    }),
  )
  app.get('/api/v1/events', async (c) => {
    const house = c.get('house')
    const session = await sessionOf(c)
    const last = c.req.header('Last-Event-ID')?.trim() ?? ''
    const from = /^\d{1,15}$/.test(last) ? Number(last) : null
    return streamSSE(c, async (stream) => {
      const queue: Change[] = []
      let wake: () => void = () => undefined
      const drop = house.live.subscribe(session.actor.county, (change) => {
        queue.push(change)
        wake()
      })
      const end = openStreams.add(() => {
        stream.abort()
        wake()
      })
      stream.onAbort(() => wake())
      try {
        const late = from === null ? null : await missed(house, session, from)
        await stream.writeSSE({ event: 'ready', data: '{}' })
        if (late?.reset) await stream.writeSSE({ event: 'reset', id: String(late.reset), data: '{}' })
        queue.unshift(...(late?.changes ?? []))
        while (!stream.aborted && !stream.closed) {
          const change = queue.shift()
          if (change) {
            // Logged out, expired, or moved to another post: the stream ends, and the browser asks anew.
            if (!(await stillOpen(c, session))) break
            const ids = await visible(house, session, change)
            if (ids.length > 0)
              await stream.writeSSE({
                // An import's progress and a record are no events to resume from.
                ...(change.event > 0 ? { id: String(change.event) } : {}),
                event: 'changed',
                data: JSON.stringify({
                  kind: change.kind,
                  ...(change.kind === 'record' ? { library: change.library } : {}),
                  ids,
                }),
              })
            continue
          }
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, heartbeat)
            wake = () => {
              clearTimeout(timer)
              resolve()
            }
          })
          if (queue.length > 0 || stream.aborted) continue
          if (!(await stillOpen(c, session))) break
          await stream.write(': \n\n')
        }
      } finally {
        drop()
        end()
      }
    })
  })
}

/** Only ids of rows that this reader can see under their own rights. */
async function visible(house: House, session: Session, change: Change): Promise<number[]> {
  if (change.ids.length === 0) return []
  return house.db.withActor(session.actor, async (trx) => {
    if (change.kind === 'record') return visibleRecords(trx, session.actor, change.library, change.ids)
    const rows = await trx
      .selectFrom(change.kind === 'import' ? 'library_import' : change.kind)
      .select('id')
      .where('county', '=', session.actor.county)
      .where('id', 'in', [...change.ids])
      .execute()
    return rows.map((r) => r.id)
  })
}

async function stillOpen(c: Context<Vars>, session: Session): Promise<boolean> {
  const now = await sessionOf(c).catch(() => null)
  return now !== null && now.actor.scope === session.actor.scope && now.actor.unit === session.actor.unit
}

/** What happened since, or, where that is too much, the event from which the reader goes on after fetching anew. */
async function missed(
  house: House,
  session: Session,
  after: number,
): Promise<{ changes: Change[]; reset: number | null }> {
  return house.db.withActor(session.actor, async (trx) => {
    const rows = await trx
      .selectFrom('event')
      .select(['id', 'matter', 'document'])
      .where('county', '=', session.actor.county)
      .where('id', '>', after)
      .orderBy('id')
      .limit(replayRoom + 1)
      .execute()
    if (rows.length > replayRoom) {
      const newest = await trx
        .selectFrom('event')
        .select('id')
        .where('county', '=', session.actor.county)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      return { changes: [], reset: newest.id }
    }
    const changes = rows.flatMap((r): Change[] => {
      const id = r.matter ?? r.document
      return id === null
        ? []
        : [{ county: session.actor.county, event: r.id, kind: r.matter === null ? 'document' : 'matter', ids: [id] }]
    })
    return { changes, reset: null }
  })
}
