// Import of a ledger: a file comes in, is read in the background, looked at, mended, written or dropped.
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import {
  importCancel,
  importCommit,
  importFix,
  importFixed,
  importMatch,
  importRowsPage,
  importRowsQuery,
  importShape,
  importsPage,
} from '@yipanqi/model/libraries/index.ts'
import { z } from 'zod'
import { cancelImport, commitImport, fixRow, matchImport } from '../../library/import/decide.ts'
import { getImport, requireState } from '../../library/import/import-row.ts'
import { presentImport, presentImports, presentRows } from '../../library/import/present-import.ts'
import { writeResult } from '../../library/import/result-file.ts'
import { uploadImport } from '../../library/import/upload.ts'
import { loadLedger } from '../../library/load-ledger.ts'
import { readableLedger } from '../../library/list/readable.ts'
import { requireInLibrary } from '../../library/records/refuse-record.ts'
import type { Vars } from '../context.ts'
import { download, downloadPath } from '../download.ts'
import { endpoint, sessionOf } from '../endpoint.ts'
import { Fault, faults } from '../fault.ts'
import { readForm } from '../read-form.ts'
import { refusals } from '../refusals.ts'
import { libraryParams } from './library-records.ts'
import { idParams } from './shapes.ts'

const tag = '台账导入'
const base = '/api/v1/libraries/{library}/imports'
const one = `${base}/{id}`
const params = libraryParams.extend({ id: idParams.shape.id })
const rowParams = params.extend({
  row: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, '行号是正整数')
    .transform(Number)
    .meta({ description: '行号，与表格里一致' }),
})
const form = z.object({
  file: z.any().meta({ type: 'string', format: 'binary' }),
  sheet: z.string().optional().meta({ description: '工作表名；不写则读第一个没有隐藏的' }),
})
const mostListed = 100

