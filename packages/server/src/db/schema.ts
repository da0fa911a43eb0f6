// The tables as Kysely sees them. Held against the migrated database by schema.test.ts.
import type {
  AccountState,
  Action,
  Attitude,
  Cadence,
  DocumentDetail,
  DocumentScope,
  DocumentState,
  Kind,
  Light,
  Line,
  Opinion,
  Pace,
  Post,
  State,
  Target,
  UnitChangeBody,
  UnitChangeKind,
  UnitChangeState,
  Verdict,
} from '@yipanqi/model'
import type { OwnPolicy } from '@yipanqi/model/libraries/own/index.ts'
import type { Generated, JSONColumnType } from 'kysely'
import type { LessonTable } from './schema-lexicon.ts'
import type {
  CodeNameTable,
  CodeTableTable,
  ChangeReasonTable,
  ImportChunkTable,
  ImportRowTable,
  LibraryExportTable,
  LibraryImportTable,
  LibrarySettingTable,
  LibraryTableTable,
  LibraryViewTable,
  EventRecordTable,
  MatterRecordTable,
  OutlineTable,
  OwnLibraryTable,
  OwnObjectionTable,
  OwnProposalTable,
  RecordFileTable,
  RevealTable,
  StagePaperTable,
  StageStepTable,
  UnitSightTable,
} from './schema-library.ts'

type Json<T> = JSONColumnType<T & object, string, string>
type Id = Generated<number>

