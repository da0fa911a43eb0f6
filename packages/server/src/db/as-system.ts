import { sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { Trx } from './with-actor.ts'

/**
 * Lets one piece of work reach every row of the county, still under the caller's account: the audit names the person.
 * For what an administrator orders without seeing it (a reorganisation carries matters along; a hand-over, drafts).
 * Decide first whether the caller may order it.
 */
export async function asSystem<T>(trx: Trx, actor: Actor, work: () => Promise<T>): Promise<T> {
  await scope(trx, 'system')
  const result = await work()
  // After a failure there is no transaction to go on in.
  await scope(trx, actor.scope)
  return result
}

async function scope(trx: Trx, name: string): Promise<void> {
  await sql`select set_config('app.scope', ${name}, true)`.execute(trx)
}

/** Does the work, answers what it answered, and takes everything back: a preview cannot tell another story. */
export async function tryOut<T>(trx: Trx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint try_out`.execute(trx)
  const result = await work()
  await sql`rollback to savepoint try_out`.execute(trx)
  return result
}
