import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import { fileResponse } from '@yipanqi/model'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { refuseMarked } from '../../documents/refuse-marked.ts'
import { readTxt } from '../../files/read-txt.ts'
import { sniffType } from '../../files/sniff-type.ts'
import { seenThroughRecord } from '../../library/records/file-seen.ts'
import type { Vars } from '../context.ts'
import { sessionOf } from '../endpoint.ts'
import { Fault, faults } from '../fault.ts'
import { readForm } from '../read-form.ts'
import { refusals } from '../refusals.ts'
import { mendText } from '../whole-text.ts'

const form = z.object({ file: z.any().meta({ type: 'string', format: 'binary' }) })

/** Evidence and scans: kept by content, handed out only as downloads. */
export function registerFiles(app: OpenAPIHono<Vars>): void {
  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'post',
      path: '/api/v1/files',
      tags: ['附件'],
      summary: '上传附件（佐证、签批扫描件）',
      request: { body: { required: true, content: { 'multipart/form-data': { schema: form } } } },
      responses: {
        201: { description: '已保存', content: { 'application/json': { schema: fileResponse } } },
        ...refusals('post', [400, 401, 415]),
      },
    }),
  )
  app.post('/api/v1/files', async (c) => {
    const house = c.get('house')
    const { actor } = await sessionOf(c)
    const file = (await readForm(c))['file']
    if (!(file instanceof File)) throw faults.invalid('没有文件', [{ path: 'file', message: '请选一个文件' }])
    if (file.size > house.config.uploadLimit)
      throw new Fault(413, 'too-large', '文件太大', {
        why: `单个文件最多 ${Math.floor(house.config.uploadLimit / 1_000_000)} MB`,
      })
    if (file.size === 0) throw faults.invalid('文件是空的', [{ path: 'file', message: '请检查后再传' }])
    const bytes = new Uint8Array(await file.arrayBuffer())
    const type = sniffType(bytes)
    if (!type)
      throw new Fault(415, 'unknown-type', '不收这种文件', {
        why: '佐证可以是图片（JPG、PNG）、PDF、OFD、Word、WPS、Excel 或文本',
      })
    // Text is looked into, other formats are judged by their name: evidence is kept, not read.
    refuseMarked(type.startsWith('text/') ? textOf(bytes) : '', file.name)
    const name = mendText(file.name.slice(0, 200))
    const sm3 = house.files.put(bytes)
    const saved = await house.db.withActor(actor, async (trx) => {
      const before = await trx
        .selectFrom('file')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('county', '=', actor.county)
        .where('sm3', '=', sm3)
        .executeTakeFirstOrThrow()
      const row = await trx
        .insertInto('file')
        .values({
          county: actor.county,
          sm3,
          name,
          size: bytes.length,
          type,
          created_by: actor.account,
          unit: actor.unit,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return { id: row.id, usedBefore: before.n }
    })
    return c.json({ id: saved.id, name, size: bytes.length, type, sm3, usedBefore: saved.usedBefore }, 201)
  })

  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'get',
      path: '/api/v1/files/{id}',
      tags: ['附件'],
      summary: '下载附件',
      request: { params: z.object({ id: z.string().meta({ description: '编号' }) }) },
      responses: {
        200: {
          description: '文件内容',
          content: { 'application/octet-stream': { schema: z.any().meta({ type: 'string', format: 'binary' }) } },
        },
        ...refusals('get', [400, 401, 404]),
      },
    }),
  )
  app.get('/api/v1/files/:id{[0-9]+}', async (c) => {
    const house = c.get('house')
    const { actor } = await sessionOf(c)
    const id = Number(c.req.param('id'))
    if (!Number.isSafeInteger(id)) throw faults.notFound('个附件')
    const file = await house.db.withActor(actor, async (trx) => {
      const row = await trx
        .selectFrom('file')
        .selectAll()
        .where('county', '=', actor.county)
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row) return null
      if (actor.scope === 'all' || row.created_by === actor.account) return row
      // Administrators sit in a unit too, but have no part in its business (三员分立).
      if (actor.scope === 'none' || actor.scope === 'audit') return null
      // A firm's account sits in a unit for its service only: that unit's papers are not the firm's.
      if (row.unit === actor.unit && actor.scope !== 'enterprise') return row
      // Another unit's file is seen through a matter or a record that this reader can see, and in no other way.
      const seen = await trx
        .selectFrom('file_use')
        .innerJoin('matter', (j) =>
          j.onRef('matter.county', '=', 'file_use.county').onRef('matter.id', '=', 'file_use.matter'),
        )
        .select('matter.id')
        .where('file_use.county', '=', actor.county)
        .where('file_use.file', '=', id)
        .executeTakeFirst()
      return seen || (await seenThroughRecord(trx, actor.county, id)) ? row : null
    })
    if (!file) throw faults.notFound('个附件')
    return c.body(Readable.toWeb(house.files.open(file.sm3)) as ReadableStream, 200, {
      'Content-Type': file.type,
      'Content-Length': String(file.size),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    })
  })
}

/** Text as it can be read; bytes that are no text after all bear no mark that anybody could see. */
function textOf(bytes: Uint8Array): string {
  try {
    return readTxt(bytes).text
  } catch {
    return ''
  }
}
