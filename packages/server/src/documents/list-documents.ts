import {
  choiceField,
  defineFields,
  documentStates,
  numberField,
  type DocumentItem,
  type Page,
  type Query,
} from '@yipanqi/model'
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import { countCap, countOf } from '../library/list/count-rows.ts'
import { readPage, type Ask, type Keyed } from '../library/list/page.ts'
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
  const states = query.filters.state?.filter((s) => s !== null) ?? []
  const where = [sql`d.county = ${actor.county}`, ...(states.length > 0 ? [sql`d.state in (${sql.join(states)})`] : [])]
  const updated = query.sort.field === 'updated'
  const fetch = async (ask: Ask): Promise<Keyed[]> => {
    const way = sql.raw(ask.desc ? 'desc' : 'asc')
    const { rows } = await sql<Keyed>`
      select d.id, ${ask.value} as "sortedBy" from document d where ${sql.join([...where, ...ask.where], sql` and `)}
      order by ${updated ? sql`d.revision ${way}, d.id ${way}` : sql`d.id ${way}`} limit ${sql.lit(ask.limit)}`.execute(
      trx,
    )
    return rows
  }
  const page = await readPage(
    { id: sql`d.id`, column: sql`d.revision`, fetch },
    {
      field: updated ? 'updated' : 'id',
      desc: query.sort.direction === 'desc',
      type: 'bigint',
      collation: '',
      nullable: false,
    },
    query.after ? { way: 'after', from: query.after } : { way: 'first' },
    query.limit,
  )
  const ids = page.rows.map((r) => r.id)
  const rows = ids.length
    ? await trx.selectFrom('document').selectAll().where('county', '=', actor.county).where('id', 'in', ids).execute()
    : []
  const byId = new Map(rows.map((r) => [r.id, r]))
  const items = await presentItems(
    trx,
    actor.county,
    ids.flatMap((id) => byId.get(id) ?? []),
  )
  const last = page.rows.at(-1)
  const next = page.more && last ? documentFields.next(query.sort, last.sortedBy, last.id) : null
  return { items, next, count: query.count === 'none' ? null : await countDocuments(trx, where, query.count) }
}

async function countDocuments(trx: Trx, where: readonly RawBuilder<unknown>[], mode: 'capped' | 'exact') {
  const limit = mode === 'capped' ? sql`limit ${sql.lit(countCap + 1)}` : sql``
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select 1 from document d where ${sql.join([...where], sql` and `)} ${limit}) c`.execute(
    trx,
  )
  return countOf(rows[0]?.n ?? 0, mode)
}
