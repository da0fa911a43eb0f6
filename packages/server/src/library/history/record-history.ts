// 变更记录: what changed, field by field in words, who did it, when and why.
import { postWords, type Post } from '@yipanqi/model'
import type { Change, Field, Library, Value } from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { loadNames } from '../../people.ts'
import type { Ledger } from '../ledger.ts'
import { tiesOfRecord } from '../links/ties.ts'
import { getRow } from '../records/get-record.ts'
import { loadRecordNames, nameFinder } from '../records/record-names.ts'
import { stageName } from '../records/record-row.ts'
import { refuseFirm } from '../records/refuse-record.ts'
import { loadChanges, replay, valueIn, valuesIn, type State } from './fold.ts'

type Names = ReturnType<typeof nameFinder>
type FieldChange = Change['fields'][number]

/** Newest first. Throws 404 for a record that the actor does not see. */
export async function recordHistory(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
): Promise<{ items: Change[] }> {
  const { library } = ledger
  const row = await getRow(trx, actor, ledger, id)
  refuseFirm(actor)
  const steps = replay(row, await loadChanges(trx, library.id, id))
  const people = await loadNames(
    house,
    trx,
    actor.county,
    steps.map((s) => s.change.account),
  )
  const states = steps.flatMap((s) => (s.before ? [s.before, s.after] : [s.after]))
  const names = nameFinder(
    await loadRecordNames(
      trx,
      actor,
      library,
      states.map((s) => valuesIn(ledger, s)),
    ),
  )
  const items = steps.map(
    ({ change, before, after }): Change => ({
      id: change.id,
      at: change.at,
      op: change.op,
      who: change.account === null ? '系统' : (people.get(change.account) ?? null),
      post: change.post === null ? null : (postWords[change.post as Post] ?? null),
      reason: change.reason,
      fields: [...ownFields(library, before, after), ...fieldChanges(ledger, before, after, names)],
    }),
  )
  // A change of nothing that a reader knows (version, audience) is no news.
  const told = items.filter((c) => c.op !== 'U' || c.fields.length > 0).toReversed()
  const ties = (await tiesOfRecord(house, trx, actor, ledger, id)).toReversed()
  return { items: [...told, ...ties].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)) }
}

function fieldChanges(ledger: Ledger, before: State | null, after: State, names: Names): FieldChange[] {
  return Object.entries(ledger.library.fields).flatMap(([name, field]): FieldChange[] => {
    const [old, now] = [valueIn(ledger, name, before), valueIn(ledger, name, after)]
    if (JSON.stringify(old) === JSON.stringify(now)) return []
    const words = field.sealed
      ? sealedWords(old, now)
      : { before: say(field, old, names), after: say(field, now, names) }
    return [{ name, label: field.label, ...words }]
  })
}

/** The value itself is never told: neither as it was nor as it is. */
function sealedWords(old: Value, now: Value): { before: string; after: string } {
  if (now === null) return { before: '已登记', after: '已清除' }
  return old === null ? { before: '', after: '已登记' } : { before: '已登记', after: '已变更' }
}

function say(field: Field, value: Value, names: Names): string {
  if (value === null) return ''
  const text = field.format(value, names)
  return field.unit ? `${text} ${field.unit}` : text
}

/** What every ledger has beside its fields. */
function ownFields(library: Library, before: State | null, after: State): FieldChange[] {
  const own: [string, string, (v: unknown) => string][] = [
    ['stage', library.ladder?.name ?? '阶段', (v) => stageName(library, v as string | null) ?? ''],
    ['stage_since', '进入阶段日期', (v) => (v as string | null) ?? ''],
    ['removed', '移出台账', (v) => (v as string | null) ?? ''],
  ]
  return own.flatMap(([name, label, words]) => {
    if ((!library.ladder && name !== 'removed') || library.handmade) return []
    const [old, now] = [words(before?.[name] ?? null), words(after[name] ?? null)]
    return old === now ? [] : [{ name, label, before: old, after: now }]
  })
}
