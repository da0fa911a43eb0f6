import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { appendLine } from '../append-line.ts'
import type { Trx } from '../with-actor.ts'
import { contextOf } from './facts.ts'
import { forget } from './opened.ts'

/** An erased key: not the person, only the digest of the wrapped key, so that an old backup cannot bring it back. */
export interface Erasure {
  readonly county: string
  /** SM3 of the wrapped key, hex. */
  readonly digest: string
}

/**
 * Destroys a subject's key: every copy of what was sealed under it (rows, audit, backups) is unreadable from then on.
 * After the commit give the result to {@link recordErasure}. Null when there was no key. Other processes may show the
 * name for up to one more minute.
 */
export async function erasePerson(trx: Trx, county: string, subject: string): Promise<Erasure | null> {
  const gone = await trx
    .deleteFrom('subject_key')
    .where('county', '=', county)
    .where('subject', '=', subject)
    .returning('wrapped')
    .executeTakeFirst()
  forget(contextOf(county, subject))
  return gone ? { county, digest: wrappedDigest(gone.wrapped) } : null
}

/** Appends to the list of erasures that `restore` honours (one JSON line each, outside the database). */
export function recordErasure(file: string, erasure: Erasure): void {
  appendLine(file, JSON.stringify(erasure))
}

export function readErasures(file: string): Erasure[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Erasure)
}

export function wrappedDigest(wrapped: Uint8Array): string {
  return createHash('sm3').update(wrapped).digest('hex')
}
