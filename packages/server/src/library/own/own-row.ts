// Rows of own_library and own_proposal, and who may do what with them.
import { ownPolicy, presetPolicy, type OwnFacts, type OwnPolicy } from '@yipanqi/model/libraries/own/index.ts'
import type { Selectable } from 'kysely'
import type { OwnLibraryTable, OwnProposalTable } from '../../db/schema-library.ts'
import type { Trx } from '../../db/with-actor.ts'
import { faults } from '../../http/fault.ts'

export type OwnRow = Selectable<OwnLibraryTable>
export type ProposalRow = Selectable<OwnProposalTable>

/** Held until the transaction ends where it is to be changed. Throws 404. */
export async function getOwn(trx: Trx, county: string, id: string, lock = false): Promise<OwnRow> {
  const query = trx.selectFrom('own_library').selectAll().where('county', '=', county).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw faults.notFound('本自建台账')
  return row
}

/** Newest first. */
export const loadProposals = (trx: Trx, county: string, library: string): Promise<ProposalRow[]> =>
  trx
    .selectFrom('own_proposal')
    .selectAll()
    .where('county', '=', county)
    .where('library', '=', library)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()

const openStates = ['draft', 'proposed', 'returned']
export const openOf = (proposals: readonly ProposalRow[]): ProposalRow | null =>
  proposals.find((p) => openStates.includes(p.state)) ?? null

/** The county's own choice (CFG), or the preset. */
export async function loadPolicy(trx: Trx, county: string): Promise<OwnPolicy> {
  const row = await trx.selectFrom('county').select('settings').where('code', '=', county).executeTakeFirst()
  const read = ownPolicy.safeParse(row?.settings.ownLedgers)
  return read.success ? read.data : presetPolicy
}

export function isEnded(row: OwnRow, today: string): boolean {
  return row.stopped_on !== null || (row.ends_on !== null && row.ends_on < today)
}

export function factsOfOwn(row: OwnRow, open: ProposalRow | null, today: string): OwnFacts {
  return {
    unit: row.unit ?? 0,
    open: open === null ? null : { state: open.state, draftedBy: open.account },
    active: row.definition !== null && !isEnded(row, today),
    approved: row.definition !== null,
  }
}
