import type { UnitEntry } from '../types.ts'
import { GOVERNMENT_UNITS } from './catalogue-government.ts'
import { PARTY_UNITS } from './catalogue-party.ts'

/** The preset catalogue of a county's units: names, dated aliases, whether they may lead, and their duties. */
export const UNIT_CATALOGUE: readonly UnitEntry[] = [...PARTY_UNITS, ...GOVERNMENT_UNITS]
