// The list of matters in the shape that documents, homes and the desk show: the question in this list's own words, the
// page by the machinery of every ledger.
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
import type { Filter } from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import { getLedger } from '../library/ledger.ts'
import { askWith } from '../library/list/ask.ts'
import { countRows } from '../library/list/count-rows.ts'
import { listRows } from '../library/list/list-rows.ts'
import { readSort } from '../library/list/sort.ts'
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

/** @param further conditions in the words of the library, beside this list's own. */
export async function listMatters(
  trx: Trx,
  actor: Actor,
  query: MatterQuery,
  further: Filter | null = null,
): Promise<Page<MatterItem>> {
  const ledger = getLedger('matters')
  const asked = await askWith(trx, actor, ledger, both(filterOf(query), further), query.filters.text)
  const way = query.sort.direction === 'desc' ? '-' : ''
  const sort = readSort(ledger.library, way + query.sort.field, { revision: true })
  const start = query.after ? ({ way: 'after', from: query.after } as const) : ({ way: 'first' } as const)
  const page = await listRows(trx, actor, ledger, asked, sort, start, query.limit)
  const last = page.rows.at(-1)
  return {
    items: await loadItems(
      trx,
      actor.county,
      page.rows.map((r) => r.id),
    ),
    next: page.more && last ? matterFields.next(query.sort, last.sortedBy, last.id) : null,
    count: query.count === 'none' ? null : await countRows(trx, actor, ledger, asked, query.count),
  }
}

/** This list's names for the library's fields, where they differ. */
const named: Readonly<Record<string, string>> = { lead: 'leadUnit' }

function both(own: Filter | null, further: Filter | null): Filter | null {
  if (own === null || further === null) return own ?? further
  // Flat: a filter by unit is looked for among the conditions that all must hold.
  return { all: [...('all' in own ? own.all : [own]), ...('all' in further ? further.all : [further])] }
}

function filterOf(query: MatterQuery): Filter | null {
  const all: Filter[] = []
  for (const [name, value] of Object.entries(query.filters)) {
    const field = named[name] ?? name
    if (value === undefined || name === 'text') continue
    if (Array.isArray(value)) {
      const some = value.filter((v) => v !== null) as (string | number)[]
      const any: Filter[] = some.length > 0 ? [{ field, is: 'in', value: some }] : []
      if (some.length < value.length) any.push({ field, is: 'empty' })
      all.push(any.length === 1 ? (any[0] as Filter) : { any })
    } else if (typeof value === 'object' && value !== null) {
      const { from, to } = value as { from?: string; to?: string }
      if (from !== undefined) all.push({ field, is: 'from', value: from })
      if (to !== undefined) all.push({ field, is: 'to', value: to })
    } else all.push({ field, is: 'eq', value: value as string | boolean })
  }
  return all.length === 0 ? null : { all }
}
