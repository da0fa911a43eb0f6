// Filters that are no column. Matters are asked for a unit that leads or supports, and for a source document.
import { isCondition, type Condition, type Field, type Fields, type Filter } from '@yipanqi/model/libraries/index.ts'
import { choice, integer } from '@yipanqi/model/libraries/kinds/index.ts'
import { unit } from '@yipanqi/model/libraries/kinds/unit.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Ledger } from '../ledger.ts'
import { expression, hasRevision } from './columns.ts'

const only = (field: Field, operators: Field['operators']): Field => ({ ...field, operators })
const idField = only(integer({ label: '编号', atLeast: 1 }), ['eq', 'in'])
const matterFilters: Fields = {
  unit: only(unit({ label: '单位（牵头或配合）' }), ['eq', 'in']),
  document: only(integer({ label: '来源文件', atLeast: 1 }), ['eq', 'in']),
}

/** What a library can be filtered by beside its own fields. */
export function extraFilters(ledger: Ledger): Fields {
  const { ladder } = ledger.library
  return {
    id: idField,
    ...(hasRevision(ledger) ? { updated: only(integer({ label: '最近变动', atLeast: 0 }), ['from', 'to']) } : {}),
    ...(ladder
      ? { stage: only(choice({ label: ladder.name, choices: ladder.stages.map((s) => s.id) }), ['eq', 'in', 'ne']) }
      : {}),
    ...(ledger.table === 'matter' ? matterFilters : {}),
  }
}

export const isVirtual = (ledger: Ledger, name: string): boolean =>
  ledger.table === 'matter' && Object.hasOwn(matterFilters, name)

const valuesOf = (one: Condition): number[] =>
  (Array.isArray(one.value) ? one.value : [one.value]).map((v: unknown) => Number(v))

export function virtualCondition(ledger: Ledger, county: string, one: Condition, driven: boolean): RawBuilder<unknown> {
  if (one.field === 'unit') return sql`r.seen_by && ${valuesOf(one)}::bigint[]`
  return sql`exists (select 1 from matter_source o where o.county = ${county} and o.matter = ${expression(ledger, 'id', driven)} and o.document = any (${valuesOf(one)}::bigint[]))`
}

/**
 * Units that the whole filter asks for: their narrow copy can drive the list. Answers the filter without them too.
 */
export function drivingUnits(
  ledger: Ledger,
  filter: Filter | null,
): { readonly units: readonly number[]; readonly rest: Filter | null } | null {
  if (ledger.table !== 'matter' || filter === null) return null
  const parts = isCondition(filter) ? [filter] : 'all' in filter ? filter.all : []
  const one = parts.find((p): p is Condition => isCondition(p) && p.field === 'unit')
  if (!one) return null
  return { units: valuesOf(one), rest: { all: parts.filter((p) => p !== one) } }
}
