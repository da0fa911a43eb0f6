import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import { Fault } from '../http/fault.ts'

/** Evidence must be files that this unit itself handed in. Answers how many of them have served as evidence before. */
export async function checkEvidence(trx: Trx, actor: Actor, ids: readonly number[]): Promise<{ reused: number }> {
  if (ids.length === 0) return { reused: 0 }
  const files = await trx
    .selectFrom('file')
    .select(['id', 'sm3', 'unit'])
    .where('county', '=', actor.county)
    .where('id', 'in', [...ids])
    .execute()
  const own = files.filter((f) => f.unit === actor.unit)
  if (own.length !== new Set(ids).size) {
    throw new Fault(422, 'unknown-file', '有的佐证没有找到', { why: '佐证要由本单位先上传，再在这里引用' })
  }
  const same = await trx
    .selectFrom('file')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('county', '=', actor.county)
    .where(
      'sm3',
      'in',
      own.map((f) => f.sm3),
    )
    .where('id', 'not in', [...ids])
    .executeTakeFirstOrThrow()
  return { reused: same.n }
}

/** A scan that stands behind a step done on paper must be the recorder's own unit's upload. */
export async function checkPaper(trx: Trx, actor: Actor, onPaper: { file: number | null } | undefined): Promise<void> {
  if (onPaper && onPaper.file !== null) await checkEvidence(trx, actor, [onPaper.file])
}
