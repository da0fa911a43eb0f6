import type { IsoDate } from '@yipanqi/base'
import { qinghe } from './qinghe/index.ts'
import type { SampleCounty } from './types.ts'
import { yunze } from './yunze/index.ts'

export { sampleLedgers } from './src/ledgers/index.ts'
export { townshipOutlines, type TownshipOutline } from './src/township-outlines.ts'
export type * from './src/ledgers/types.ts'
export type * from './types.ts'

/**
 * The fictional counties that the first run shows, as they stand on `today`. Deterministic: the same day gives the
 * same data. 青禾县 is of full size; 云泽县 is small and lets isolation be tried.
 */
export const sampleCounties = (today: IsoDate): readonly SampleCounty[] => [qinghe(today), yunze(today)]
