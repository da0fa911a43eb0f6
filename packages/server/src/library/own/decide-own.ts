// Handing in, taking back, approving, stopping.
import {
  ownDefinition,
  openFindings,
  type decideBody,
  type OwnDetail,
  type OwnPolicy,
  type stopBody,
  type versionBody,
} from '@yipanqi/model/libraries/own/index.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { Fault, faults } from '../../http/fault.ts'
import { bump, requireSound } from './draft-own.ts'
import { forgetOwnLedgers } from './own-ledgers.ts'
import { factsOfOwn, getOwn, loadPolicy, loadProposals, openOf, type OwnRow, type ProposalRow } from './own-row.ts'
import { presentOwn } from './present-own.ts'
import { readDefinition } from './read-definition.ts'
import { requireOwn } from './refuse-own.ts'

const now = sql<string>`now()`

/** Hands the draft in. Refused while the review has a finding that nobody answered: the county does not ask twice. */
export async function proposeOwn(
  house: House,
  trx: Trx,
  actor: Actor,
  id: string,
  body: z.output<typeof versionBody>,
): Promise<OwnDetail> {
  const { row, open, policy } = await begin(house, trx, actor, id, body.version, 'propose')
  const today = house.clock.today()
  checkEnd(open.ends_on, today, policy)
  const read = await readDefinition(trx, actor.county, { base: row.base, id, row }, open.definition)
  requireSound(read)
  requireReviewed(read.findings, read.content.fields)
  await trx
    .updateTable('own_proposal')
    .set({
      state: 'proposed',
      findings: JSON.stringify(read.findings),
      proposed_at: now,
      note: null,
      version: sql`version + 1`,
    })
    .where('county', '=', actor.county)
    .where('id', '=', open.id)
    .execute()
  await bump(trx, actor.county, id)
  return presentOwn(house, trx, actor, id)
}

export async function withdrawOwn(
  house: House,
  trx: Trx,
  actor: Actor,
  id: string,
  body: z.output<typeof versionBody>,
): Promise<OwnDetail> {
  const { open } = await begin(house, trx, actor, id, body.version, 'withdraw')
  // What was handed in becomes a draft again; a draft is laid aside.
  await setState(trx, actor, open.id, { state: open.state === 'proposed' ? 'draft' : 'withdrawn' })
  await bump(trx, actor.county, id)
  return presentOwn(house, trx, actor, id)
}

/** Approves (the definition is in force from now on, until its end) or sends back with what to change. */
export async function decideOwn(
  house: House,
  trx: Trx,
  actor: Actor,
  id: string,
  body: z.output<typeof decideBody>,
): Promise<OwnDetail> {
  const { row, open, policy } = await begin(house, trx, actor, id, body.version, 'decide')
  if (body.decision === 'return') {
    if (body.note.length < 2) throw faults.invalid('退回要写意见', [{ path: 'note', message: '请写要改什么' }])
    await setState(trx, actor, open.id, { state: 'returned', note: body.note, decided: true })
    await bump(trx, actor.county, id)
    return presentOwn(house, trx, actor, id)
  }
  checkEnd(open.ends_on, house.clock.today(), policy)
  // Read again: a ledger may have been shipped or approved since it was handed in.
  const read = await readDefinition(trx, actor.county, { base: row.base, id, row }, open.definition)
  requireSound(read)
  requireReviewed(read.findings, read.content.fields)
  const own = row.base === null ? ownDefinition.parse(read.content) : null
  await setState(trx, actor, open.id, {
    state: 'approved',
    note: body.note === '' ? null : body.note,
    decided: true,
    number: row.number + 1,
  })
  await trx
    .updateTable('own_library')
    .set({
      definition: JSON.stringify(read.content),
      slots: JSON.stringify(read.slots),
      number: row.number + 1,
      ends_on: open.ends_on,
      stopped_on: null,
      stop_reason: null,
      ...(own ? { name: own.name, open: own.open } : {}),
      version: sql`version + 1`,
    })
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .execute()
  if (own) await addKeeper(trx, actor.county, id, row.unit)
  forgetOwnLedgers(actor.county)
  return presentOwn(house, trx, actor, id)
}

