// Shapes of one record's requests and answers: its history, its stages, its matters, its place on the map.
import { z } from 'zod'
import { id, instant, isoDate, unitRef, version } from '../api/common.ts'
import { matterItem } from '../api/matters.ts'
import { bulkEdit, names, record, stageMove, values } from './api.ts'

export const recordDetail = record
  .extend({ title: z.string(), stageName: z.string().nullable(), names, can: z.array(z.string()) })
  .meta({ id: 'RecordDetail', description: '一条台账记录；保密栏目只给掩码，姓名照给' })

/** With `changeId` the record's fields go back to how they stood after that change; without it a removal is undone. */
export const restoreRecord = z.object({
  version,
  changeId: id.optional(),
  reason: z.string().min(1).max(500),
})

export const revealBody = z.object({ field: z.string().max(50), reason: z.string().min(2).max(200) })
export const revealAnswer = z.object({ field: z.string(), value: z.string() }).meta({ id: 'Revealed' })

export const recordAt = z
  .object({
    date: isoDate,
    version: z.number().int(),
    stage: z.string().nullable(),
    stageName: z.string().nullable(),
    stageSince: isoDate.nullable(),
    removed: isoDate.nullable(),
    values,
    names,
  })
  .meta({ id: 'RecordAt', description: '记录在某一天结束时的样子，由变更记录推回' })

export const paperStates = ['present', 'missing', 'waived'] as const
export type PaperState = (typeof paperStates)[number]

