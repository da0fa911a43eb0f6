import { headAppender, readSealKey, type SealPlaces } from '../db/audit/seal-key.ts'
import { sealCounty } from '../db/audit/seal.ts'
import type { Config } from '../config/keys.ts'
import type { House } from '../house.ts'

/** Where the seal's key and heads stand by configuration. */
export function sealPlaces(config: Config): SealPlaces {
  return { dataDir: config.dataDir, sealKeyFile: config.sealKeyFile, sealHeadsFile: config.sealHeadsFile }
}

/** Seals what is new in each county's audit. */
export async function sealAll(house: House): Promise<void> {
  const places = sealPlaces(house.config)
  const key = readSealKey(places)
  const append = headAppender(places)
  const { rows } = await house.db.pool.query<{ code: string }>('select * from system_counties() as code')
  for (const { code } of rows) await sealCounty(house.db, code, key, append)
}
