// The ledgers of 青禾县. References may lead both ways (a chain and its chief firm) and within one ledger (a member and
// its 联合体): who loads them resolves keys after all rows are there.
import type { IsoDate } from '@yipanqi/base'
import { chainFirms, chainProducts, chains, chainSegments } from './chains.ts'
import { creditBalances } from './credit-balances.ts'
import { enterpriseRequests } from './enterprise-requests.ts'
import { enterprises } from './enterprises.ts'
import { farms } from './farms.ts'
import { financialProducts } from './financial-products.ts'
import { guarantees } from './guarantees.ts'
import { indicatorValues } from './indicator-values.ts'
import { indicators } from './indicators.ts'
import { institutions } from './institutions.ts'
import { investmentLeads } from './investment-leads.ts'
import { landParcels } from './land-parcels.ts'
import { listingCandidates } from './listing-candidates.ts'
import { livelihoodWorks } from './livelihood-works.ts'
import { meetings, resolutions } from './meetings.ts'
import { microCredits } from './micro-credits.ts'
import { plants } from './plants.ts'
import { platforms } from './platforms.ts'
import { withPaths } from './path.ts'
import { policyClauses, policyPayments } from './policies.ts'
import { projects } from './projects.ts'
import { riskSharingLoans } from './risk-sharing-loans.ts'
import { technologyFirms } from './technology-firms.ts'
import type { LedgerOf, LedgerSample } from './types.ts'
import { villages } from './villages.ts'

const makers: readonly LedgerOf[] = [
  chains,
  chainSegments,
  chainProducts,
  enterprises,
  chainFirms,
  projects,
  landParcels,
  plants,
  investmentLeads,
  policyClauses,
  policyPayments,
  enterpriseRequests,
  meetings,
  resolutions,
  institutions,
  villages,
  farms,
  financialProducts,
  creditBalances,
  guarantees,
  riskSharingLoans,
  microCredits,
  listingCandidates,
  platforms,
  technologyFirms,
  livelihoodWorks,
  indicators,
  indicatorValues,
]

/** All ledgers as they stand on `today`: the same day gives the same rows. */
export const sampleLedgers = (today: IsoDate): readonly LedgerSample[] =>
  makers.map((make) => withPaths(make(today), today))
