// The libraries that every county starts with, by group in the order of the menu.
import type { Library } from '../define-library.ts'
import { accounts } from './accounts.ts'
import { chainFirms } from './chain-firms.ts'
import { chainProducts } from './chain-products.ts'
import { chainSegments } from './chain-segments.ts'
import { chains } from './chains.ts'
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
import { matters } from './matters.ts'
import { meetings } from './meetings.ts'
import { microCredits } from './micro-credits.ts'
import { plants } from './plants.ts'
import { platforms } from './platforms.ts'
import { policyClauses } from './policy-clauses.ts'
import { policyPayments } from './policy-payments.ts'
import { projects } from './projects.ts'
import { resolutions } from './resolutions.ts'
import { riskSharingLoans } from './risk-sharing-loans.ts'
import { technologyFirms } from './technology-firms.ts'
import { units } from './units.ts'
import { villages } from './villages.ts'

export const groups = [
  '项目与招商',
  '企业与产业',
  '土地与厂房',
  '金融',
  '科技创新',
  '民生与乡村',
  '经济运行',
  '会议与事项',
  '机构与人员',
] as const

const all = [
  projects,
  investmentLeads,
  enterprises,
  policyClauses,
  policyPayments,
  enterpriseRequests,
  chains,
  chainSegments,
  chainProducts,
  chainFirms,
  landParcels,
  plants,
  institutions,
  financialProducts,
  creditBalances,
  guarantees,
  riskSharingLoans,
  microCredits,
  listingCandidates,
  technologyFirms,
  platforms,
  livelihoodWorks,
  villages,
  farms,
  indicators,
  indicatorValues,
  matters,
  meetings,
  resolutions,
  units,
  accounts,
] as const

// The oldest browser that the page serves has no toSorted.
export const libraries: readonly Library[] = [...all].sort(
  (a, b) => groups.findIndex((g) => g === a.group) - groups.findIndex((g) => g === b.group),
)

const byId = new Map(libraries.map((l) => [l.id, l]))

/** A shipped library, where the id may come from outside. */
export const findLibrary = (id: string): Library | undefined => byId.get(id)

/** A shipped library that must be there. */
export function getLibrary(id: string): Library {
  const library = byId.get(id)
  if (!library) throw new Error(`no library ${id}`)
  return library
}
