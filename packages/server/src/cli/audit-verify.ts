import { readSealKey, sealHeadsFile } from '../db/audit/seal-key.ts'
import { verifyAudit } from '../db/audit/verify.ts'
import { closeHouse, openHouse } from '../ground.ts'
import { sealPlaces } from '../jobs/seal.ts'
import { configOf, readFlags } from './flags.ts'
import { withMigrated } from './with-ground.ts'

/** Exit 0 when every chain holds, 1 when something was found. */
export async function auditVerify(args: string[]): Promise<number> {
  const { values } = readFlags(args, { data: { type: 'string' } }, 'yipanqi audit verify [--data DIR]')
  const config = configOf(values)
  return withMigrated(config, async (ground) => {
    const house = await openHouse(config, ground)
    try {
      const places = sealPlaces(config)
      const verdicts = await verifyAudit(house.db, readSealKey(places), sealHeadsFile(places))
      for (const v of verdicts) {
        process.stdout.write(
          `${v.county} ${v.ok ? '完好' : '有问题'}：封存 ${v.seals} 批 ${v.rows} 条，未封存 ${v.unsealed} 条\n`,
        )
        for (const p of v.problems) process.stdout.write(`  第 ${p.number} 批：${p.message}\n`)
      }
      return verdicts.every((v) => v.ok) ? 0 : 1
    } finally {
      await closeHouse(house)
    }
  })
}
