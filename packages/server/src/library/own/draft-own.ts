// Writing a definition: a new ledger, additional fields on a shipped one, or the next version of either.
import {
  ownDefinition,
  ownPrefix,
  type draftBody,
  type changeDraft,
  type OwnDetail,
} from '@yipanqi/model/libraries/own/index.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { Fault, faults } from '../../http/fault.ts'
import { initialsOf } from '../search/initials.ts'
import { searchable } from '../search/tokens.ts'
import { factsOfOwn, getOwn, loadPolicy, loadProposals, openOf } from './own-row.ts'
import { presentOwn } from './present-own.ts'
import { readDefinition, requireBase, type ReadDefinition } from './read-definition.ts'
import { requireDraftNew, requireOwn } from './refuse-own.ts'

/** A new ledger; of a shipped library the one place for its additional fields. */
export async function beginOwn(
  house: House,
  trx: Trx,
  actor: Actor,
  body: z.output<typeof draftBody>,
): Promise<OwnDetail> {
  requireDraftNew(actor)
  await lockNames(trx, actor.county)
  const base = body.base === undefined ? null : requireBase(body.base)
  const id = base ? base.id : await freeId(trx, actor.county, nameOf(body.definition))
  const known = await trx
    .selectFrom('own_library')
    .select('id')
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .executeTakeFirst()
  if (known)
    throw new Fault(409, 'already-there', `${base?.name ?? ''}已经有县里增加的栏目了`, {
      why: '请打开原来的方案，在里面加栏目',
      who: [{ unit: null, post: 'dispatcher' }],
    })
  const read = await readDefinition(trx, actor.county, { base: base?.id ?? null, id, row: null }, body.definition)
  requireSound(read)
  const name = base ? base.name : ownDefinition.parse(read.content).name
  await trx
    .insertInto('own_library')
    .values({ county: actor.county, id, base: base?.id ?? null, name, slots: '{}', unit: actor.unit || null })
    .execute()
  await insertDraft(trx, actor, id, read, body)
  return presentOwn(house, trx, actor, id)
}

/** Changes the open draft, or begins the next version: additional fields, a retired one, a later end. */
export async function changeOwnDraft(
  house: House,
  trx: Trx,
  actor: Actor,
  id: string,
  body: z.output<typeof changeDraft>,
): Promise<OwnDetail> {
  const row = await getOwn(trx, actor.county, id, true)
  const open = openOf(await loadProposals(trx, actor.county, id))
  const policy = await loadPolicy(trx, actor.county)
  await requireOwn(trx, actor, factsOfOwn(row, open, house.clock.today()), policy, 'draft')
  if (row.version !== body.version) throw faults.stale(row.version)
  const read = await readDefinition(trx, actor.county, { base: row.base, id, row }, body.definition)
  requireSound(read)
  if (open)
    await trx
      .updateTable('own_proposal')
      .set({
        state: 'draft',
        definition: JSON.stringify(read.content),
        ends_on: body.endsOn,
        reason: body.reason,
        // Whoever wrote last may not approve it.
        account: actor.account,
        findings: JSON.stringify(read.findings),
        version: sql`version + 1`,
      })
      .where('county', '=', actor.county)
      .where('id', '=', open.id)
      .execute()
  else await insertDraft(trx, actor, id, read, body)
  await bump(trx, actor.county, id)
  return presentOwn(house, trx, actor, id)
}

async function insertDraft(
  trx: Trx,
  actor: Actor,
  library: string,
  read: ReadDefinition,
  body: { readonly endsOn: string; readonly reason: string },
): Promise<void> {
  await trx
    .insertInto('own_proposal')
    .values({
      county: actor.county,
      library,
      state: 'draft',
      definition: JSON.stringify(read.content),
      ends_on: body.endsOn,
      reason: body.reason,
      findings: JSON.stringify(read.findings),
      account: actor.account,
      unit: actor.unit || null,
    })
    .execute()
}

export const bump = (trx: Trx, county: string, id: string) =>
  trx
    .updateTable('own_library')
    .set({ version: sql`version + 1` })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute()

/** Throws 400 naming each field of the definition that contradicts itself. */
export function requireSound(read: ReadDefinition): void {
  if (read.faults.length > 0)
    throw faults.invalid(
      '台账方案有不对的地方',
      read.faults.map((f) => ({ path: `definition.${f.path}`, message: f.message })),
    )
}

/** Two drafts at once in a county would take one id. */
const lockNames = (trx: Trx, county: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`own-library/${county}`}, 0))`.execute(trx)

const nameOf = (definition: Record<string, unknown>): string =>
  typeof definition['name'] === 'string' ? definition['name'].slice(0, 20) : ''

/** own-hcmd for 荒草名单, numbered where it is taken. Other counties have ids of their own. */
async function freeId(trx: Trx, county: string, name: string): Promise<string> {
  const initials =
    initialsOf(searchable(name))
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 24) || 'tz'
  const stem = `${ownPrefix}${initials}`
  const rows = await trx
    .selectFrom('own_library')
    .select('id')
    .where('county', '=', county)
    .where('id', 'like', `${stem}%`)
    .execute()
  const taken = new Set(rows.map((r) => r.id))
  if (!taken.has(stem)) return stem
  for (let n = 2; ; n += 1) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`
}
