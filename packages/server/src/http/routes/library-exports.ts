// A ledger as a file: what the list shows, and an empty table to fill in.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { exportQuery } from '@yipanqi/model/libraries/index.ts'
import { breakdownForm } from '../../library/export/breakdown.ts'
import { exportFields, exportList, listForm } from '../../library/export/export-list.ts'
import { writeTemplate } from '../../library/export/template.ts'
import { readableLedger } from '../../library/list/readable.ts'
import { requireInLibrary } from '../../library/records/refuse-record.ts'
import type { Vars } from '../context.ts'
import { download, downloadPath } from '../download.ts'
import { sessionOf } from '../endpoint.ts'
import { faults } from '../fault.ts'
import { libraryParams } from './library-records.ts'

const tag = '台账导入'

export function registerLibraryExports(app: OpenAPIHono<Vars>): void {
  const path = '/api/v1/libraries/{library}'
  downloadPath(app, {
    path: `${path}/export`,
    tag,
    summary: '导出看到的内容：同样的筛选、搜索、排序和栏目，全部行（.xlsx 或 .csv）；事项另有任务分解表',
    params: libraryParams,
    query: exportQuery,
    refuses: [403],
  })
  app.get('/api/v1/libraries/:library/export', async (c) => {
    const house = c.get('house')
    const session = await sessionOf(c)
    const { actor } = session
    const ledger = await house.db.withActor(actor, (trx) => readableLedger(trx, actor, c.req.param('library')))
    const asked = exportQuery.safeParse(c.req.query())
    if (!asked.success)
      throw faults.invalid(
        '导出条件不对',
        asked.error.issues.slice(0, 20).map((i) => ({ path: i.path.join('.'), message: i.message })),
      )
    const query = asked.data
    const breakdown = query.form === 'breakdown'
    if (breakdown && ledger.table !== 'matter')
      throw faults.invalid('任务分解表只有事项清单有', [{ path: 'form', message: '请用 list' }])
    const fields = exportFields(ledger, query)
    const form = () => (breakdown ? breakdownForm(session) : listForm(session, ledger, fields))
    const name = `${breakdown ? '任务分解表' : ledger.library.name}-${house.clock.today()}.${query.format}`
    return download(c, name, query.format, (out) => exportList(house, session, ledger, query, form, out))
  })

  downloadPath(app, {
    path: `${path}/template`,
    tag,
    summary: '导入模板（.xlsx）：表头、可选的值、示例和填写说明',
    params: libraryParams,
    refuses: [403],
  })
  app.get('/api/v1/libraries/:library/template', async (c) => {
    const house = c.get('house')
    const { actor } = await sessionOf(c)
    const { library } = await house.db.withActor(actor, (trx) => readableLedger(trx, actor, c.req.param('library')))
    return download(c, `${library.name}导入模板.xlsx`, 'xlsx', (out) =>
      house.db.withActor(actor, async (trx) => {
        await requireInLibrary(trx, actor, library, 'import')
        await writeTemplate(trx, actor, library, out)
      }),
    )
  })
}
