import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { keyLength } from '../key-file.ts'
import type { Trx } from '../with-actor.ts'
import { contextOf } from './facts.ts'
import { openBytes, sealBytes } from './seal-bytes.ts'

/** The subject's key, made on first use; two transactions that make it at once get the same one. */
export async function subjectKey(trx: Trx, county: string, subject: string, master: Uint8Array): Promise<Buffer> {
  const wrapped = sealBytes(master, randomBytes(keyLength), wrapContext(county, subject))
  await trx
    .insertInto('subject_key')
    .values({ county, subject, wrapped })
    .onConflict((on) => on.columns(['county', 'subject']).doNothing())
    .execute()
  const key = (await subjectKeys(trx, county, [subject], master)).get(subject)
  if (!key) throw new Error('个人信息密钥没有建成')
  return key
}

/** Keys of those subjects that still have one. Throws when the master key is not the one that wrapped them. */
export async function subjectKeys(
  trx: Trx,
  county: string,
  subjects: readonly string[],
  master: Uint8Array,
): Promise<Map<string, Buffer>> {
  if (subjects.length === 0) return new Map()
  const rows = await trx
    .selectFrom('subject_key')
    .select(['subject', 'wrapped'])
    .where('county', '=', county)
    // One parameter, however many: a thousand of them take longer to write down than to look up.
    .where(sql<boolean>`subject = any (${[...subjects]}::text[])`)
    .execute()
  return new Map(
    rows.map((row) => {
      const key = openBytes(master, row.wrapped, wrapContext(county, row.subject))
      // Not an erased person: the wrong key file lies in the data folder, and an operator has to know.
      if (!key) throw new Error('个人信息主密钥（keys/master.key）与数据库不符，请放回原来的密钥文件')
      return [row.subject, key]
    }),
  )
}

export function wrapContext(county: string, subject: string): string {
  return `key/${contextOf(county, subject)}`
}
