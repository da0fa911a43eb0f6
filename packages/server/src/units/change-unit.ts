import { addDays } from '@yipanqi/base'
import type { UnitChangeBody, UnitChangeResult } from '@yipanqi/model'
import type { Trx } from '../db/with-actor.ts'
import { Fault } from '../http/fault.ts'
import { forgetNames } from '../library/list/kept-names.ts'
import { getUnit, unitsBelow, type UnitRow } from './directory.ts'
import { followAudience } from './follow-audience.ts'
import { checkParent, refuseTakenNames } from './open-unit.ts'

type Of<K extends UnitChangeBody['kind']> = Extract<UnitChangeBody, { kind: K }>

/** 更名: the old names become aliases with their last day; the unit, its matters and accounts stay what they are. */
export async function renameUnit(trx: Trx, county: string, body: Of<'rename'>): Promise<UnitChangeResult> {
  const unit = await inForce(trx, county, body.unit)
  if (unit.name === body.name && unit.short === body.short)
    throw new Fault(409, 'unit-change', `${unit.name}已经是这个名称`, { why: '全称和简称都没有变' })
  await refuseTakenNames(trx, county, body, unit.id)
  const aliases = [...new Set([...unit.aliases, unit.name, unit.short])].filter(
    (name) => name !== body.name && name !== body.short,
  )
  await trx
    .updateTable('unit')
    .set({ name: body.name, short: body.short, aliases: JSON.stringify(aliases), version: unit.version + 1 })
    .where('county', '=', county)
    .where('id', '=', unit.id)
    .execute()
  forgetNames(county)
  const { name, short } = unit
  await trx
    .insertInto('unit_name')
    .values({
      county,
      unit: unit.id,
      name,
      short,
      valid_to: addDays(body.effectiveOn, -1),
      borne_by: null,
      basis: body.basis,
    })
    .execute()
  return { moves: [], notes: [`${name}更名为${body.name}；旧文件里的旧名仍指向它，事项和账号不动`] }
}

/** Kind, parent, whether it may lead, aliases, place in the county's order. A parent that changes lets other units look in. */
export async function changeUnit(trx: Trx, county: string, body: Of<'change'>): Promise<UnitChangeResult> {
  const unit = await inForce(trx, county, body.unit)
  const { kind, parent, mayLead, aliases, position } = body.set
  const below = await unitsBelow(trx, county, unit.id)
  if (parent !== undefined && parent !== null) {
    await checkParent(trx, county, parent)
    if (below.includes(parent))
      throw new Fault(409, 'circle', `${unit.name}不能放到自己的下级下面`, {
        why: '上下级成了圈，谁都看不全；请先调整下级',
        who: [{ unit: null, post: 'system-admin' }],
      })
  }
  await trx
    .updateTable('unit')
    .set({
      ...(kind === undefined ? {} : { kind }),
      ...(parent === undefined ? {} : { parent }),
      ...(mayLead === undefined ? {} : { may_lead: mayLead }),
      ...(aliases === undefined ? {} : { aliases: JSON.stringify([...new Set(aliases)]) }),
      ...(position === undefined ? {} : { position }),
      version: unit.version + 1,
    })
    .where('county', '=', county)
    .where('id', '=', unit.id)
    .execute()
  const notes: string[] = []
  if (parent !== undefined && parent !== unit.parent) {
    await followAudience(trx, county, below)
    notes.push(`${unit.name}${below.length > 1 ? `和下属 ${below.length - 1} 个单位` : ''}的事项改由新的上级可见`)
  }
  if (mayLead === false && unit.may_lead) notes.push(`${unit.name}不再牵头新事项；已在牵头的不变，需要时由财经办调整`)
  return { moves: [], notes }
}

async function inForce(trx: Trx, county: string, id: number): Promise<UnitRow> {
  const unit = await getUnit(trx, county, id)
  if (unit.valid_to !== null)
    throw new Fault(409, 'unit-change', `${unit.name}已经撤并`, { why: `它的最后一天是 ${unit.valid_to}` })
  return unit
}