export interface CountyTable {
  code: string
  name: string
  settings: Json<CountySettings>
  created_at: Generated<string>
  version: Generated<number>
}
/** County parameters (CFG): the office's own choices, never constants in code. */
export interface CountySettings {
  holidays?: string[]
  workdays?: string[]
  /** Who may approve a county's own ledger, how long one may run, when its end is said before. */
  ownLedgers?: Partial<OwnPolicy>
}
export interface UnitTable {
  county: string
  id: Id
  code: string
  name: string
  short: string
  kind: string
  parent: number | null
  may_lead: Generated<boolean>
  aliases: Json<string[]>
  valid_from: Generated<string>
  valid_to: string | null
  successor: number | null
  position: Generated<number>
  version: Generated<number>
}
export interface CountyLeaderTable {
  county: string
  id: Id
  name: string
  post: string
  portfolio: Generated<string>
  units: Generated<number[]>
  position: Generated<number>
  valid_from: string
  valid_to: string | null
  version: Generated<number>
}
/** What a leader was in charge of before, with the last day of it. */
export interface LeaderTermTable {
  county: string
  id: Id
  leader: number
  post: string
  portfolio: string
  units: number[]
  valid_to: string
  basis: string
}
export interface SubjectKeyTable {
  county: string
  subject: string
  wrapped: Buffer
}
export interface AccountTable {
  county: string
  id: Id
  name: string
  person: Buffer
  unit: number
  post: Post
  scope: Scope
  custom_keys: Generated<number[]>
  leader: number | null
  active: Generated<boolean>
  created_at: Generated<string>
  version: Generated<number>
  enterprise: number | null
  state: Generated<AccountState>
  opened_by: number | null
  granted_by: number | null
  state_since: Generated<string>
  note: Generated<string>
}
export interface UnitNameTable {
  county: string
  id: Id
  unit: number
  name: string
  short: string
  valid_to: string
  borne_by: number | null
  basis: string
}
export interface UnitHeirTable {
  county: string
  unit: number
  heir: number
  since: string
}
/** The order as it was given, with the sentence that tells it. */
export type UnitPlan = UnitChangeBody & { about?: string }
export interface UnitChangeTable {
  county: string
  id: Id
  kind: UnitChangeKind
  effective_on: string
  basis: string
  plan: Json<UnitPlan>
  state: UnitChangeState
  ordered_by: number | null
  ordered_at: Generated<string>
  done_at: string | null
  result: Json<unknown>
  problem: string | null
  version: Generated<number>
}
export interface HandOverTable {
  county: string
  id: Id
  from_account: number
  to_account: number
  moved: Json<unknown>
  account: number | null
  at: Generated<string>
}
export type Scope = 'all' | 'custom' | 'unit' | 'subtree' | 'own' | 'enterprise' | 'none'
export interface IdempotencyTable {
  county: string
  account: number
  key: string
  request: string
  body_hash: string
  status: number
  response: Json<unknown>
  at: Generated<string>
}
export interface FileTable {
  county: string
  id: Id
  sm3: string
  name: string
  size: number
  type: string
  created_by: number | null
  unit: number | null
  created_at: Generated<string>
}
export interface CounterTable {
  county: string
  name: string
  value: number
}
export interface LightSchemeTable {
  county: string
  id: Id
  name: string
  document_number: string | null
  article: string | null
  preset: string
  parameters: Json<Record<string, unknown>>
  effective_from: string
  effective_to: string | null
  version: Generated<number>
}
export interface OutlineRow {
  id: string
  parent: string | null
  number: string | null
  heading: string
  level: number
  start: number
  end: number
}
/** A sentence as it was read or as a clerk has decided since; its matters and light are found when it is shown. */
export type SentenceRow = Omit<DocumentDetail['sentences'][number], 'matters' | 'light'>
export interface RefusedRow {
  start: number
  end: number
  why: string
}
export interface DocumentTable {
  county: string
  id: Id
  title: string
  kind: string
  date: string | null
  number: string | null
  issued_on: string | null
  scope: DocumentScope
  declarer: string
  state: DocumentState
  private: Generated<boolean>
  created_by: number | null
  text: string
  outline: Json<OutlineRow[]>
  sentences: Json<SentenceRow[]>
  refused: Json<RefusedRow[]>
  obligations: number
  covered: number
  consult_due: string | null
  seen_by: Generated<number[]>
  file: number | null
  revision: Generated<number>
  created_at: Generated<string>
  version: Generated<number>
}
export interface StepRow {
  name: string
  due: string | null
  doneOn: string | null
}
export interface CurvePoint {
  date: string
  value: number
}
export interface CandidateRow {
  unit: string
  score: number
  why: string[]
}
export interface ProgressRow {
  value: number
  total: number
  unit: string
  percent: number
  planPercent: number | null
}
export type Provisional = 'lead' | 'deadline' | 'target' | 'doneWhen' | 'leader' | 'kind'
export interface MatterTable {
  county: string
  id: Id
  number: string | null
  title: string
  text: string
  kind: Kind
  attitude: Attitude | null
  state: State
  lead_unit: number | null
  leader: number | null
  deadline: string | null
  done_when: string | null
  target: Json<Target> | null
  first_target: Json<Target> | null
  first_deadline: string | null
  value: number | null
  cadence: Generated<Cadence>
  line: Line | null
  key: Generated<boolean>
  parent: number | null
  steps: Json<StepRow[]>
  curve: Json<CurvePoint[]>
  provisional: Json<Provisional[]>
  candidates: Json<CandidateRow[]>
  light: Light | null
  light_since: string | null
  light_as_of: string | null
  pace: Pace | null
  verdict: Json<Verdict> | null
  progress: Json<ProgressRow> | null
  overdue: Generated<boolean>
  last_report_as_of: string | null
  last_report_on: string | null
  last_evidence: string | null
  evidence_count: Generated<number>
  reworks: Generated<number>
  leader_consent: Generated<boolean>
  issued_on: string | null
  state_since: string
  closed_on: string | null
  created_by: number | null
  seen_by: Generated<number[]>
  revision: Generated<number>
  version: Generated<number>
  search_text: Generated<string>
  search: Generated<number[]>
  updated_at: Generated<string>
}
export interface MatterSupportTable {
  county: string
  matter: number
  unit: number
  part: Generated<string>
  position: Generated<number>
}
export interface MatterSourceTable {
  county: string
  matter: number
  document: number
  clause: string | null
  start_at: number
  end_at: number
  quote: string
}
export interface MatterSeenTable {
  key_matter: boolean | null
  line: Line | null
  issued_on: string | null
  pace: Pace | null
  overdue: boolean | null
  last_report_on: string | null
  closed_on: string | null
  county: string
  key: number
  matter: number
  state: State
  light: Light | null
  kind: Kind
  lead_unit: number | null
  leader: number | null
  deadline: string | null
  revision: number
}
export interface OnPaper {
  number: string | null
  by: string
  date: string
}
/** Actions of the loop, and what else a history tells. */
export type EventAction =
  | Action
  | 'draft'
  | 'edit'
  | 'split'
  | 'merge'
  | 'source'
  | 'adopt'
  | 'consent'
  | 'reorganise'
  | 'hand-over'
  | 'link'
  | 'unlink'
  | 'give-role'
  | 'match-unit'
