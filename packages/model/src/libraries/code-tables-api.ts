// 代码表: what ships of the national classifications, and what the county's own files have added to it.
import { z } from 'zod'
import { instant } from '../api/common.ts'

export const codeTableIds = ['industry', 'division'] as const
export type CodeTableId = (typeof codeTableIds)[number]
export const codeTableWords: Readonly<Record<CodeTableId, string>> = {
  industry: '国民经济行业分类',
  division: '行政区划',
}

export const codeTableItem = z
  .object({
    table: z.enum(codeTableIds),
    name: z.string(),
    /** Codes that come with the product, e.g. 20 门类、97 大类; '' where none do. */
    shipped: z.string(),
    /** What the county brought; null: nothing yet. `counts` says how many of each level. */
    own: z.object({ counts: z.string(), rows: z.number().int(), fileName: z.string(), loadedAt: instant }).nullable(),
    /** The reader may bring another file. */
    mayChange: z.boolean(),
  })
  .meta({ id: 'CodeTable' })
export const codeTables = z.object({ items: z.array(codeTableItem) }).meta({ id: 'CodeTables' })

/** `under`: the children of this code; without it the roots. `q`: codes whose name holds these words, wherever they are. */
export const codeQuery = z.object({
  under: z
    .string()
    .regex(/^([A-T]\d{0,4}|\d{2,12})$/, '代码不对')
    .optional(),
  q: z.string().trim().max(40).optional(),
})
export const codeNode = z
  .object({
    code: z.string(),
    name: z.string(),
    /** It has codes below it. */
    more: z.boolean(),
  })
  .meta({ id: 'CodeNode' })
export const codeNodes = z.object({ items: z.array(codeNode) }).meta({ id: 'CodeNodes' })

export type CodeTableItem = z.infer<typeof codeTableItem>
export type CodeQuery = z.infer<typeof codeQuery>
export type CodeNode = z.infer<typeof codeNode>
