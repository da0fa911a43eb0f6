import { createHash } from 'node:crypto'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import { Fault } from './fault.ts'

export interface OnceRequest {
  readonly key: string
  readonly request: string
  readonly body: unknown
  readonly status: number
}

/**
 * The same key and body replays the first answer; another body under the key is refused. The key is written in the
 * transaction that acts, so a retry after a lost answer can never act twice: the second waits for the first's commit.
 * `replay` makes what is kept of the answer.
 */
export async function once<T>(
  trx: Trx,
  actor: Actor,
  request: OnceRequest,
  work: () => Promise<T>,
  replay: (result: T) => T | Promise<T> = (result) => result,
): Promise<T> {
  if (request.key.length > 128) throw new Fault(400, 'invalid', 'Idempotency-Key 最长 128 个字符')
  if (actor.account === null) return work()
  const hash = createHash('sha256')
    .update(JSON.stringify(request.body ?? null))
    .digest('hex')
  const row = {
    county: actor.county,
    account: actor.account,
    key: request.key,
    request: request.request,
    body_hash: hash,
    status: request.status,
    response: JSON.stringify(null),
  }
  const claimed = await trx
    .insertInto('idempotency')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  if ((claimed.numInsertedOrUpdatedRows ?? 0n) > 0n) {
    const result = await work()
    await trx
      .updateTable('idempotency')
      .set({ response: JSON.stringify(await replay(result)) })
      .where('county', '=', actor.county)
      .where('account', '=', actor.account)
      .where('key', '=', request.key)
      .execute()
    return result
  }
  const kept = await trx
    .selectFrom('idempotency')
    .select(['request', 'body_hash', 'response'])
    .where('county', '=', actor.county)
    .where('account', '=', actor.account)
    .where('key', '=', request.key)
    .executeTakeFirstOrThrow()
  if (kept.request !== request.request || kept.body_hash !== hash) {
    throw new Fault(422, 'key-reused', '这个 Idempotency-Key 已经用在别的请求上', {
      why: '同一个键只能对应同一个请求和同样的内容，请换一个键',
    })
  }
  return kept.response as T
}
