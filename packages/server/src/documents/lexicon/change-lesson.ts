import type { addAlias, restoreLesson, withdrawLesson } from '@yipanqi/model'
import type { IsoDate } from '@yipanqi/base'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../db/actor.ts'
import type { LessonTable } from '../../db/schema-lexicon.ts'
import type { Trx } from '../../db/with-actor.ts'
import { Fault, faults } from '../../http/fault.ts'
import { loadDirectory } from '../directory.ts'
import { keepLesson } from './keep-lesson.ts'

/** 撤回: the lesson stays in the list with its reason; no reading hears it any more. */
export function withdraw(
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof withdrawLesson>,
  on: IsoDate,
): Promise<void> {
  return setState(trx, actor, id, body.version, { state: 'withdrawn', reason: body.reason, changed_on: on })
}

export function restore(
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof restoreLesson>,
  on: IsoDate,
): Promise<void> {
  return setState(trx, actor, id, body.version, { state: 'in-use', reason: null, changed_on: on })
}

async function setState(
  trx: Trx,
  actor: Actor,
  id: number,
  version: number,
  set: { state: 'in-use' | 'withdrawn'; reason: string | null; changed_on: IsoDate },
): Promise<void> {
  const row = await trx
    .selectFrom('lesson')
    .select(['state', 'version'])
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw faults.notFound('条纠正')
  if (row.version !== version) throw faults.stale(row.version)
  if (row.state === set.state)
    throw new Fault(409, 'wrong-state', set.state === 'withdrawn' ? '这条已经撤回' : '这条正在用', {
      why: '别人刚刚办过，刷新后可见',
    })
  await trx
    .updateTable('lesson')
    .set({ ...set, changed_by: actor.account, version: sql`version + 1` })
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .execute()
}

/** 单位别名: what documents call one of the county's units. A name that the directory has already means that unit. */
export async function keepAlias(trx: Trx, actor: Actor, body: z.output<typeof addAlias>, on: IsoDate): Promise<void> {
  const directory = await loadDirectory(trx, actor.county, on)
  const unit = await trx
    .selectFrom('unit')
    .select('id')
    .where('county', '=', actor.county)
    .where('id', '=', body.unit)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  if (!unit) throw faults.invalid('没有这个单位', [{ path: 'unit', message: '请从单位目录里选' }])
  if (directory.find(body.name) !== null)
    throw new Fault(409, 'known-name', '单位目录里已经有这个叫法', {
      why: `“${body.name}”已是某个单位的名称或别名，不用再登记`,
    })
  const other = await aliasOf(trx, actor.county, body.name)
  if (other && other.to_unit !== body.unit)
    throw new Fault(409, 'known-name', '这个叫法已经登记给别的单位', { why: '请先撤回原来的那一条，再重新登记' })
  if (other) throw new Fault(409, 'known-name', '这个叫法已经登记过', { why: '同一单位的同一别名只登记一次' })
  await keepLesson(trx, actor, {
    kind: 'alias',
    words: [body.name],
    toUnit: body.unit,
    sample: body.name,
    document: null,
    on,
  })
}

function aliasOf(trx: Trx, county: string, name: string): Promise<Pick<LessonTable, 'to_unit'> | undefined> {
  return trx
    .selectFrom('lesson')
    .select('to_unit')
    .where('county', '=', county)
    .where('kind', '=', 'alias')
    .where('state', '=', 'in-use')
    .where('words', '=', sql<string[]>`${JSON.stringify([name])}::jsonb`)
    .executeTakeFirst()
}
