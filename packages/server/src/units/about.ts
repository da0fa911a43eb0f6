import type { UnitChangeBody } from '@yipanqi/model'
import type { Trx } from '../db/with-actor.ts'

/** Names of the units that an order speaks of, as they are called when it is given. */
export async function unitNames(trx: Trx, county: string, body: UnitChangeBody): Promise<ReadonlyMap<number, string>> {
  const ids = idsOf(body)
  if (ids.length === 0) return new Map()
  const rows = await trx
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('county', '=', county)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((r) => [r.id, r.name]))
}

function idsOf(body: UnitChangeBody): number[] {
  switch (body.kind) {
    case 'open':
      return []
    case 'rename':
      return [body.unit]
    case 'change':
      return [body.unit, ...(body.set.parent ? [body.set.parent] : [])]
    case 'merge':
      return [...body.from, ...(body.into.unit === undefined ? [] : [body.into.unit])]
    case 'split':
      return [body.from, ...body.into.flatMap((s) => s.heir.unit ?? [])]
  }
}

/** The order in one sentence, kept with it: years later the units may have other names. */
export function aboutChange(body: UnitChangeBody, names: ReadonlyMap<number, string>): string {
  const name = (id: number) => names.get(id) ?? `编号 ${id} 的单位`
  const heir = (h: { unit?: number | undefined; open?: { name: string } | undefined }) =>
    h.open ? `${h.open.name}（新设）` : name(h.unit as number)
  switch (body.kind) {
    case 'open':
      return `新设${body.open.name}`
    case 'rename':
      return `${name(body.unit)}更名为${body.name}`
    case 'change': {
      const { kind, parent, mayLead, aliases, position } = body.set
      const parts = [
        kind === undefined ? '' : `性质改为${kind}`,
        parent === undefined ? '' : parent === null ? '改为县直接管理' : `上级改为${name(parent)}`,
        mayLead === undefined ? '' : mayLead ? '可以牵头' : '不再牵头',
        aliases === undefined ? '' : `别名改为${aliases.join('、') || '无'}`,
        position === undefined ? '' : `排序改为第 ${position}`,
      ]
      return `${name(body.unit)}${parts.filter(Boolean).join('，')}`
    }
    case 'merge':
      return `${body.from.map(name).join('、')}并入${heir(body.into)}`
    case 'split':
      return `${name(body.from)}拆分为${body.into.map((s) => heir(s.heir)).join('、')}`
  }
}
