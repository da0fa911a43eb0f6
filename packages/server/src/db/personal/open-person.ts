import type { Trx } from '../with-actor.ts'
import { contextOf, decodeFacts, type PersonFacts } from './facts.ts'
import { recall, remember } from './opened.ts'
import { openBytes } from './seal-bytes.ts'
import { subjectKeys } from './subject-key.ts'

export interface SealedPerson {
  readonly subject: string
  readonly sealed: Uint8Array
}

/**
 * Opens one person; null when the key was erased since (show `erasedPerson`). Throws a Chinese message when the master
 * key does not fit the database.
 */
export async function openPerson(
  trx: Trx,
  county: string,
  subject: string,
  sealed: Uint8Array,
  master: Uint8Array,
): Promise<PersonFacts | null> {
  return (await openPeople(trx, county, [{ subject, sealed }], master))[0] ?? null
}

/** Opens a page of people with one query, in their order; those whose key was erased are null. */
export async function openPeople(
  trx: Trx,
  county: string,
  people: readonly SealedPerson[],
  master: Uint8Array,
): Promise<(PersonFacts | null)[]> {
  const known = people.map((p) => recall(contextOf(county, p.subject), p.sealed))
  const wanted = [...new Set(people.filter((_, i) => !known[i]).map((p) => p.subject))]
  const keys = await subjectKeys(trx, county, wanted, master)
  return people.map((person, i) => known[i] ?? openWith(keys.get(person.subject), county, person))
}

function openWith(key: Buffer | undefined, county: string, { subject, sealed }: SealedPerson): PersonFacts | null {
  if (!key) return null
  const context = contextOf(county, subject)
  // A key made anew after an erasure does not open what was sealed before it: that person stays erased.
  const plain = openBytes(key, sealed, context)
  if (!plain) return null
  const facts = decodeFacts(plain)
  remember(context, sealed, facts)
  return facts
}