export interface EventTable {
  county: string
  id: Id
  document: number | null
  matter: number | null
  action: EventAction
  at: Generated<string>
  account: number | null
  unit: number | null
  from_state: State | null
  to_state: State | null
  text: string | null
  as_of: string | null
  percent: number | null
  value: number | null
  evidence: Generated<number[]>
  on_paper: Json<OnPaper> | null
  details: Json<Record<string, unknown>>
}
export interface FileUseTable {
  county: string
  file: number
  matter: number
}
export interface AnswerTable {
  county: string
  id: Id
  matter: number
  unit: number
  role: 'lead' | 'support'
  opinion: Opinion | null
  text: string | null
  suggested_unit: number | null
  answered_at: string | null
  account: number | null
  on_paper: Generated<boolean>
  adopted: boolean | null
  adoption_note: string | null
}
export interface AuditTable {
  county: string
  id: Id
  era: number
  xid: number
  at: string
  account: number | null
  post: string | null
  request: string | null
  tbl: string
  op: 'I' | 'U' | 'D'
  row_key: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}
export interface AuditSealTable {
  county: string
  number: number
  from_era: number
  from_xid: number
  to_era: number
  to_xid: number
  row_count: number
  mac: string
  at: Generated<string>
}

export interface Database {
  county: CountyTable
  unit: UnitTable
  county_leader: CountyLeaderTable
  leader_term: LeaderTermTable
  lesson: LessonTable
  subject_key: SubjectKeyTable
  account: AccountTable
  idempotency: IdempotencyTable
  file: FileTable
  counter: CounterTable
  light_scheme: LightSchemeTable
  document: DocumentTable
  matter: MatterTable
  matter_support: MatterSupportTable
  matter_source: MatterSourceTable
  matter_seen: MatterSeenTable
  library_view: LibraryViewTable
  code_table: CodeTableTable
  code_name: CodeNameTable
  event: EventTable
  file_use: FileUseTable
  answer: AnswerTable
  audit: AuditTable
  audit_seal: AuditSealTable
  library_setting: LibrarySettingTable
  unit_sight: UnitSightTable
  library_table: LibraryTableTable
  own_library: OwnLibraryTable
  own_proposal: OwnProposalTable
  own_objection: OwnObjectionTable
  stage_step: StageStepTable
  stage_paper: StagePaperTable
  matter_record: MatterRecordTable
  event_record: EventRecordTable
  change_reason: ChangeReasonTable
  reveal: RevealTable
  record_file: RecordFileTable
  outline: OutlineTable
  library_import: LibraryImportTable
  import_row: ImportRowTable
  import_chunk: ImportChunkTable
  library_export: LibraryExportTable
  unit_name: UnitNameTable
  unit_heir: UnitHeirTable
  unit_change: UnitChangeTable
  hand_over: HandOverTable
}
