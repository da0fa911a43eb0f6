// Shapes of /api/v1/libraries/…, the same for every library. A record's own fields are described per library by
// /api/v1/libraries/{library}/openapi.json.
import { z } from 'zod'
import { count, countMode, id, instant, isoDate, pageOf, version } from '../api/common.ts'

/** A field's value as the API carries it (see Value in field.ts). */
export const values = z
  .record(z.string(), z.unknown())
  .meta({ id: 'Values', description: '栏目名到值；数字类是最小单位的整数' })

export const record = z
  .object({
    id,
    version,
    stage: z.string().nullable(),
    stageSince: isoDate.nullable(),
    values,
    removed: isoDate.nullable(),
    updatedAt: instant,
    /** What the reader may do with it: edit, stage, remove, restore, reveal, link. */
    can: z.array(z.string()).optional(),
  })
  .meta({ id: 'LibraryRecord' })

/** Words for the ids on a page: `{units: {"12": "县发展和改革局"}, enterprises: {"7": "…"}}`. */
export const names = z.record(z.string(), z.record(z.string(), z.string())).meta({ id: 'Names' })

/**
 * A list's question: `filter` is the JSON of a Filter, `search` words, `sort` a field, `-field`, `updated`, `stage` or
 * `id`, `after`/`before` cursors of a page, `at` a value to jump to in the sort, `columns` fields to answer.
 */
export const listQuery = z.object({
  filter: z.string().max(8000).optional(),
  search: z.string().max(60).optional(),
  sort: z.string().max(50).optional(),
  after: z.string().max(8000).optional(),
  before: z.string().max(8000).optional(),
  at: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  columns: z.string().max(2000).optional(),
  count: countMode.default('none'),
  /** true: records taken off the ledger, instead of those on it. */
  removed: z.enum(['true', 'false']).optional(),
})
export const recordPage = pageOf(record).extend({ previous: z.string().nullable(), names }).meta({ id: 'RecordPage' })
export const countAnswer = z.object({ count })

export const fieldShape = z
  .object({
    name: z.string(),
    label: z.string(),
    kind: z.string(),
    widget: z.string(),
    section: z.string().optional(),
    help: z.string().optional(),
    unit: z.string().optional(),
    required: z.boolean(),
    system: z.boolean(),
    choices: z.array(z.string()).optional(),
    target: z.string().optional(),
    scale: z.number().optional(),
    sealed: z.enum(['shown', 'masked']).optional(),
    operators: z.array(z.string()),
    sortable: z.boolean(),
    /** Which of the shipped kind's options build it again in the browser; a county's own field has only these. */
    options: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'LibraryField' })

export const libraryShape = z
  .object({
    id: z.string(),
    name: z.string(),
    noun: z.string(),
    measure: z.string(),
    purpose: z.string(),
    group: z.string(),
    /** shipped: comes with the product; own: the county's own ledger. */
    origin: z.enum(['shipped', 'own']),
    title: z.string(),
    fields: z.array(fieldShape),
    columns: z.array(z.string()),
    sort: z.string(),
    sums: z.array(z.string()),
    map: z.string().nullable(),
    stages: z.array(z.object({ id: z.string(), name: z.string(), exit: z.boolean(), final: z.boolean() })),
    ladder: z.string().nullable(),
    /** What the reader may do: create, edit, import, export, stage, define. */
    can: z.array(z.string()),
  })
  .meta({ id: 'Library' })

export const libraryItem = libraryShape
  .pick({ id: true, name: true, noun: true, measure: true, purpose: true, group: true, origin: true, can: true })
  .extend({ count, keepers: z.array(z.string()) })
  .meta({ id: 'LibraryItem' })

export const createRecord = z.object({
  values,
  stage: z.string().max(40).optional(),
  stageSince: isoDate.optional(),
  reason: z.string().max(500).optional(),
})
export const patchRecord = z.object({ version, values, reason: z.string().max(500).optional() })
export const removeRecord = z.object({ version, reason: z.string().min(1).max(500) })

export const groupQuery = z.object({
  filter: z.string().max(8000).optional(),
  search: z.string().max(60).optional(),
  by: z.string().max(50),
  /** For a date or month field. */
  step: z.enum(['month', 'year']).optional(),
})
export const groupAnswer = z
  .object({
    groups: z.array(
      z.object({
        value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
        label: z.string(),
        count: z.number().int(),
        sums: z.record(z.string(), z.number()),
      }),
    ),
    total: z.object({ count: z.number().int(), sums: z.record(z.string(), z.number()) }),
  })
  .meta({ id: 'Groups' })

