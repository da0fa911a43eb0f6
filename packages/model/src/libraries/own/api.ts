// Shapes of /api/v1/own-libraries: a county's own ledgers, their approval and the forms sent back.
import { z } from 'zod'
import { id, instant, isoDate, unitRef, version } from '../../api/common.ts'
import { fieldShape } from '../api.ts'
import { extraDefinition, ownDefinition } from './definition.ts'
import { finding } from './review.ts'
import { ownStates, proposalStates } from './words.ts'

/** As it is sent: read by the one shape that it must have, so that its faults are told by field. */
const sentDefinition = z.record(z.string(), z.unknown())
/** A ledger of its own, or the additional fields of a shipped one (`base`). */
export const ownContent = z.union([ownDefinition, extraDefinition])

export const draftBody = z.object({
  /** A shipped library that gets additional fields; absent: a ledger of its own. */
  base: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,40}$/, '没有这本台账')
    .optional(),
  definition: sentDefinition,
  endsOn: isoDate,
  reason: z.string().trim().min(4, '请写为什么要建（至少 4 个字）').max(300, '理由最多 300 个字'),
})
export const changeDraft = draftBody.omit({ base: true }).extend({ version })
export const versionBody = z.object({ version })
export const decideBody = z.object({
  version,
  decision: z.enum(['approve', 'return']),
  note: z.string().trim().max(300, '意见最多 300 个字').default(''),
})
/** 续用 as it stands: the definition in force goes on under a new approval. */
export const renewBody = z.object({ version, endsOn: isoDate, reason: draftBody.shape.reason })
export const stopBody = z.object({ version, reason: z.string().trim().min(2, '请写原因').max(300) })
export const reviewBody = z.object({
  base: draftBody.shape.base,
  id: z.string().max(42).optional(),
  definition: sentDefinition,
})
export const reviewAnswer = z
  .object({
    findings: z.array(finding),
    /** The form as it would be asked, for the preview. */
    fields: z.array(fieldShape),
    faults: z.array(z.object({ path: z.string(), message: z.string() })),
  })
  .meta({ id: 'OwnReview' })

export const objectionBody = z.object({
  field: z.string().max(42),
  /** The ledger that has it, where the township knows; else the review names one. */
  library: z.string().max(42).optional(),
  note: z.string().trim().max(200, '说明最多 200 个字').default(''),
})
export const answerObjection = z.object({
  accept: z.boolean(),
  note: z.string().trim().min(2, '请写答复').max(200, '答复最多 200 个字'),
})
export const objection = z
  .object({
    id,
    field: z.string(),
    label: z.string(),
    unit: unitRef.nullable(),
    library: z.string().nullable(),
    libraryName: z.string().nullable(),
    holderLabel: z.string().nullable(),
    note: z.string(),
    at: instant,
    state: z.enum(['open', 'accepted', 'declined']),
    answer: z.string().nullable(),
  })
  .meta({ id: 'FieldObjection', description: '此数已有：乡镇退回的栏目' })

export const proposal = z
  .object({
    id,
    number: z.number().int().nullable(),
    state: z.enum(proposalStates),
    definition: ownContent,
    endsOn: isoDate,
    reason: z.string(),
    findings: z.array(finding),
    draftedBy: z.string().nullable(),
    unit: unitRef.nullable(),
    draftedAt: instant,
    proposedAt: instant.nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    note: z.string().nullable(),
    version,
  })
  .meta({ id: 'OwnProposal' })

export const ownItem = z
  .object({
    id: z.string(),
    /** The shipped library that it adds to. */
    base: z.string().nullable(),
    name: z.string(),
    purpose: z.string(),
    state: z.enum(ownStates),
    /** A next version waits, while this one runs. */
    waiting: z.boolean(),
    unit: unitRef.nullable(),
    fields: z.number().int(),
    endsOn: isoDate.nullable(),
    /** Days until its end; below zero: past it. */
    daysLeft: z.number().int().nullable(),
    /** 此数已有, not yet answered. */
    objections: z.number().int(),
    can: z.array(z.string()),
    version,
  })
  .meta({ id: 'OwnLibraryItem' })

export const ownDetail = ownItem
  .extend({
    /** What is in force; null before the first approval. */
    definition: ownContent.nullable(),
    /** What is drafted or waits for approval. */
    open: proposal.nullable(),
    versions: z.array(proposal),
    objectionList: z.array(objection),
    stopped: z.string().nullable(),
    /** What 续用 would be asked with; null where it cannot be asked for now. */
    renewal: z.object({ endsOn: isoDate, reason: z.string() }).nullable(),
  })
  .meta({ id: 'OwnLibrary' })
export const ownList = z
  .object({
    items: z.array(ownItem),
    /** May the reader begin a new one. */
    mayDraft: z.boolean(),
    approvers: z.array(z.string()),
    longestDays: z.number().int(),
    /** Where a ledger may stand, which shipped ones may get fields, which may be referred to. */
    groups: z.array(z.string()),
    bases: z.array(z.object({ id: z.string(), name: z.string() })),
    targets: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .meta({ id: 'OwnLibraries' })
export const objectionsAnswer = z.object({ items: z.array(objection) }).meta({ id: 'FieldObjections' })

export type OwnItem = z.infer<typeof ownItem>
export type OwnDetail = z.infer<typeof ownDetail>
export type OwnList = z.infer<typeof ownList>
export type Proposal = z.infer<typeof proposal>
export type Objection = z.infer<typeof objection>
export type OwnReview = z.infer<typeof reviewAnswer>
export type OwnContent = z.output<typeof ownContent>
