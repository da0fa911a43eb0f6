// Who keeps a ledger (保管单位): these units see and change all of its records, whoever else has a part in them.
import { z } from 'zod'
import { id, unitRef, version } from '../api/common.ts'

/** Beyond these a ledger is kept by nobody. */
export const mostKeepers = 10

export const librarySetting = z
  .object({
    keepers: z.array(unitRef),
    version,
    /** The reader may give it to other units. */
    mayChange: z.boolean(),
  })
  .meta({ id: 'LibrarySetting' })

export const changeLibrarySetting = z.object({
  version,
  keepers: z
    .array(id)
    .max(mostKeepers, `一本台账最多由 ${mostKeepers} 个单位保管`)
    .refine((ids) => new Set(ids).size === ids.length, '有单位选了两次'),
})

export type LibrarySetting = z.infer<typeof librarySetting>
export type ChangeLibrarySetting = z.infer<typeof changeLibrarySetting>
