import { z } from 'zod'
import { fates } from '../lexicon-words.ts'
import { id, isoDate } from './common.ts'
import { matterItem } from './matters.ts'

const comparedSide = z.object({
  title: z.string(),
  text: z.string(),
  start: z.number().int().meta({ description: '在正文里的起点' }),
})
const comparedTarget = z.object({
  text: z.string(),
  value: z.number().nullable(),
  to: z.number().nullable(),
  unit: z.string(),
  relation: z.enum(['>=', '<=', '>', '<', '=', '≈', 'range']),
  basis: z.enum(['level', 'change', 'share', 'count']),
  masked: z.boolean(),
})
const comparedDocument = z.object({
  id,
  title: z.string(),
  kind: z.string(),
  date: isoDate.nullable(),
  matters: z.number().int(),
})

export const documentComparison = z
  .object({
    older: comparedDocument,
    newer: comparedDocument,
    pairs: z.array(
      z.object({
        fate: z.enum(fates),
        older: comparedSide.nullable(),
        newer: comparedSide.nullable(),
        words: z.array(z.string()).meta({ description: '两句相同的词' }),
        moves: z.array(
          z.object({
            indicator: z.string(),
            way: z.enum(['up', 'down', 'changed', 'new', 'gone']),
            from: comparedTarget.nullable(),
            to: comparedTarget.nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'DocumentComparison', description: '两份文件对比：新提出、不再提、目标有变、延续' })

/** For each draft of a document the matters in force that likely ask for the same. */
export const documentTwins = z
  .object({
    looked: z.number().int().meta({ description: '比对了多少项在办事项' }),
    items: z.array(
      z.object({
        draft: id,
        title: z.string(),
        twins: z.array(
          z.object({
            id,
            number: z.string().nullable(),
            title: z.string(),
            state: matterItem.shape.state,
            lead: z.string().nullable(),
            score: z.number(),
            words: z.array(z.string()),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'DocumentTwins', description: '可能已经交办过的' })

export type DocumentComparison = z.infer<typeof documentComparison>
export type DocumentTwins = z.infer<typeof documentTwins>
