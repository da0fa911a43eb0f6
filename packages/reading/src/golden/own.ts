import { OWN_COUNTY } from './own-county.ts'
import type { LabelledDocument } from './labels.ts'
import { OWN_MIXED } from './own-mixed.ts'
import { OWN_ORDERS } from './own-orders.ts'
import { OWN_OTHERS } from './own-others.ts'
import { OWN_UNSEEN_OTHERS } from './own-unseen-others.ts'
import { OWN_UNSEEN_PLANS } from './own-unseen-plans.ts'

/** Documents that the rules were tuned on. */
export const OWN_TUNED: readonly LabelledDocument[] = [...OWN_COUNTY, ...OWN_OTHERS, ...OWN_MIXED, ...OWN_ORDERS]

/** Documents labelled before the reader saw them; what they showed first stands in docs/reading-labels.md. */
export const OWN_UNSEEN: readonly LabelledDocument[] = [...OWN_UNSEEN_PLANS, ...OWN_UNSEEN_OTHERS]

/** All our own labelled documents. */
export const OWN_DOCUMENTS: readonly LabelledDocument[] = [...OWN_TUNED, ...OWN_UNSEEN]
