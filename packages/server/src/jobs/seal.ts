import { headAppender, readSealKey, type SealPlaces } from '../db/audit/seal-key.ts'
import { sealCounty } from '../db/audit/seal.ts'
import type { Config } from '../config/keys.ts'
import type { House } from '../house.ts'
import { eachCounty } from './each-county.ts'

/** Where the seal's key and heads stand by configuration. */
export function sealPlaces(config: Config): SealPlaces {
  return { dataDir: config.dataDir, sealKeyFile: config.sealKeyFile, sealHeadsFile: config.sealHeadsFile }
}

/** Seals what is new in each county's audit. */
export async function sealAll(house: House): Promise<void> {
  const places = sealPlaces(house.config)
  const key = readSealKey(places)
  const append = headAppender(places)
  await eachCounty(house, (code) => sealCounty(house.db, code, key, append))
}
