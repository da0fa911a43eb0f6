// The shapes of the API, types alone: what checks them (zod) stays out of the browser.
import type { z } from 'zod'
import type { historyAnswer } from '@yipanqi/model/libraries/api.ts'

export type {
  BulkEdit,
  BulkPreview,
  Change,
  FieldShape,
  Groups,
  LibraryItem,
  LibraryRecord,
  LibraryShape,
  Names,
  RecordPage,
  StageMove,
  View,
} from '@yipanqi/model/libraries/api.ts'
export type {
  LinkedRecord,
  RecordAt,
  RecordDetail,
} from '@yipanqi/model/libraries/records-api.ts'
export type History = z.infer<typeof historyAnswer>
