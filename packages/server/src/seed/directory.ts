// Units, leaders, accounts and the lighting rule of a sample county.
import type { SampleCounty } from '@yipanqi/samples'
import { presetIds, presets } from '@yipanqi/model'
import type { Trx } from '../db/with-actor.ts'
import { insertAccount } from './create.ts'

export interface SeededDirectory {
  readonly units: ReadonlyMap<string, number>
  readonly leaders: ReadonlyMap<string, number>
  /** Account id by login. */
  readonly accounts: ReadonlyMap<string, number>
}

/** Accounts are made without a password: {@link setHash} follows when the hashes are there. */
export async function seedDirectory(trx: Trx, master: Uint8Array, county: SampleCounty): Promise<SeededDirectory> {
  const units = new Map<string, number>()
  for (const [position, unit] of county.units.entries()) {
    const row = await trx
      .insertInto('unit')
      .values({
        county: county.code,
        code: unit.code,
        name: unit.name,
        short: unit.short,
        kind: unit.kind,
        parent: unit.parent === null ? null : (units.get(unit.parent) ?? null),
        may_lead: unit.mayLead,
        aliases: JSON.stringify([...unit.aliases, ...unit.formerly.map((f) => f.name)]),
        valid_from: unit.validFrom,
        valid_to: null,
        successor: null,
        position,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    units.set(unit.code, row.id)
    for (const old of unit.formerly)
      await trx
        .insertInto('unit_name')
        .values({
          county: county.code,
          unit: row.id,
          name: old.name,
          short: old.name.replace(/^.+?县/, ''),
          valid_to: old.until,
          borne_by: null,
          basis: '机构改革',
        })
        .execute()
  }
  const leaders = new Map<string, number>()
  for (const [position, leader] of county.leaders.entries()) {
    const current = leader.portfolio.at(-1)
    const row = await trx
      .insertInto('county_leader')
      .values({
        county: county.code,
        name: leader.name,
        post: leader.short,
        portfolio: leader.duties,
        units: (current?.units ?? []).flatMap((code) => units.get(code) ?? []),
        position,
        valid_from: current?.from ?? '2000-01-01',
        valid_to: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    leaders.set(leader.code, row.id)
  }
  await trx
    .insertInto('light_scheme')
    .values({
      county: county.code,
      name: county.scheme.title,
      document_number: county.scheme.number,
      article: null,
      preset: presetIds.find((id) => presets[id].name === county.scheme.preset) ?? 'yinchuan-2025',
      parameters: '{}',
      effective_from: county.scheme.from,
      effective_to: null,
    })
    .execute()
  const accounts = new Map<string, number>()
  for (const account of county.accounts) {
    const id = await insertAccount(trx, master, {
      county: county.code,
      name: account.login,
      display: account.name,
      unit: units.get(account.unit) as number,
      post: account.post,
      leader: account.leader === null ? null : (leaders.get(account.leader) ?? null),
    })
    accounts.set(account.login, id)
  }
  return { units, leaders, accounts }
}
