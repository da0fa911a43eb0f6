import type { Selectable } from 'kysely'
import type { DocumentTable } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'
import { Fault, faults } from '../http/fault.ts'

export type DocumentRow = Selectable<DocumentTable>

/** A document that the actor may see, or 404. With `lock`, held until the transaction ends. */
export async function getDocument(trx: Trx, county: string, id: number, lock = false): Promise<DocumentRow> {
  let query = trx.selectFrom('document').selectAll().where('county', '=', county).where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) throw faults.notFound('份文件')
  return row
}

/** Ids of the matters that the document asked for, in the order of its text. Withdrawn and merged ones are left out. */
export async function matterIdsOf(trx: Trx, county: string, document: number, withGone = false): Promise<number[]> {
  const rows = await trx
    .selectFrom('matter_source as s')
    .innerJoin('matter as m', (j) => j.onRef('m.county', '=', 's.county').onRef('m.id', '=', 's.matter'))
    .select(['m.id', (eb) => eb.fn.min('s.start_at').as('at')])
    .where('s.county', '=', county)
    .where('s.document', '=', document)
    .$if(!withGone, (q) => q.where('m.state', 'not in', ['withdrawn', 'merged']))
    .groupBy('m.id')
    .orderBy('at')
    .orderBy('m.id')
    .execute()
  return rows.map((r) => r.id)
}

/** 未经本人审阅的记录稿 stays a text: nothing is made of it, nor does it become the source of anything. */
export function refuseUnreviewed(document: Pick<DocumentRow, 'private'>): void {
  if (!document.private) return
  throw new Fault(409, 'unreviewed', '根据录音整理、未经本人审阅的稿子不能立项', {
    why: '只能作为草稿留存；本人审定后请重新上传审定稿',
    who: [{ unit: null, post: 'dispatcher' }],
  })
}
