import { z } from 'zod'
import { actions, attitudes, cadences, kinds, lights, lines, opinions, paces, states } from '../words.ts'
import { canAct, figure, id, instant, isoDate, pageOf, personRef, unitRef, version } from './common.ts'

export const target = z
  .object({
    indicator: z.string().max(120),
    relation: z.enum(['>=', '<=', '>', '<', '=', '≈', 'range']),
    basis: z.enum(['level', 'change', 'share', 'count']),
    value: figure.nullable(),
    to: figure.nullable(),
    unit: z.string().max(20),
    masked: z.boolean(),
  })
  .meta({ id: 'Target', description: '目标；masked 为原文用 ** 隐去的数' })

/** Where in a document a matter comes from. Offsets are UTF-16 into that document's text. */
export const source = z
  .object({
    document: id,
    documentTitle: z.string(),
    documentNumber: z.string().nullable(),
    clause: z.string().nullable(),
    start: z.number().int(),
    end: z.number().int(),
    quote: z.string(),
  })
  .meta({ id: 'Source', description: '来源：一件事项可有多个来源' })

export const supportPart = z
  .object({ unit: unitRef, part: z.string() })
  .meta({ id: 'SupportPart', description: '配合单位及其分工' })

export const progress = z
  .object({
    value: z.number(),
    total: z.number(),
    unit: z.string(),
    percent: z.number(),
    /** Where the plan stands today, in percent; null without a plan. */
    planPercent: z.number().nullable(),
  })
  .meta({ id: 'Progress' })

export const matterItem = z
  .object({
    id,
    number: z.string().nullable().meta({ description: '督办编号，交办后才有' }),
    title: z.string(),
    kind: z.enum(kinds),
    state: z.enum(states),
    light: z.enum(lights).nullable(),
    lightSince: isoDate.nullable(),
    pace: z.enum(paces).nullable(),
    lead: unitRef.nullable(),
    supports: z.array(supportPart),
    leader: personRef.nullable(),
    deadline: isoDate.nullable(),
    /** 拟: what the text does not say and nobody has fixed yet. */
    provisional: z.array(z.enum(['lead', 'deadline', 'target', 'doneWhen', 'leader', 'kind'])),
    doneWhen: z.string().nullable(),
    target: target.nullable(),
    progress: progress.nullable(),
    lastEvidence: isoDate.nullable(),
    overdue: z.boolean(),
    key: z.boolean(),
    reworks: z.number().int(),
    parent: id.nullable(),
    sources: z.array(
      z.object({ document: id, start: z.number().int(), end: z.number().int(), clause: z.string().nullable() }),
    ),
    /** The verdict in one sentence, for the row. */
    why: z.string().nullable(),
    version,
  })
  .meta({ id: 'MatterItem', description: '事项（清单行）' })

export const verdict = z
  .object({
    light: z.enum(lights).nullable(),
    pace: z.enum(paces).nullable(),
    sentence: z.string(),
    /** The arithmetic line by line: 算式、数、单位. */
    steps: z.array(z.object({ label: z.string(), formula: z.string(), value: z.string() })),
    rule: z.object({ name: z.string(), documentNumber: z.string().nullable(), article: z.string().nullable() }),
    since: isoDate.nullable(),
    lastEvidence: isoDate.nullable(),
    asOf: isoDate,
  })
  .meta({ id: 'Verdict', description: '为什么是这个灯' })

