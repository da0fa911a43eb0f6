import {
  choiceField,
  defineFields,
  documentStates,
  numberField,
  type DocumentItem,
  type Page,
  type Query,
} from '@yipanqi/model'
import { sql } from 'kysely'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import { countRows, listIds, type ListSource } from '../library/list.ts'
import { presentItems } from './present.ts'

export const documentFields = defineFields(
  {
    state: choiceField(documentStates, { label: '状态' }),
    updated: numberField({ label: '最近变动', sortable: true, filter: [] }),
  },
  { defaultSort: '-updated' },
)

export async function listDocuments(
  trx: Trx,
  actor: Actor,
  query: Query<typeof documentFields.fields>,
): Promise<Page<DocumentItem>> {
  const source: ListSource<typeof documentFields.fields> = {
    from: sql`document d`,
    where: [sql`d.county = ${actor.county}`],
    id: sql`d.id`,
    columns: { state: sql`d.state`, updated: sql`d.revision` },
    notNull: ['updated'],
  }
  const page = await listIds(trx, source, query)
  const rows = page.ids.length
    ? await trx
        .selectFrom('document')
        .selectAll()
        .where('county', '=', actor.county)
        .where('id', 'in', page.ids)
        .execute()
    : []
  const byId = new Map(rows.map((r) => [r.id, r]))
  const items = await presentItems(
    trx,
    actor.county,
    page.ids.flatMap((id) => byId.get(id) ?? []),
  )
  const next = page.more && page.last ? documentFields.next(query.sort, page.last.value, page.last.id) : null
  return { items, next, count: await countRows(trx, source, query) }
}
