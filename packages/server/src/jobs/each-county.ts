import type { House } from '../house.ts'

/**
 * Runs a job county by county. One that fails keeps none of the others from their turn; when all had theirs the first
 * error is thrown, so that the job is delivered again (what is done already finds nothing to do).
 */
export async function eachCounty(house: House, work: (county: string) => Promise<unknown>): Promise<void> {
  const { rows } = await house.db.pool.query<{ code: string }>('select * from system_counties() as code')
  const failures: Error[] = []
  for (const { code } of rows) {
    try {
      await work(code)
    } catch (error) {
      failures.push(error as Error)
      house.log.error({ county: code, error: (error as Error).message }, 'job failed in a county')
    }
  }
  if (failures[0]) throw failures[0]
}
