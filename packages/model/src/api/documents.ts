import { z } from 'zod'
import { documentStates, lights, scopes } from '../words.ts'
import { id, isoDate, pageOf, unitRef, version } from './common.ts'
import { answer, can, event, matterItem, onPaper } from './matters.ts'

/** How many matters of each light; `open` are issued and unfinished, `drafts` not issued yet. */
export const tally = z
  .object({
    total: z.number().int(),
    green: z.number().int(),
    yellow: z.number().int(),
    red: z.number().int(),
    grey: z.number().int(),
    done: z.number().int(),
    /** Issued, not lit (no plan yet) or before issue. */
    none: z.number().int(),
  })
  .meta({ id: 'Tally' })

export const coverage = z.object({
  obligations: z.number().int(),
  covered: z.number().int(),
  refused: z.array(z.object({ start: z.number().int(), end: z.number().int(), why: z.string() })),
})

export const documentItem = z
  .object({
    id,
    title: z.string(),
    kind: z.string(),
    date: isoDate.nullable(),
    number: z.string().nullable().meta({ description: '发文字号，印发后才有' }),
    scope: z.enum(scopes),
    declarer: z.string(),
    state: z.enum(documentStates),
    /** 未经本人审阅的记录稿: only its owner sees it and it cannot be reviewed. */
    private: z.boolean(),
    consultDue: isoDate.nullable(),
    awaiting: z.number().int(),
    tally,
    coverage: z.object({ obligations: z.number().int(), covered: z.number().int(), refused: z.number().int() }),
    version,
  })
  .meta({ id: 'DocumentItem', description: '文件（清单行）' })

export const sentence = z.object({
  start: z.number().int(),
  end: z.number().int(),
  clause: z.string().nullable(),
  role: z.enum(['obligation', 'target', 'result', 'background', 'slogan', 'heading', 'other']),
  why: z.string(),
  /** The words that spoke for the role, places in the text; a clerk's own role has none. */
  words: z.array(z.object({ start: z.number().int(), end: z.number().int() })).optional(),
  /** What the reader said, where a clerk has said otherwise since. */
  was: z.object({ role: z.string(), why: z.string() }).optional(),
  matters: z.array(id),
  /** Worst open light of its matters; done when all are closed. */
  light: z.enum(lights).nullable(),
})

export const documentDetail = documentItem
  .extend({
    text: z.string(),
    outline: z.array(
      z.object({
        id: z.string(),
        parent: z.string().nullable(),
        number: z.string().nullable(),
        heading: z.string(),
        level: z.number().int(),
        start: z.number().int(),
        end: z.number().int(),
      }),
    ),
    sentences: z.array(sentence),
    matters: z.array(matterItem),
    refused: coverage.shape.refused,
    lightRule: z.object({ name: z.string(), documentNumber: z.string().nullable() }).nullable(),
    events: z.array(event),
    can: z.array(can),
  })
  .meta({ id: 'Document', description: '活文件' })

export const documentPage = pageOf(documentItem).meta({ id: 'DocumentPage' })

export const createDocument = z
  .object({
    title: z.string().max(200).optional(),
    text: z.string().min(1),
    date: isoDate.optional(),
    scope: z.enum(scopes),
    declarer: z.string().min(1).max(60),
    /** Answers to what the gate at the door asked (份号, 内部资料, 明传电报; 未经本人审阅). */
    confirmed: z.boolean().optional(),
  })
  .meta({ id: 'CreateDocument', description: '范围与声明人在先；带密级标志的一律拒收、不落盘' })

export const reviewBody = z.object({ version, onPaper: onPaper.optional() })
export const consultBody = z.object({
  version,
  days: z.number().int().min(1).max(20).default(3).meta({ description: '答复期限，工作日' }),
  onPaper: onPaper.optional().meta({ description: '已线下征求意见：补录，视为各单位均已答复' }),
})
export const signOffBody = z.object({ version, onPaper: onPaper.optional() })
export const issueBody = z.object({
  version,
  number: z.string().min(4).max(60).meta({ description: '发文字号', example: '青委财办〔2026〕6号' }),
  date: isoDate,
  onPaper: onPaper.optional(),
})
export const adoptBody = z
  .object({ version, adopted: z.boolean(), note: z.string().min(1).max(400) })
  .meta({ id: 'Adopt', description: '采纳情况：采纳与否都写理由' })
export const draftFromSentence = z
  .object({
    version,
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
    title: z.string().min(2).max(120).optional(),
  })
  .meta({ id: 'DraftFromSentence', description: '把未列入的一句列为事项' })

/** 采纳情况表: each answer of each unit beside its matter. */
export const consultation = z
  .object({
    document: id,
    due: isoDate.nullable(),
    asked: z.number().int(),
    answered: z.number().int(),
    rows: z.array(answer.extend({ matter: id, matterTitle: z.string(), matterVersion: version })),
  })
  .meta({ id: 'Consultation', description: '征求意见及采纳情况表' })

export const unitItem = unitRef
  .extend({ kind: z.string(), parent: id.nullable(), mayLead: z.boolean(), aliases: z.array(z.string()) })
  .meta({ id: 'Unit' })
export const unitPage = pageOf(unitItem).meta({ id: 'UnitPage' })
export const leaderItem = z
  .object({ id, name: z.string(), post: z.string(), portfolio: z.string() })
  .meta({ id: 'Leader' })

export const fileResponse = z
  .object({
    id,
    name: z.string(),
    size: z.number().int(),
    type: z.string(),
    sm3: z.string(),
    usedBefore: z.number().int(),
  })
  .meta({ id: 'File', description: '附件；usedBefore：同一文件此前作为佐证用过几次' })

/** What one person's first screen shows. */
export const home = z
  .object({
    tally,
    waiting: z.array(
      z.object({
        what: z.enum([
          'review',
          'adopt',
          'sign-off',
          'issue',
          'answer',
          'sign',
          'report',
          'verify',
          'request-close',
          'claim',
          'approve-own',
          'renew-own',
        ]),
        /** In the words of the button: 待答复、待签收、本月待报 … */
        words: z.string(),
        matter: id.nullable(),
        document: id.nullable(),
        /** An own ledger that is to be decided, or that ends soon. */
        own: z.string().optional(),
        title: z.string(),
        due: isoDate.nullable(),
      }),
    ),
    waitingTotal: z.number().int(),
    red: z.array(matterItem),
    /** Whose reds these are: a leader sees those in their charge, where they lead anything. */
    redOf: z.enum(['mine', 'county']),
    documents: z.array(documentItem),
  })
  .meta({ id: 'Home' })

export type Tally = z.infer<typeof tally>
export type DocumentItem = z.infer<typeof documentItem>
export type DocumentDetail = z.infer<typeof documentDetail>
export type Consultation = z.infer<typeof consultation>
export type UnitItem = z.infer<typeof unitItem>
export type LeaderItem = z.infer<typeof leaderItem>
export type Home = z.infer<typeof home>
export type FileResponse = z.infer<typeof fileResponse>
