import {
  choiceField,
  dateField,
  defineFields,
  flagField,
  kinds,
  lights,
  numberField,
  refField,
  searchField,
  states,
  textField,
  type MatterItem,
  type Page,
  type Query,
} from '@yipanqi/model'
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import { countRows, listIds, type ListSource } from '../library/list.ts'
import { nameContains } from '../library/search.ts'
import { loadItems } from './items.ts'

/** What the list of matters can be asked. */
export const matterFields = defineFields(
  {
    state: choiceField(states, { label: '状态' }),
    light: choiceField(lights, { label: '灯', nullable: true }),
    unit: refField({ label: '单位（牵头或配合）' }),
    lead: refField({ label: '牵头单位', nullable: true }),
    document: refField({ label: '来源文件' }),
    leader: refField({ label: '牵头县领导', nullable: true }),
    kind: choiceField(kinds, { label: '事项类别' }),
    deadline: dateField({ label: '完成时限', sortable: true }),
    updated: numberField({ label: '最近变动', sortable: true, filter: [] }),
    overdue: flagField({ label: '逾期' }),
    key: flagField({ label: '重点' }),
    number: textField({ label: '督办编号' }),
    text: searchField({ label: '事项' }),
  },
  { defaultSort: 'deadline' },
)

export type MatterQuery = Query<typeof matterFields.fields>

/**
 * One page of matters. A narrow reader's list is driven by matter_seen (its own rows in order), a whole-county one by
 * the matters' own indexes; a filter by unit drives through matter_seen for both.
 */
export async function listMatters(trx: Trx, actor: Actor, query: MatterQuery): Promise<Page<MatterItem>> {
  const source = sourceOf(actor, query)
  const page = await listIds(trx, source, query)
  const items = await loadItems(trx, actor.county, page.ids)
  const next = page.more && page.last ? matterFields.next(query.sort, page.last.value, page.last.id) : null
  return { items, next, count: await countRows(trx, source, query) }
}

/** Columns that stand in matter_seen too; any other filter joins the matter. */
const seenColumns = new Set([
  'state',
  'light',
  'lead',
  'leader',
  'kind',
  'deadline',
  'updated',
  'unit',
  'document',
  'id',
])

export function sourceOf(actor: Actor, query: MatterQuery): ListSource<typeof matterFields.fields> {
  const wholeCounty = actor.scope === 'all' || actor.scope === 'system'
  const askedUnits = query.filters.unit?.filter((u): u is number => u !== null) ?? []
  const keys = wholeCounty ? askedUnits : [...actor.keys]
  const county = actor.county
  const throughSeen = keys.length === 1
  const columns = [...Object.keys(query.filters), query.sort.field]
  const joined = !throughSeen || columns.some((c) => !seenColumns.has(c) || (c === 'unit' && !wholeCounty))
  const id = throughSeen ? sql`s.matter` : sql`m.id`
  const at = throughSeen ? sql.raw('s') : sql.raw('m')
  const where: RawBuilder<unknown>[] = throughSeen
    ? [sql`s.county = ${county}`, sql`s.key = ${keys[0]}`]
    : [sql`m.county = ${county}`]
  if (!throughSeen && keys.length > 1) {
    where.push(
      sql`exists (select 1 from matter_seen v where v.county = ${county} and v.matter = m.id and v.key in (${sql.join(keys)}))`,
    )
  }
  if (!throughSeen && keys.length === 0 && !wholeCounty && actor.scope !== 'own') where.push(sql`false`)
  return {
    from: !throughSeen
      ? sql`matter m`
      : joined
        ? sql`matter_seen s join matter m on m.county = s.county and m.id = s.matter`
        : sql`matter_seen s`,
    where,
    id,
    columns: {
      state: sql`${at}.state`,
      light: sql`${at}.light`,
      lead: sql`${at}.lead_unit`,
      leader: sql`${at}.leader`,
      kind: sql`${at}.kind`,
      deadline: sql`${at}.deadline`,
      updated: sql`${at}.revision`,
      overdue: sql`m.overdue`,
      key: sql`m.key`,
      number: sql`m.number`,
    },
    special: {
      // A unit's own list asked for another unit shows what both have a part in.
      unit: (units: readonly number[]) =>
        wholeCounty ? sql`true` : sql`m.seen_by && ${`{${units.join(',')}}`}::bigint[]`,
      document: (documents: readonly number[]) =>
        sql`exists (select 1 from matter_source r where r.county = ${county} and r.matter = ${id} and r.document in (${sql.join([...documents])}))`,
      text: (words: string) => nameContains(county, 'matter', id, sql`m.title`, words),
    } as ListSource<typeof matterFields.fields>['special'],
    notNull: ['updated'],
  }
}
