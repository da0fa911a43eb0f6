import type { UploadRefusal } from '../files/upload-error.ts'
import type { PackedRows } from './pack-rows.ts'
import type { ReadOptions, SheetHead, SheetInfo } from './types.ts'

/** What a reading thread is started with. */
export type SheetTask =
  | { kind: 'list'; path: string; options: ReadOptions }
  | { kind: 'head'; path: string; options: ReadOptions; count: number }
  | { kind: 'read'; path: string; options: ReadOptions }

/** What it answers. A batch is sent for each message that it gets: that is the back pressure. */
export type FromThread =
  | { result: SheetInfo[] | SheetHead }
  | { batch: PackedRows }
  | { end: true }
  | { refusal: UploadRefusal }