export const change = z
  .object({
    id,
    at: instant,
    who: z.string().nullable(),
    post: z.string().nullable(),
    /** L: tied to a matter or untied from it; its id is the event's, and nothing is restored to it. */
    op: z.enum(['I', 'U', 'D', 'L']),
    /** Why, where the one who changed it said so. */
    reason: z.string().nullable(),
    fields: z.array(z.object({ name: z.string(), label: z.string(), before: z.string(), after: z.string() })),
  })
  .meta({ id: 'Change' })
export const historyAnswer = z.object({ items: z.array(change) }).meta({ id: 'History' })

export const bulkEdit = z.object({
  /** Either ids, or everything that a filter and search find. */
  ids: z.array(id).max(1000).optional(),
  filter: z.string().max(8000).optional(),
  search: z.string().max(60).optional(),
  values,
  reason: z.string().min(1).max(500),
})
export const bulkPreview = z
  .object({
    count: z.number().int(),
    unchanged: z.number().int(),
    refused: z.array(z.object({ id, title: z.string(), why: z.string() })),
    examples: z.array(z.object({ id, title: z.string(), before: values, after: values })),
    names,
    /** Handed back to carry out exactly what was shown. */
    token: z.string(),
  })
  .meta({ id: 'BulkPreview' })

export const viewShape = z
  .object({
    id,
    name: z.string(),
    shared: z.boolean(),
    mine: z.boolean(),
    /** The list's question as its URL says it: filter, search, sort, columns, group. */
    query: z.record(z.string(), z.string()),
    version,
  })
  .meta({ id: 'View' })

export const viewKeys = ['filter', 'search', 'sort', 'columns', 'group', 'step', 'removed'] as const
/** A view as it is saved: the same keys as the list's address, each as text. */
export const saveView = z.object({
  name: z.string().trim().min(1, '请写名称').max(40, '名称太长'),
  shared: z.boolean().default(false),
  query: z
    .record(z.string().max(20), z.string().max(8000))
    .refine(
      (query) => Object.keys(query).every((key) => (viewKeys as readonly string[]).includes(key)),
      '不认识的条件',
    ),
})
export const viewsAnswer = z.object({ items: z.array(viewShape) }).meta({ id: 'Views' })

export const rollupQuery = z.object({
  from: isoDate.optional(),
  to: isoDate.optional(),
  unit: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
})
export const rollupAnswer = z
  .object({
    /** Fields that it is summed by. */
    month: z.string(),
    unit: z.string(),
    /** null: records without a month, without a unit. */
    rows: z.array(
      z.object({
        month: z
          .string()
          .regex(/^\d{4}-\d{2}$/)
          .nullable(),
        unit: id.nullable(),
        count: z.number().int(),
        sums: z.record(z.string(), z.number()),
      }),
    ),
    names,
  })
  .meta({ id: 'Rollup' })

export const findQuery = z.object({ q: z.string().max(60).default('') })
export const found = z.object({ id, title: z.string(), subtitle: z.string() }).meta({ id: 'FoundRecord' })
export const findAnswer = z.object({ items: z.array(found) }).meta({ id: 'FoundRecords' })

export const stageMove = z.object({
  version,
  to: z.string().max(40),
  since: isoDate,
  reason: z.string().max(500).optional(),
  approver: z.string().max(60).optional(),
  papers: z
    .array(
      z.object({
        condition: z.string().max(60),
        state: z.enum(['present', 'missing', 'waived']),
        number: z.string().max(120).optional(),
        file: id.optional(),
        basis: z.string().max(300).optional(),
        promisedBy: z.string().max(60).optional(),
        due: isoDate.optional(),
      }),
    )
    .max(60)
    .default([]),
})

export type LibraryShape = z.infer<typeof libraryShape>
export type LibraryItem = z.infer<typeof libraryItem>
export type FieldShape = z.infer<typeof fieldShape>
export type LibraryRecord = z.infer<typeof record>
export type RecordPage = z.infer<typeof recordPage>
export type ListQuery = z.infer<typeof listQuery>
export type Names = z.infer<typeof names>
export type Groups = z.infer<typeof groupAnswer>
export type Change = z.infer<typeof change>
export type RollupAnswer = z.infer<typeof rollupAnswer>
export type Found = z.infer<typeof found>
export type View = z.infer<typeof viewShape>
export type StageMove = z.infer<typeof stageMove>
export type BulkEdit = z.infer<typeof bulkEdit>
export type BulkPreview = z.infer<typeof bulkPreview>