export const event = z
  .object({
    id,
    action: z.enum([
      ...actions,
      'draft',
      'edit',
      'split',
      'merge',
      'source',
      'adopt',
      'consent',
      'reorganise',
      'hand-over',
      'link',
      'unlink',
      'give-role',
      'match-unit',
    ]),
    at: instant,
    by: z.object({ account: id.nullable(), name: z.string(), unit: unitRef.nullable() }),
    from: z.enum(states).nullable(),
    to: z.enum(states).nullable(),
    text: z.string().nullable(),
    asOf: isoDate.nullable(),
    percent: z.number().nullable(),
    value: z.number().nullable(),
    evidence: z.array(z.object({ id, name: z.string(), size: z.number().int() })),
    /** 已线下签批: recorded from paper. */
    onPaper: z.object({ number: z.string().nullable(), by: z.string(), date: isoDate }).nullable(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event', description: '办理过程的一步，只增不改' })

export const can = z
  .object({
    action: z.enum([...actions, 'edit', 'split', 'merge', 'source', 'consent']),
    allowed: z.boolean(),
    why: z.string().nullable(),
    who: z.array(canAct),
  })
  .meta({ id: 'Can', description: '您现在能做什么；不能的，为什么、谁能' })

export const answer = z
  .object({
    id,
    unit: unitRef,
    role: z.enum(['lead', 'support']),
    opinion: z.enum(opinions).nullable(),
    text: z.string().nullable(),
    suggestedUnit: unitRef.nullable(),
    answeredAt: instant.nullable(),
    by: z.string().nullable(),
    adopted: z.boolean().nullable(),
    adoptionNote: z.string().nullable(),
    onPaper: z.boolean(),
  })
  .meta({ id: 'Answer', description: '征求意见答复；adopted 为采纳情况' })

export const clock = z.object({
  since: isoDate.nullable(),
  workdays: z.number().int(),
  due: isoDate.nullable(),
  left: z.number().int().nullable(),
  /** 日历没有这一年的调休安排时为真：按周一至周五数. */
  uncertain: z.boolean(),
})

export const matterDetail = matterItem
  .extend({
    text: z.string(),
    attitude: z.enum(attitudes).nullable(),
    cadence: z.enum(cadences),
    line: z.enum(lines).nullable(),
    firstTarget: target.nullable(),
    steps: z.array(z.object({ name: z.string(), due: isoDate.nullable(), doneOn: isoDate.nullable() })),
    curve: z.array(z.object({ date: isoDate, value: z.number() })),
    fullSources: z.array(source),
    candidates: z.array(
      z.object({ unit: z.string(), unitRef: unitRef.nullable(), score: z.number(), why: z.array(z.string()) }),
    ),
    verdict: verdict.nullable(),
    answers: z.array(answer),
    events: z.array(event),
    can: z.array(can),
    clocks: z.object({ state: clock, matter: clock }),
    children: z.array(z.object({ id, title: z.string(), light: z.enum(lights).nullable() })),
  })
  .meta({ id: 'Matter', description: '事项全貌' })

export const matterPage = pageOf(matterItem).meta({ id: 'MatterPage' })

const supportsInput = z.array(z.object({ unit: id, part: z.string().max(200).default('') })).max(60)

export const patchMatter = z
  .object({
    version,
    title: z.string().min(2).max(120).optional(),
    kind: z.enum(kinds).optional(),
    attitude: z.enum(attitudes).nullable().optional(),
    lead: id.nullable().optional(),
    supports: supportsInput.optional(),
    leader: id.nullable().optional(),
    deadline: isoDate.nullable().optional(),
    doneWhen: z.string().max(400).nullable().optional(),
    target: target.nullable().optional(),
    steps: z
      .array(z.object({ name: z.string().min(1).max(60), due: isoDate.nullable() }))
      .max(20)
      .optional(),
    curve: z
      .array(z.object({ date: isoDate, value: figure }))
      .max(60)
      .optional(),
    cadence: z.enum(cadences).optional(),
    line: z.enum(lines).nullable().optional(),
    key: z.boolean().optional(),
  })
  .meta({ id: 'PatchMatter', description: '印发前修改；印发后用“调整”' })

export const splitMatter = z
  .object({
    version,
    parts: z
      .array(z.object({ title: z.string().min(2).max(120), lead: id.nullable().optional() }))
      .min(2)
      .max(20),
  })
  .meta({ id: 'SplitMatter' })
export const mergeMatters = z
  .object({ into: id, version, from: z.array(z.object({ id, version })).min(1).max(50) })
  .meta({ id: 'MergeMatters', description: '把几项拟稿并成一项，来源都保留' })
export const addSource = z
  .object({
    version,
    draft: z.object({ id, version }).optional().meta({ description: '把一项拟稿归并到这项在办事项' }),
    document: id.optional(),
    start: z.number().int().nonnegative().optional(),
    end: z.number().int().positive().optional(),
  })
  .meta({ id: 'AddSource', description: '归并：同一件事多一个来源，不新立事项' })

const onPaper = z
  .object({
    number: z.string().max(60).nullable().default(null),
    by: z.string().min(1).max(60),
    date: isoDate,
    file: id.nullable().default(null),
  })
  .meta({ id: 'OnPaper', description: '已线下签批：文号、签批人、日期、扫描件；代录人自动留名' })
export { onPaper }

export const answerBody = z.object({
  version,
  opinion: z.enum(opinions),
  text: z.string().max(1000).default(''),
  suggestedUnit: id.nullable().default(null),
  /** The office may record the answer of a unit that signed on paper. */
  forUnit: id.optional(),
  onPaper: onPaper.optional(),
})
export const signBody = z.object({ version, text: z.string().max(1000).default('') })
export const reportBody = z
  .object({
    version,
    percent: z.number().min(0).max(1000).optional(),
    value: figure.optional(),
    text: z.string().min(1).max(2000),
    asOf: isoDate,
    evidence: z.array(id).max(20).default([]),
  })
  .meta({ id: 'Report', description: '报进展：没有变化时一点即可' })
export const requestCloseBody = z.object({
  version,
  text: z.string().min(1).max(2000),
  asOf: isoDate,
  value: figure.optional(),
  evidence: z.array(id).max(20).default([]),
})
export const verifyBody = z.object({
  version,
  text: z.string().min(1).max(2000),
  method: z.enum(['desk', 'on-site', 'sample']).default('desk'),
})
export const returnBody = z.object({ version, text: z.string().min(1).max(2000) })
export const withdrawBody = z.object({ version, text: z.string().min(1).max(1000) })
export const consentBody = z.object({ version, text: z.string().max(1000).default(''), onPaper: onPaper.optional() })
export const adjustBody = z
  .object({
    version,
    basis: z.string().min(2).max(400).meta({ description: '批准依据（文号或批示）' }),
    approvedBy: z.string().min(1).max(60),
    lead: id.optional(),
    supports: supportsInput.optional(),
    leader: id.optional(),
    deadline: isoDate.optional(),
    doneWhen: z.string().min(1).max(400).optional(),
    target: target.optional(),
    curve: z
      .array(z.object({ date: isoDate, value: figure }))
      .max(60)
      .optional(),
  })
  .meta({ id: 'Adjust', description: '印发后的调整，须有批准依据；首版目标保留' })

export type MatterItem = z.infer<typeof matterItem>
export type MatterDetail = z.infer<typeof matterDetail>
export type MatterEvent = z.infer<typeof event>
export type Verdict = z.infer<typeof verdict>
export type PatchMatter = z.infer<typeof patchMatter>
export type ReportBody = z.infer<typeof reportBody>
export type AnswerRow = z.infer<typeof answer>
export type Can = z.infer<typeof can>
export type Progress = z.infer<typeof progress>
