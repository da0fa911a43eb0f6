import { auditOpWords, type AuditItem } from '@yipanqi/model'
import { Readable } from 'node:stream'
import type { Session } from '../auth/session.ts'
import type { House } from '../house.ts'
import { readAudit, type AuditQuery } from './read.ts'

const most = 100_000
const pageSize = 1000
const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })

/**
 * The same rows as CSV (UTF-8 with its mark, as Excel wants it), page by page: one line a changed field. Says on its
 * first line who took it and when, and on its last where it was cut.
 */
export function exportAudit(house: House, session: Session, query: Omit<AuditQuery, 'after' | 'limit'>): Readable {
  return Readable.from(bytes(lines(house, session, query)))
}

async function* bytes(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of texts) yield Buffer.from(text)
}

async function* lines(house: House, session: Session, query: Omit<AuditQuery, 'after' | 'limit'>) {
  const { actor } = session
  yield `\uFEFF${line([`导出人 ${session.name}`, `导出时间 ${beijing.format(house.clock.now())}`, session.countyName])}`
  yield line(['序号', '时间', '账号', '姓名', '角色', '表', '记录', '操作', '栏目', '原值', '新值'])
  let after: number | undefined
  let count = 0
  while (count < most) {
    const page = await house.db.withActor(actor, (trx) =>
      readAudit(house, trx, actor.county, { ...query, limit: pageSize, ...(after ? { after } : {}) }),
    )
    yield page.items.map(linesOf).join('')
    count += page.items.length
    if (!page.next) return
    after = Number(page.next)
  }
  yield line([`一次最多 ${most} 条，后面的没有导出：请按时间分段再导`])
}

function linesOf(item: AuditItem): string {
  const head = [
    String(item.id),
    beijing.format(new Date(item.at)),
    item.who.account ?? '',
    item.who.display,
    item.who.post,
    item.table.name,
    item.key,
    auditOpWords[item.op],
  ]
  const fields = item.fields.length > 0 ? item.fields : [{ label: '', from: null, to: null }]
  return fields.map((f) => line([...head, f.label, f.from ?? '', f.to ?? ''])).join('')
}

/** Cells that a spreadsheet would run as a formula get an apostrophe before them. */
function line(cells: readonly string[]): string {
  const safe = cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))
  return `${safe.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`
}
