import type { MeasureKnowledge } from './measure.ts'
import { ECONOMY_MEASURES } from './measures-economy.ts'
import { LIVELIHOOD_MEASURES } from './measures-livelihood.ts'

/** 常见举措 M01–M47. Who leads stands in the unit catalogue (leads, supports), since it differs by county. */
export const MEASURES: readonly MeasureKnowledge[] = [...ECONOMY_MEASURES, ...LIVELIHOOD_MEASURES]

/** Weight from which the words of a clause name a measure. */
export const NAMED = 2
