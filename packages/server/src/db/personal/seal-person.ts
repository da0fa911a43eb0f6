import type { Trx } from '../with-actor.ts'
import { contextOf, encodeFacts, type PersonFacts } from './facts.ts'
import { forget } from './opened.ts'
import { sealBytes } from './seal-bytes.ts'
import { subjectKey } from './subject-key.ts'

/**
 * Seals a person's facts under the key of that subject (made on first use), for a bytea column. `subject` is any name
 * that is unique in the county and never given to somebody else, e.g. `account:zhangsan`.
 */
export async function sealPerson(
  trx: Trx,
  county: string,
  subject: string,
  facts: PersonFacts,
  master: Uint8Array,
): Promise<Buffer> {
  const key = await subjectKey(trx, county, subject, master)
  forget(contextOf(county, subject))
  return sealBytes(key, encodeFacts(facts), contextOf(county, subject))
}