export function registerLibraryImports(app: OpenAPIHono<Vars>): void {
  registerUpload(app)
  endpoint(app, {
    method: 'get',
    path: base,
    tag,
    summary: '导入过哪些文件（最近 100 次）',
    params: libraryParams,
    response: importsPage,
    refuses: [403, 404],
    handle: async ({ house, trx, session: { actor }, params: { library } }) => {
      const ledger = await readableLedger(trx, actor, library)
      await requireInLibrary(trx, actor, ledger.library, 'import')
      const rows = await trx
        .selectFrom('library_import')
        .selectAll()
        .where('county', '=', actor.county)
        .where('library', '=', library)
        .orderBy('id', 'desc')
        .limit(mostListed)
        .execute()
      return { items: await presentImports(house, trx, actor, ledger, rows) }
    },
  })
  endpoint(app, {
    method: 'get',
    path: one,
    tag,
    summary: '一次导入：进度、列的对应、行数、问题',
    params,
    response: importShape,
    refuses: [403, 404],
    handle: async ({ house, trx, session: { actor }, params: { library, id } }) => {
      const ledger = await loadLedger(trx, actor, library)
      return presentImport(house, trx, actor, ledger, await getImport(trx, actor, ledger, id))
    },
  })
  endpoint(app, {
    method: 'patch',
    path: one,
    tag,
    summary: '换工作表、指定表头行、改列的对应（记住，下次照此对应）；文件重新读一遍',
    params,
    body: importMatch,
    response: importShape,
    refuses: [403, 404, 409, 422],
    handle: async ({ house, trx, session: { actor }, params: { library, id }, body }) => {
      const ledger = await loadLedger(trx, actor, library)
      return presentImport(house, trx, actor, ledger, await matchImport(house, trx, actor, ledger, id, body))
    },
  })
  endpoint(app, {
    method: 'get',
    path: `${one}/rows`,
    tag,
    summary: '逐行预览：新增、修改、没有变化、有问题',
    params,
    query: importRowsQuery,
    response: importRowsPage,
    refuses: [403, 404],
    handle: async ({ house, trx, session: { actor }, params: { library, id }, query: { only, after, limit } }) => {
      const ledger = await loadLedger(trx, actor, library)
      const row = await getImport(trx, actor, ledger, id)
      const page = await presentRows(house, trx, actor, ledger, row, {
        limit: limit + 1,
        ...(after === undefined ? {} : { after }),
        ...(only === 'warned' ? { warned: true } : only === undefined ? {} : { actions: [only] }),
      })
      const items = page.items.slice(0, limit)
      return { ...page, items, next: page.items.length > limit ? (items.at(-1)?.row ?? null) : null }
    },
  })
  endpoint(app, {
    method: 'patch',
    path: `${one}/rows/{row}`,
    tag,
    summary: '在预览里改正一行的单元格，随即重新核对',
    params: rowParams,
    body: importFix,
    response: importFixed,
    refuses: [403, 404, 409],
    handle: async ({ house, trx, session: { actor }, params: { library, id, row }, body }) => {
      const ledger = await loadLedger(trx, actor, library)
      const now = await fixRow(house, trx, actor, ledger, id, row, body.cells)
      const { items, names } = await presentRows(house, trx, actor, ledger, now, { rows: [row] })
      if (!items[0] || !now.counts) throw faults.notFound('一行')
      return { row: items[0], counts: now.counts, version: now.version, names }
    },
  })
  endpoint(app, {
    method: 'post',
    path: `${one}/commit`,
    tag,
    summary: '写入：全部（有一行不对就一条不写），或只写没有问题的行',
    params,
    body: importCommit,
    response: importShape,
    refuses: [403, 404, 409, 422],
    handle: async ({ house, trx, session: { actor }, params: { library, id }, body }) => {
      const ledger = await loadLedger(trx, actor, library)
      return presentImport(house, trx, actor, ledger, await commitImport(house, trx, actor, ledger, id, body))
    },
  })
  endpoint(app, {
    method: 'post',
    path: `${one}/cancel`,
    tag,
    summary: '取消：一条也不写',
    params,
    body: importCancel,
    response: importShape,
    refuses: [403, 404, 409],
    handle: async ({ house, trx, session: { actor }, params: { library, id }, body }) => {
      const ledger = await loadLedger(trx, actor, library)
      return presentImport(house, trx, actor, ledger, await cancelImport(house, trx, actor, ledger, id, body.version))
    },
  })
  downloadPath(app, {
    path: `${one}/result`,
    tag,
    summary: '结果文件：原表加“处理结果”一列',
    params,
    refuses: [403, 409],
  })
  app.get('/api/v1/libraries/:library/imports/:id{[0-9]+}/result', async (c) => {
    const house = c.get('house')
    const { actor } = await sessionOf(c)
    const row = await house.db.withActor(actor, async (trx) => {
      const ledger = await loadLedger(trx, actor, c.req.param('library'))
      const found = await getImport(trx, actor, ledger, idParams.parse({ id: c.req.param('id') }).id)
      requireState(found, ['preview', 'done'])
      return found
    })
    const name = `${row.file_name.replace(/\.[a-z0-9]{1,5}$/i, '')}-处理结果.xlsx`
    return download(c, name, 'xlsx', (out) => writeResult(house, actor, row, out))
  })
}

function registerUpload(app: OpenAPIHono<Vars>): void {
  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'post',
      path: base,
      tags: [tag],
      summary: '上传一份表格（.xlsx、.csv），随即在后台读',
      request: {
        params: libraryParams,
        body: { required: true, content: { 'multipart/form-data': { schema: form } } },
      },
      responses: {
        201: { description: '已收下', content: { 'application/json': { schema: importShape } } },
        ...refusals('post', [400, 401, 403, 404, 409, 413, 415, 422]),
      },
    }),
  )
  app.post('/api/v1/libraries/:library/imports', async (c) => {
    const house = c.get('house')
    const { actor } = await sessionOf(c)
    const ledger = await house.db.withActor(actor, (trx) => readableLedger(trx, actor, c.req.param('library')))
    const fields = await readForm(c)
    const { file, sheet } = fields
    if (!(file instanceof File))
      throw faults.invalid('没有文件', [{ path: 'file', message: '请选一个 .xlsx 或 .csv 文件' }])
    if (file.size === 0) throw faults.invalid('文件是空的', [{ path: 'file', message: '请检查后再传' }])
    if (file.size > house.config.importLimit)
      throw new Fault(413, 'too-large', '表格太大，没有接收', {
        why: `一份表格最多 ${Math.floor(house.config.importLimit / 1_000_000)} MB；请删去图片，或分成几个文件`,
      })
    const id = await uploadImport(house, actor, ledger, {
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      ...(typeof sheet === 'string' && sheet !== '' ? { sheet: sheet.slice(0, 200) } : {}),
    })
    const shape = await house.db.withActor(actor, async (trx) =>
      presentImport(house, trx, actor, ledger, await getImport(trx, actor, ledger, id)),
    )
    return c.json(shape, 201)
  })
}
