// Shapes of import, export and template: /api/v1/libraries/{library}/imports…, …/export, …/template.
import { z } from 'zod'
import { id, instant, version } from '../api/common.ts'
import { listQuery, names } from './api.ts'

/**
 * uploaded → reading → preview → committing → done; cancelled from each of the first four; failed: the file could not
 * be read. Records are written in the one transaction that says done, so every other state means: nothing is written.
 */
export const importStates = ['uploaded', 'reading', 'preview', 'committing', 'done', 'cancelled', 'failed'] as const
export type ImportState = (typeof importStates)[number]
export const importStateWords: Readonly<Record<ImportState, string>> = {
  uploaded: '排队读取',
  reading: '正在读取',
  preview: '待确认',
  committing: '正在写入',
  done: '已完成',
  cancelled: '已取消',
  failed: '没有读成',
}

/** new: 新增, change: 修改, same: 没有变化, invalid: 有问题. */
export const importActions = ['new', 'change', 'same', 'invalid'] as const
export type ImportAction = (typeof importActions)[number]
export const importActionWords: Readonly<Record<ImportAction, string>> = {
  new: '新增',
  change: '修改',
  same: '没有变化',
  invalid: '有问题',
}

/** Heads that mean no field of the library but something of the record itself. */
export const stageColumn = '@stage'
export const stageSinceColumn = '@stageSince'

/** How a head came to its field. */
export const matchedBy = ['name', 'alias', 'remembered', 'content', 'clerk'] as const
export type MatchedBy = (typeof matchedBy)[number]
export const matchedByWords: Readonly<Record<MatchedBy, string>> = {
  name: '名称相同',
  alias: '别名',
  remembered: '上次这样对应',
  content: '内容相符',
  clerk: '人工指定',
}

export const importColumn = z
  .object({
    /** 0-based place in the sheet. */
    index: z.number().int().nonnegative(),
    /** As Excel names it: A, AB. */
    letter: z.string(),
    /** The head as the file has it, without white space. */
    head: z.string(),
    /** In the head's brackets: 万元. */
    unit: z.string().nullable(),
    /** The field that it fills; @stage and @stageSince for the ladder; null: left out. */
    field: z.string().nullable(),
    by: z.enum(matchedBy).nullable(),
    /** What to know of it: read in another measure, written by the system and so ignored, several columns of one name. */
    note: z.string().nullable(),
    /** The first filled cells, to know it by. */
    examples: z.array(z.string()),
  })
  .meta({ id: 'ImportColumn' })

export const importCounts = z
  .object({
    total: z.number().int(),
    new: z.number().int(),
    change: z.number().int(),
    same: z.number().int(),
    invalid: z.number().int(),
    /** Rows with something to look at that does not stop them. */
    warned: z.number().int(),
  })
  .meta({ id: 'ImportCounts' })

export const importShape = z
  .object({
    id,
    version,
    library: z.string(),
    libraryName: z.string(),
    fileName: z.string(),
    size: z.number().int(),
    state: z.enum(importStates),
    stateWord: z.string(),
    who: z.string().nullable(),
    mine: z.boolean(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
    sheet: z.string(),
    /** Row of the head as Excel shows it; null: none was found. */
    headerRow: z.number().int().nullable(),
    columns: z.array(importColumn),
    /** Required fields that no column fills: new records need them. */
    missing: z.array(z.object({ field: z.string(), label: z.string() })),
    /** Rows done of rows in all, nearly. */
    progress: z.object({ done: z.number().int(), total: z.number().int() }),
    counts: importCounts.nullable(),
    /** Why it failed, or why a commit wrote nothing; with what to do. */
    problem: z.object({ code: z.string(), message: z.string(), why: z.string() }).nullable(),
    /** What the clerk should know: rows that were passed over, the same file of before. */
    notes: z.array(z.string()),
    /** What was committed. */
    chosen: z.enum(['all', 'valid']).nullable(),
    can: z.array(z.enum(['match', 'fix', 'commit-all', 'commit-valid', 'cancel', 'result'])),
  })
  .meta({ id: 'Import', description: '一次导入：读到哪、怎么对应、有什么问题、写了没有' })

export const importsPage = z
  .object({ items: z.array(importShape.omit({ columns: true, missing: true, sheets: true })) })
  .meta({ id: 'Imports' })

export const importProblem = z.object({
  /** 0-based column; null: the row as a whole. */
  column: z.number().int().nullable(),
  /** As the file names it. */
  head: z.string().nullable(),
  field: z.string().nullable(),
  message: z.string(),
})

export const importRow = z
  .object({
    /** As Excel shows it. */
    row: z.number().int(),
    action: z.enum(importActions),
    /** Texts of the matched columns by their place. */
    cells: z.record(z.string(), z.string()),
    errors: z.array(importProblem),
    warnings: z.array(importProblem),
    /** The record that it changes. */
    target: z.object({ id, title: z.string() }).nullable(),
    /** Of a change: the fields that change, as they stand and as they will. */
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    /** Corrected on the screen. */
    fixed: z.boolean(),
    /** After the commit: what happened to it. */
    outcome: z.string().nullable(),
  })
  .meta({ id: 'ImportRow' })

export const importRowsQuery = z.object({
  only: z.enum([...importActions, 'warned']).optional(),
  after: z.coerce.number().int().nonnegative().max(2_000_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const importRowsPage = z
  .object({ items: z.array(importRow), next: z.number().int().nullable(), names })
  .meta({ id: 'ImportRows' })

/** Another sheet, another head row, other fields for some columns; the file is read again. Matches are remembered. */
export const importMatch = z.object({
  version,
  sheet: z.string().max(200).optional(),
  headerRow: z.number().int().min(1).max(1000).optional(),
  columns: z
    .array(z.object({ index: z.number().int().min(0).max(16_383), field: z.string().max(50).nullable() }))
    .max(500)
    .optional(),
})
/** New texts of cells, by the place of their column. */
export const importFix = z.object({ cells: z.record(z.string().regex(/^\d{1,5}$/), z.string().max(32_767)) })
export const importFixed = z
  .object({ row: importRow, counts: importCounts, version, names })
  .meta({ id: 'ImportFixed' })
export const importCommit = z.object({
  version,
  rows: z.enum(['all', 'valid']),
  reason: z.string().max(500).optional(),
})
export const importCancel = z.object({ version: version.optional() })

export const exportFormats = ['xlsx', 'csv'] as const
/** The list's own question; the whole of what it finds, not a page. */
export const exportQuery = listQuery
  .pick({ filter: true, search: true, sort: true, columns: true, removed: true })
  .extend({
    format: z.enum(exportFormats).default('xlsx'),
    /** breakdown: matters as a 任务分解表. */
    form: z.enum(['list', 'breakdown']).default('list'),
  })

export type Import = z.infer<typeof importShape>
export type ImportItem = z.infer<typeof importsPage>['items'][number]
export type ImportColumn = z.infer<typeof importColumn>
export type ImportCounts = z.infer<typeof importCounts>
export type ImportRow = z.infer<typeof importRow>
export type ImportRows = z.infer<typeof importRowsPage>
export type ImportProblem = z.infer<typeof importProblem>
export type ImportMatch = z.infer<typeof importMatch>
export type ImportFixed = z.infer<typeof importFixed>
