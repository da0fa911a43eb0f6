// One change of the directory, as it happens on its day. Nothing is deleted: a unit that ends gets its last day and
// its heirs, and what is open goes to them.
import { addDays, type IsoDate } from '@yipanqi/base'
import type { UnitChangeBody, UnitChangeResult } from '@yipanqi/model'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import { Fault } from '../http/fault.ts'
import type { House } from '../house.ts'
import { changeUnit, renameUnit } from './change-unit.ts'
import { getUnit, unitsBelow, type UnitRow } from './directory.ts'
import { followAudience } from './follow-audience.ts'
import { move, type Share } from './move.ts'
import { openUnit } from './open-unit.ts'

export interface Order {
  readonly house: House
  readonly trx: Trx
  readonly actor: Actor
  readonly body: UnitChangeBody
}

/** Carries a change out. Throws a {@link Fault} in Chinese where the directory has moved on meanwhile. */
export async function carryOut(order: Order): Promise<UnitChangeResult> {
  const { trx, actor, body } = order
  switch (body.kind) {
    case 'open': {
      const made = await openUnit(trx, actor.county, body.open, body.effectiveOn)
      return { moves: [], notes: [`新设${made.name}`] }
    }
    case 'rename':
      return renameUnit(trx, actor.county, body)
    case 'change':
      return changeUnit(trx, actor.county, body)
    case 'merge':
      return merge(order, body)
    case 'split':
      return split(order, body)
  }
}

type Merge = Extract<UnitChangeBody, { kind: 'merge' }>
type Split = Extract<UnitChangeBody, { kind: 'split' }>

async function merge(order: Order, body: Merge): Promise<UnitChangeResult> {
  const { trx, actor } = order
  const from = await Promise.all(unique(body.from).map((id) => getUnit(trx, actor.county, id)))
  if (body.into.unit !== undefined && body.from.includes(body.into.unit))
    throw refused('承接单位就在被合并的单位里', '它要么继续存在、只承接别的单位，要么另设新单位承接')
  const heir = await heirUnit(order, body.into)
  const result: Result = { moves: [], notes: [] }
  for (const unit of from) {
    checkEnd(unit, body.effectiveOn)
    result.moves.push(...(await end(order, unit, [{ heir, matters: [], accounts: [] }])))
    result.notes.push(`${unit.name}自${body.effectiveOn}起并入${heir.name}，不再接收新事项`)
  }
  return result
}

async function split(order: Order, body: Split): Promise<UnitChangeResult> {
  const { trx, actor } = order
  const unit = await getUnit(trx, actor.county, body.from)
  checkEnd(unit, body.effectiveOn)
  const shares: Share[] = []
  for (const part of body.into) {
    const heir = await heirUnit(order, part.heir)
    if (shares.some((s) => s.heir.id === heir.id)) throw refused(`${heir.name}写了两遍`, '每个承接单位只写一次')
    shares.push({ heir, matters: part.matters, accounts: part.accounts })
  }
  const goesOn = shares.some((s) => s.heir.id === unit.id)
  if (goesOn) {
    const moves = await move(order, unit, shares)
    return { moves, notes: [`${unit.name}继续存在，没有划出的都留下`] }
  }
  const moves = await end(order, unit, shares)
  const main = shares[0]?.heir.name ?? ''
  return { moves, notes: [`${unit.name}自${body.effectiveOn}起拆分；没有指明去向的都转${main}`] }
}

interface Result {
  moves: UnitChangeResult['moves']
  notes: string[]
}

/** The unit's last day; everything open goes to its heirs, and what is finished stays readable to them. */
async function end(order: Order, unit: UnitRow, shares: readonly Share[]): Promise<UnitChangeResult['moves']> {
  const { trx, actor, body } = order
  const { county } = actor
  const last = addDays(body.effectiveOn, -1)
  const main = shares[0]?.heir as UnitRow
  // Units below it move below its heir, and what they keep is seen by other units from then on.
  const below = await unitsBelow(trx, county, unit.id)
  const moves = await move(order, unit, shares)
  await trx
    .updateTable('unit')
    .set({ valid_to: last, successor: main.id, version: unit.version + 1 })
    .where('county', '=', county)
    .where('id', '=', unit.id)
    .execute()
  await trx
    .insertInto('unit_heir')
    .values(shares.map(({ heir }) => ({ county, unit: unit.id, heir: heir.id, since: body.effectiveOn })))
    .onConflict((c) => c.doNothing())
    .execute()
  await inheritNames(trx, county, unit, main.id, last, body.basis)
  await followAudience(trx, county, below)
  return moves
}

/** Old documents go on calling the unit by its names: they lead to the main heir from now on. */
async function inheritNames(trx: Trx, county: string, unit: UnitRow, heir: number, last: IsoDate, basis: string) {
  const row = await getUnit(trx, county, heir)
  const aliases = unique([...row.aliases, unit.name, unit.short, ...unit.aliases]).filter(
    (name) => name !== row.name && name !== row.short,
  )
  await trx
    .updateTable('unit')
    .set({ aliases: JSON.stringify(aliases), version: row.version + 1 })
    .where('county', '=', county)
    .where('id', '=', heir)
    .execute()
  await trx
    .insertInto('unit_name')
    .values({ county, unit: heir, name: unit.name, short: unit.short, valid_to: last, borne_by: unit.id, basis })
    .execute()
}

async function heirUnit(order: Order, heir: Merge['into']): Promise<UnitRow> {
  const { trx, actor, body } = order
  if (heir.open) return openUnit(trx, actor.county, heir.open, body.effectiveOn)
  const unit = await getUnit(trx, actor.county, heir.unit as number)
  if (unit.valid_to !== null) throw refused(`${unit.name}已经撤并`, '承接单位要是现行的单位')
  return unit
}

function checkEnd(unit: UnitRow, on: IsoDate): void {
  if (unit.valid_to !== null) throw refused(`${unit.name}已经撤并`, `它的最后一天是 ${unit.valid_to}`)
  if (on <= unit.valid_from) throw refused(`${unit.name}是 ${unit.valid_from} 才设的`, '生效日要在设立日以后')
}

function refused(message: string, why: string): Fault {
  return new Fault(409, 'unit-change', message, { why, who: [{ unit: null, post: 'system-admin' }] })
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