/** Stops before its end; only a new approval lets it go on. */
export async function stopOwn(
  house: House,
  trx: Trx,
  actor: Actor,
  id: string,
  body: z.output<typeof stopBody>,
): Promise<OwnDetail> {
  await begin(house, trx, actor, id, body.version, 'stop')
  await trx
    .updateTable('own_library')
    .set({ stopped_on: house.clock.today(), stop_reason: body.reason, version: sql`version + 1` })
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .execute()
  forgetOwnLedgers(actor.county)
  return presentOwn(house, trx, actor, id)
}

async function begin(
  house: House,
  trx: Trx,
  actor: Actor,
  id: string,
  version: number,
  verb: 'propose' | 'withdraw' | 'decide' | 'stop',
): Promise<{ row: OwnRow; open: ProposalRow; policy: OwnPolicy }> {
  const row = await getOwn(trx, actor.county, id, true)
  const open = openOf(await loadProposals(trx, actor.county, id))
  const policy = await loadPolicy(trx, actor.county)
  await requireOwn(trx, actor, factsOfOwn(row, open, house.clock.today()), policy, verb)
  if (row.version !== version) throw faults.stale(row.version)
  // Every verb but stop has been refused where nothing is open.
  return { row, open: open as ProposalRow, policy }
}

interface NewState {
  readonly state: ProposalRow['state']
  readonly note?: string | null
  readonly number?: number
  readonly decided?: boolean
}

async function setState(trx: Trx, actor: Actor, id: number, next: NewState): Promise<void> {
  await trx
    .updateTable('own_proposal')
    .set({
      state: next.state,
      ...(next.note === undefined ? {} : { note: next.note }),
      ...(next.number === undefined ? {} : { number: next.number }),
      ...(next.decided ? { decided_by: actor.account, decided_at: now } : {}),
      version: sql`version + 1`,
    })
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .execute()
}

export function checkEnd(endsOn: string, today: string, policy: OwnPolicy): void {
  const days = (Date.parse(endsOn) - Date.parse(today)) / 86_400_000
  if (days < 1) throw faults.invalid('停用日期不对', [{ path: 'endsOn', message: '停用日期要晚于今天' }])
  if (days > policy.longestDays)
    throw faults.invalid('停用日期太远', [
      { path: 'endsOn', message: `自建台账一次最多用 ${policy.longestDays} 天，到期再报批续用` },
    ])
}

export function requireReviewed(
  findings: Parameters<typeof openFindings>[0],
  fields: readonly { readonly name: string; readonly label: string }[],
): void {
  const open = openFindings(findings)
  if (open.length === 0) return
  const label = (name: string) => fields.find((f) => f.name === name)?.label ?? name
  throw new Fault(409, 'asked-twice', '有的栏目别的台账已经有了，不能重复要', {
    why: open
      .map((f) => `“${label(f.field)}”在${f.libraryName}里已有“${f.holderLabel}”`)
      .join('；')
      .concat('。请改为引用那本台账，或写明为什么还要填'),
    fields: open.map((f) => ({
      path: `definition.fields.${fields.findIndex((one) => one.name === f.field)}.because`,
      message: `${f.libraryName}已有“${f.holderLabel}”`,
    })),
    who: [],
  })
}

/** The unit that answers for it keeps it, as with a shipped ledger; a county may set others. */
async function addKeeper(trx: Trx, county: string, library: string, unit: number | null): Promise<void> {
  if (unit === null) return
  await trx
    .insertInto('library_setting')
    .values({ county, library, keepers: [unit], heads: '{}' })
    .onConflict((on) => on.columns(['county', 'library']).doNothing())
    .execute()
}
