// 纠正词库, as Kysely sees it. Held against the migrated database by schema.test.ts.
import type { LessonKind, LessonState } from '@yipanqi/model'
import type { Generated, JSONColumnType } from 'kysely'

type Json<T> = JSONColumnType<T & object, string, string>
type Id = Generated<number>

export interface LessonTable {
  county: string
  id: Id
  kind: LessonKind
  words: Json<string[]>
  beside: Json<string[]>
  from_unit: number | null
  to_unit: number | null
  from_word: string | null
  to_word: string | null
  sample: Generated<string>
  times: Generated<number>
  document: number | null
  account: number | null
  learned_on: string
  state: Generated<LessonState>
  reason: string | null
  changed_by: number | null
  changed_on: string | null
  key: string
  version: Generated<number>
}
