// One way into the lexicon: the same correction made again counts, what is taken back within its document goes.
import type { IsoDate } from '@yipanqi/base'
import type { LessonKind } from '@yipanqi/model'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'

export interface NewLesson {
  readonly kind: LessonKind
  readonly words: readonly string[]
  readonly beside?: readonly string[]
  readonly fromUnit?: number | null
  readonly toUnit?: number | null
  readonly fromWord?: string | null
  readonly toWord?: string | null
  readonly sample: string
  readonly document: number | null
  readonly on: IsoDate
}

/** Adds a lesson, or counts it where the county has it. One that somebody withdrew stays withdrawn. */
export async function keepLesson(trx: Trx, actor: Actor, lesson: NewLesson): Promise<void> {
  const words = lesson.words.filter((word) => word.length >= 2).slice(0, 8)
  if (words.length === 0) return
  await trx
    .insertInto('lesson')
    .values({
      county: actor.county,
      kind: lesson.kind,
      words: JSON.stringify(words),
      beside: JSON.stringify((lesson.beside ?? []).slice(0, 8)),
      from_unit: lesson.fromUnit ?? null,
      to_unit: lesson.toUnit ?? null,
      from_word: lesson.fromWord ?? null,
      to_word: lesson.toWord ?? null,
      sample: lesson.sample.slice(0, 200),
      document: lesson.document,
      account: actor.account,
      learned_on: lesson.on,
      reason: null,
      changed_by: null,
      changed_on: null,
      key: keyOf(lesson.kind, words, lesson),
    })
    .onConflict((c) =>
      c.columns(['county', 'key']).doUpdateSet((eb) => ({
        // Taken back by the clerk in passing, and now made after all: it begins anew.
        times: sql<number>`case when lesson.state = 'withdrawn' and lesson.changed_by is null then 1 else least(lesson.times + 1, 1000000) end`,
        state: sql<'in-use'>`case when lesson.changed_by is null then 'in-use' else lesson.state end`,
        reason: sql<string | null>`case when lesson.changed_by is null then null else lesson.reason end`,
        from_unit: eb.ref('excluded.from_unit'),
        from_word: eb.ref('excluded.from_word'),
        sample: eb.ref('excluded.sample'),
        document: eb.ref('excluded.document'),
        account: eb.ref('excluded.account'),
        learned_on: eb.ref('excluded.learned_on'),
        version: sql<number>`lesson.version + 1`,
      })),
    )
    .execute()
}

/** Words and outcome, whatever their order; what it was before is no part of it. */
function keyOf(
  kind: LessonKind,
  words: readonly string[],
  outcome: Pick<NewLesson, 'toUnit' | 'toWord' | 'beside'>,
): string {
  const said = kind === 'split' ? '' : (outcome.toWord ?? '')
  return [
    kind,
    [...words].sort().join('、'),
    [...(outcome.beside ?? [])].sort().join('、'),
    outcome.toUnit ?? '',
    said,
  ].join('|')
}

/** What a lesson said before. */
export interface Before {
  readonly unit: number | null
  readonly word: string | null
}

/**
 * What was learned of these words in this document a moment ago, out of use again; answers what it was before
 * (null where nothing was learned). A clerk who tries three units one after the other teaches the last alone.
 */
export async function takeBack(
  trx: Trx,
  actor: Actor,
  kind: LessonKind,
  document: number,
  words: readonly string[],
): Promise<Before | null> {
  const old = await trx
    .selectFrom('lesson')
    .select(['id', 'from_unit', 'from_word', 'times'])
    .where('county', '=', actor.county)
    .where('kind', '=', kind)
    .where('document', '=', document)
    .where('state', '=', 'in-use')
    .where('words', '=', sql<string[]>`${JSON.stringify(words)}::jsonb`)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!old) return null
  await trx
    .updateTable('lesson')
    .set({
      version: sql`version + 1`,
      ...(old.times > 1 ? { times: old.times - 1 } : { state: 'withdrawn', reason: '同一份文件里又改了' }),
    })
    .where('county', '=', actor.county)
    .where('id', '=', old.id)
    .execute()
  return { unit: old.from_unit, word: old.from_word }
}
