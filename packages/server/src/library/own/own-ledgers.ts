// The county's own definitions as they are in force, built once and kept for a moment: a list of a million records does
// not ask for them anew with every page. An older definition does no harm meanwhile: slots are never given to another.
import { findLibrary } from '@yipanqi/model/libraries/definitions/index.ts'
import type { Library } from '@yipanqi/model/libraries/index.ts'
import {
  buildOwnLibrary,
  extendLibrary,
  extraDefinition,
  isOwnId,
  ownDefinition,
  type BuildContext,
  type SlotMap,
} from '@yipanqi/model/libraries/own/index.ts'
import { sql } from 'kysely'
import type { Trx } from '../../db/with-actor.ts'
import { sharedForget } from '../../processes/siblings.ts'
import { shippedLedger, type Ledger } from '../ledger.ts'
import { ownLedger } from './own-ledger.ts'

/** How long a process of another server may work with what stood before an approval. */
const keptFor = 3000

interface Kept {
  readonly at: number
  readonly ledgers: ReadonlyMap<string, Ledger>
}
const kept = new Map<string, Kept>()

/** After an approval or a stop: every process of the server reads anew. */
export const forgetOwnLedgers = sharedForget('own-ledgers', (county) => kept.delete(county))

/** Own ledgers in force or ended, by name; drafts are no ledgers yet. */
export async function ownLedgers(trx: Trx, county: string): Promise<Ledger[]> {
  const all = await loadAll(trx, county)
  return [...all.values()].filter((ledger) => ledger.origin === 'own')
}

/** The county's own ledger of that id, or the shipped one with the county's additional fields; null: neither. */
export async function findOwnLedger(trx: Trx, county: string, id: string): Promise<Ledger | null> {
  return (await loadAll(trx, county)).get(id) ?? null
}

async function loadAll(trx: Trx, county: string): Promise<ReadonlyMap<string, Ledger>> {
  const now = performance.now()
  const known = kept.get(county)
  if (known && now - known.at < keptFor) return known.ledgers
  const rows = await trx
    .selectFrom('own_library')
    .select(['id', 'base', 'definition', 'slots'])
    // The database's own day: this is asked where no clock of the house is at hand.
    .select(sql<boolean>`stopped_on is not null or ends_on < (now() at time zone 'Asia/Shanghai')::date`.as('ended'))
    .where('county', '=', county)
    .where('definition', 'is not', null)
    .orderBy('name')
    .execute()
  const nouns = new Map(rows.map((row) => [row.id, String((row.definition as { noun?: unknown } | null)?.noun ?? '')]))
  const ledgers = new Map<string, Ledger>()
  for (const row of rows) {
    const context: BuildContext = {
      nounOf: (library) => findLibrary(library)?.noun ?? nouns.get(library),
      ended: row.ended,
    }
    const ledger = ledgerOf(row.id, row.base, row.definition, row.slots, context)
    if (ledger) ledgers.set(row.id, ledger)
  }
  kept.set(county, { at: now, ledgers })
  return ledgers
}

function ledgerOf(
  id: string,
  base: string | null,
  definition: unknown,
  slots: SlotMap,
  context: BuildContext,
): Ledger | null {
  if (isOwnId(id)) return ownLedger(buildOwnLibrary(id, ownDefinition.parse(definition), slots, context))
  const shipped: Library | undefined = base === null ? undefined : findLibrary(base)
  if (!shipped || shipped.handmade) return null
  return shippedLedger(extendLibrary(shipped, extraDefinition.parse(definition).fields, slots, context))
}