export const gateCondition = z
  .object({
    id: z.string(),
    name: z.string(),
    needs: z.enum(['paper', 'field', 'test']),
    field: z.string().nullable(),
    /** Where the condition comes from; 待核实 is said where it is not certain. */
    source: z.string().nullable(),
    holds: z.boolean(),
    /** What was put on record about it: a paper that is there, promised or waived. */
    paper: z
      .object({
        state: z.enum(paperStates),
        number: z.string().nullable(),
        file: z.object({ id, name: z.string() }).nullable(),
        basis: z.string().nullable(),
        promisedBy: z.string().nullable(),
        due: isoDate.nullable(),
        overdue: z.boolean(),
        matter: id.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'GateCondition', description: '进阶条件：齐、缺、容缺' })

export const stageStep = z
  .object({
    from: z.string().nullable(),
    to: z.string(),
    since: isoDate,
    reason: z.string().nullable(),
    approver: z.string().nullable(),
    who: z.string().nullable(),
    unit: unitRef.nullable(),
    at: instant,
  })
  .meta({ id: 'StageStep' })

export const gatesAnswer = z
  .object({
    stage: z.string(),
    stageSince: isoDate,
    /** Working through the stage so far, in calendar days. */
    days: z.number().int(),
    stalledAfter: z.number().int().nullable(),
    steps: z.array(stageStep),
    /** Conditions of the stage where it stands: 缺件 that were carried along. */
    here: z.array(gateCondition),
    stages: z.array(
      z.object({
        to: z.string(),
        name: z.string(),
        meaning: z.string().nullable(),
        exit: z.boolean(),
        /** Earlier on the ladder: needs a reason. */
        backwards: z.boolean(),
        missing: z.number().int(),
        conditions: z.array(gateCondition),
      }),
    ),
  })
  .meta({ id: 'Gates', description: '每个可去的阶段要什么、有什么、缺什么' })

export const boardQuery = z.object({
  filter: z.string().max(8000).optional(),
  search: z.string().max(60).optional(),
  /** One column alone, for its next cards. */
  stage: z.string().max(40).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export const boardCard = z.object({
  id,
  title: z.string(),
  stageSince: isoDate,
  days: z.number().int(),
  stalled: z.boolean(),
  /** 缺件 on record. */
  missing: z.number().int(),
  version,
  /** The list's own columns, for the card's two or three facts. */
  values,
})
export const boardAnswer = z
  .object({
    columns: z.array(
      z.object({
        stage: z.string(),
        name: z.string(),
        exit: z.boolean(),
        final: z.boolean(),
        count: z.number().int(),
        stalled: z.number().int(),
        cards: z.array(boardCard),
        next: z.string().nullable(),
      }),
    ),
    names,
  })
  .meta({ id: 'Board' })

export const funnelQuery = z.object({
  filter: z.string().max(8000).optional(),
  search: z.string().max(60).optional(),
})
const spread = z.object({ n: z.number().int(), q1: z.number(), median: z.number(), q3: z.number() })
export const funnelAnswer = z
  .object({
    /** Main stages in their order. */
    stages: z.array(
      z.object({
        stage: z.string(),
        name: z.string(),
        /** Records that ever stood here, and those that stand here now. */
        entered: z.number().int(),
        now: z.number().int(),
        /** Of those that entered: went on to a later stage, left by a side exit. */
        wentOn: z.number().int(),
        left: z.number().int(),
        /** wentOn ÷ entered in 1/10,000; null where none entered. */
        conversion: z.number().int().nullable(),
        /** Days of the stays that have ended. */
        dwell: spread.nullable(),
        stalledAfter: z.number().int().nullable(),
        stalled: z.number().int(),
        examples: z.array(z.object({ id, title: z.string(), since: isoDate, days: z.number().int() })),
      }),
    ),
    exits: z.array(z.object({ stage: z.string(), name: z.string(), now: z.number().int() })),
    asOf: isoDate,
  })
  .meta({ id: 'Funnel', description: '各阶段进了多少、走了多少、停了多久、卡着哪些' })

export const linkBody = z.object({ library: z.string().max(41), record: id })
export const camePaper = z
  .object({
    condition: z.string(),
    state: z.enum(paperStates),
    /** The day on which it was registered; null: a field of the record was filled instead. */
    on: isoDate.nullable(),
    number: z.string().nullable(),
    /** mine: uploaded by the reader's own unit, which may report it as its evidence. */
    file: z.object({ id, name: z.string(), mine: z.boolean() }).nullable(),
  })
  .meta({ id: 'CamePaper', description: '事项要补的缺件已经补齐，可作佐证' })
export const linkedRecord = z
  .object({
    library: z.string(),
    libraryName: z.string(),
    record: id,
    title: z.string(),
    stageName: z.string().nullable(),
    at: instant,
    papers: z.array(camePaper),
  })
  .meta({ id: 'LinkedRecord' })
export const linkedRecords = z.object({ items: z.array(linkedRecord) }).meta({ id: 'LinkedRecords' })
export const linkedMatters = z.object({ items: z.array(matterItem) }).meta({ id: 'LinkedMatters' })

/** The very question that was previewed, with its token. */
export const bulkApply = bulkEdit.extend({ token: z.string().max(100) })
export const bulkAnswer = z
  .object({ changed: z.number().int(), unchanged: z.number().int() })
  .meta({ id: 'BulkAnswer' })

const degree = (most: number) => z.coerce.number().min(-most).max(most)
export const mapQuery = z.object({
  west: degree(180),
  south: degree(90),
  east: degree(180),
  north: degree(90),
  zoom: z.coerce.number().min(0).max(22),
  filter: z.string().max(8000).optional(),
  search: z.string().max(60).optional(),
})
/** Positions are CGCS2000 degrees × 1,000,000. */
export const mapAnswer = z
  .object({
    total: z.number().int(),
    clusters: z.array(z.object({ x: z.number().int(), y: z.number().int(), n: z.number().int() })),
    points: z.array(
      z.object({ id, title: z.string(), x: z.number().int(), y: z.number().int(), stage: z.string().nullable() }),
    ),
    outlines: z.array(z.object({ id, rings: z.array(z.array(z.tuple([z.number(), z.number()]))) })),
  })
  .meta({ id: 'MapAnswer', description: '点少时给点，多时给网格聚合；有界址的给轮廓' })
export const outlinesAnswer = z
  .object({
    items: z.array(
      z.object({ unit: id, name: z.string(), rings: z.array(z.array(z.tuple([z.number(), z.number()]))) }),
    ),
  })
  .meta({ id: 'Outlines', description: '乡镇轮廓（自绘示意，不作界线依据）' })

export const mapBase = z
  .object({
    /** `approval`: 审图号, shown wherever the tiles are. */
    tianditu: z.object({ key: z.string(), approval: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'MapBase', description: '地图的底图；没有时只有自绘的乡镇轮廓' })

export type RecordDetail = z.infer<typeof recordDetail>
export type RecordAt = z.infer<typeof recordAt>
export type Gates = z.infer<typeof gatesAnswer>
export type GateState = z.infer<typeof gateCondition>
export type Board = z.infer<typeof boardAnswer>
export type BoardCard = z.infer<typeof boardCard>
export type Funnel = z.infer<typeof funnelAnswer>
export type CamePaper = z.infer<typeof camePaper>
export type LinkedRecord = z.infer<typeof linkedRecord>
export type BulkApply = z.infer<typeof bulkApply>
export type MapAnswer = z.infer<typeof mapAnswer>
export type MapBase = z.infer<typeof mapBase>
export type StageMoveBody = z.output<typeof stageMove>
