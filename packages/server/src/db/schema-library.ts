// The tables that libraries share, as Kysely sees them (a library's own table is generated and reached by its
// definition). Held against the migrated database by schema.test.ts.
import type {
  ImportAction,
  ImportColumn,
  ImportCounts,
  ImportProblem,
  ImportState,
} from '@yipanqi/model/libraries/index.ts'
import type { Finding, ProposalState } from '@yipanqi/model/libraries/own/index.ts'
import type { Generated, JSONColumnType } from 'kysely'
import type { Cell, SheetInfo } from '../sheets/types.ts'

type Json<T> = JSONColumnType<T & object, string, string>
type Id = Generated<number>

export interface LibrarySettingTable {
  county: string
  library: string
  keepers: Generated<number[]>
  heads: Json<Record<string, string[]>>
  version: Generated<number>
}
export interface UnitSightTable {
  county: string
  unit: number
  keys: number[]
}
export interface LibraryTableTable {
  library: string
  tbl: string
  open: Generated<boolean>
  enterprise: string | null
}
export interface LibraryViewTable {
  county: string
  id: Id
  library: string
  account: number
  name: string
  shared: Generated<boolean>
  query: Json<Record<string, string>>
  created_at: Generated<string>
  version: Generated<number>
}
export interface StageStepTable {
  county: string
  id: Id
  library: string
  record: number
  from_stage: string | null
  to_stage: string
  since: string
  reason: string | null
  approver: string | null
  account: number | null
  unit: number | null
  at: Generated<string>
}
export interface StagePaperTable {
  county: string
  id: Id
  library: string
  record: number
  condition: string
  state: string
  number: string | null
  file: number | null
  basis: string | null
  promised_by: string | null
  due: string | null
  matter: number | null
  account: number | null
  at: Generated<string>
  version: Generated<number>
}
/** The way from a record to the events of matters that tell of it. */
export interface EventRecordTable {
  county: string
  library: string
  record: number
  event: number
}
export interface MatterRecordTable {
  county: string
  matter: number
  library: string
  record: number
  account: number | null
  at: Generated<string>
}
export interface ChangeReasonTable {
  county: string
  request: string
  reason: string
  account: number | null
  at: Generated<string>
}
export interface RevealTable {
  county: string
  id: Id
  library: string
  record: number
  field: string
  reason: string
  account: number
  unit: number | null
  at: Generated<string>
}
export interface RecordFileTable {
  county: string
  file: number
  library: string
  record: number
}
export interface OutlineTable {
  county: string
  unit: number
  rings: Json<[number, number][][]>
  version: Generated<number>
}
/** The rows of a head, as Excel shows them; data begin below `lastRow`. */
export interface ImportHead {
  readonly row: number
  readonly firstRow: number
  readonly lastRow: number
}
export interface ImportTrouble {
  readonly code: string
  readonly message: string
  readonly why: string
}
/** A text, or what stands behind it. */
export type StagedCell = string | Cell
export type StagedCells = Readonly<Record<string, StagedCell>>
/** `clash`: it says the same as another row of the file, which may be mended there. */
export type StagedProblem = ImportProblem & { readonly clash?: true }
export interface LibraryImportTable {
  county: string
  id: Id
  library: string
  account: number | null
  unit: number | null
  file_name: string
  sm3: string
  size: number
  state: Generated<ImportState>
  sheets: Json<SheetInfo[]>
  sheet: Generated<string>
  header: Json<ImportHead> | null
  columns: Json<ImportColumn[]>
  total: Generated<number>
  done: Generated<number>
  counts: Json<ImportCounts> | null
  problem: Json<ImportTrouble> | null
  notes: Json<string[]>
  chosen: 'all' | 'valid' | null
  reason: string | null
  created_at: Generated<string>
  finished_at: string | null
  version: Generated<number>
}
export interface ImportChunkTable {
  county: string
  import: number
  chunk: number
  sealed: Buffer
}
export interface ImportRowTable {
  county: string
  import: number
  row: number
  chunk: number
  own: Buffer | null
  errors: Json<StagedProblem[]> | null
  warnings: Json<StagedProblem[]> | null
  action: ImportAction
  target: number | null
  target_version: number | null
  keys: Json<string[]>
  told_by: number | null
  fixed: Generated<boolean>
}
export interface LibraryExportTable {
  county: string
  id: Id
  library: string
  account: number | null
  unit: number | null
  format: string
  query: Json<Record<string, string>>
  row_count: number
  at: Generated<string>
}
export interface OwnLibraryTable {
  county: string
  id: string
  base: string | null
  name: string
  definition: Json<Record<string, unknown>> | null
  slots: Json<Record<string, string>>
  number: Generated<number>
  ends_on: string | null
  stopped_on: string | null
  stop_reason: string | null
  open: Generated<boolean>
  unit: number | null
  created_at: Generated<string>
  version: Generated<number>
}
export interface OwnProposalTable {
  county: string
  id: Id
  library: string
  number: number | null
  state: ProposalState
  definition: Json<Record<string, unknown>>
  ends_on: string
  reason: string
  findings: Json<Finding[]>
  account: number | null
  unit: number | null
  drafted_at: Generated<string>
  proposed_at: string | null
  decided_by: number | null
  decided_at: string | null
  note: string | null
  version: Generated<number>
}
export interface OwnObjectionTable {
  county: string
  id: Id
  library: string
  field: string
  label: string
  holder_library: string | null
  holder_label: string | null
  note: Generated<string>
  account: number | null
  unit: number | null
  at: Generated<string>
  state: Generated<string>
  answer: string | null
  answered_by: number | null
  answered_at: string | null
}
export interface CodeTableTable {
  county: string
  tbl: string
  file_name: string
  sm3: string
  counts: string
  row_count: number
  loaded_at: Generated<string>
  account: number | null
  version: Generated<number>
}
export interface CodeNameTable {
  county: string
  tbl: string
  code: string
  name: string
}
