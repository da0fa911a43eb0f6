import type { IsoDate } from '@yipanqi/base'
import type { NewUnit } from '@yipanqi/model'
import type { Trx } from '../db/with-actor.ts'
import { Fault, faults } from '../http/fault.ts'
import { forgetNames } from '../library/list/kept-names.ts'
import { getUnit, type UnitRow } from './directory.ts'

/** A new unit, last in the county's order unless it says its place. Throws 409 where a unit in force bears its name, its short name or code. */
export async function openUnit(trx: Trx, county: string, unit: NewUnit, from: IsoDate): Promise<UnitRow> {
  await refuseTakenNames(trx, county, unit, null)
  if (unit.parent !== null) await checkParent(trx, county, unit.parent)
  const last = await trx
    .selectFrom('unit')
    .select((eb) => [eb.fn.max('position').as('position'), eb.fn.countAll<number>().as('n')])
    .where('county', '=', county)
    .executeTakeFirstOrThrow()
  const code = unit.code ?? (await freeCode(trx, county, last.n + 1))
  if (await codeTaken(trx, county, code))
    throw new Fault(409, 'code-taken', `代码 ${code} 已经有单位在用`, { why: '换一个，或不填由系统编' })
  const row = await trx
    .insertInto('unit')
    .values({
      county,
      code,
      name: unit.name,
      short: unit.short,
      kind: unit.kind,
      parent: unit.parent,
      may_lead: unit.mayLead,
      aliases: JSON.stringify(unit.aliases),
      valid_from: from,
      valid_to: null,
      successor: null,
      position: unit.position ?? (last.position ?? 0) + 1,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  forgetNames(county)
  return row
}

/** A parent must be of the county and in force. */
export async function checkParent(trx: Trx, county: string, parent: number): Promise<void> {
  const row = await getUnit(trx, county, parent)
  if (row.valid_to !== null)
    throw faults.invalid(`${row.name}已经撤并`, [{ path: 'parent', message: '上级单位要是现行的单位' }])
}

/** Two units in force under one name could not be told apart in any document. */
export async function refuseTakenNames(
  trx: Trx,
  county: string,
  names: { readonly name: string; readonly short: string },
  except: number | null,
): Promise<void> {
  const wanted = [names.name, names.short]
  let query = trx
    .selectFrom('unit')
    .select(['name', 'short'])
    .where('county', '=', county)
    .where('valid_to', 'is', null)
    .where((eb) => eb.or([eb('name', 'in', wanted), eb('short', 'in', wanted)]))
  if (except !== null) query = query.where('id', '<>', except)
  const taken = await query.executeTakeFirst()
  if (taken)
    throw new Fault(409, 'name-taken', `已经有单位叫${taken.name}（${taken.short}）`, {
      why: '全称和简称都不能与现行单位相同；是同一个单位的，请用更名或合并',
      who: [{ unit: null, post: 'system-admin' }],
    })
}

async function codeTaken(trx: Trx, county: string, code: string): Promise<boolean> {
  const row = await trx
    .selectFrom('unit')
    .select('id')
    .where('county', '=', county)
    .where('code', '=', code)
    .executeTakeFirst()
  return row !== undefined
}

async function freeCode(trx: Trx, county: string, from: number): Promise<string> {
  for (let n = from; ; n += 1) {
    const code = `U${String(n).padStart(3, '0')}`
    if (!(await codeTaken(trx, county, code))) return code
  }
}
