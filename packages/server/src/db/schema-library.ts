// The tables that libraries share, as Kysely sees them (a library's own table is generated and reached by its
// definition). Held against the migrated database by schema.test.ts.
import type { Generated, JSONColumnType } from 'kysely'

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
