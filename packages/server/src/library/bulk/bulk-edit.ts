// One change of many records: first what it would do, then exactly that. The token is a digest of the rows and versions
// that were shown; when anything of it has moved meanwhile nothing is written.
import { createHash } from 'node:crypto'
import type { BulkEdit, BulkPreview, Field, Value, Values } from '@yipanqi/model/libraries/index.ts'
import { mayWithRecord } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { Fault, faults } from '../../http/fault.ts'
import type { Ledger } from '../ledger.ts'
import { askOf } from '../list/ask.ts'
import { rowsFrom } from '../list/rows-from.ts'
import { contextOf } from '../records/change-record.ts'
import { findKeyHolders, keySentence } from '../records/check-keys.ts'
import { findBrokenReferences } from '../records/check-references.ts'
import { findOutOfSight } from '../records/check-sight.ts'
import { checkValues, refuseFields } from '../records/check-values.ts'
import { factsOf } from '../records/get-record.ts'
import { loadRecordNames } from '../records/record-names.ts'
import { loadRows, plainValues, titleOf, type RecordRow } from '../records/record-row.ts'
import { requireInLibrary } from '../records/refuse-record.ts'
import { writeRecords } from '../records/write-records.ts'
import { showSealed } from '../sealed.ts'

const most = 10_000
const shownExamples = 5
const shownRefusals = 200

interface Planned {
  readonly values: Values
  readonly changes: readonly { readonly row: RecordRow; readonly before: Values; readonly after: Values }[]
  readonly unchanged: number
  readonly refused: readonly { readonly id: number; readonly title: string; readonly why: string }[]
  readonly token: string
}

export async function previewBulk(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  edit: BulkEdit,
): Promise<BulkPreview> {
  const plan = await planBulk(house, trx, actor, ledger, edit, false)
  const touched = Object.keys(plan.values)
  const examples = plan.changes.slice(0, shownExamples).map(({ row, before, after }) => ({
    id: row.id,
    title: titleOf(ledger.library, before),
    before: pick(before, touched),
    after: pick(after, touched),
  }))
  return {
    count: plan.changes.length,
    unchanged: plan.unchanged,
    refused: plan.refused.slice(0, shownRefusals),
    examples,
    names: await loadRecordNames(
      trx,
      actor,
      ledger.library,
      examples.flatMap((e) => [e.before, e.after]),
    ),
    token: plan.token,
  }
}

export async function carryOutBulk(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  edit: BulkEdit,
  token: string,
): Promise<{ changed: number; unchanged: number }> {
  const plan = await planBulk(house, trx, actor, ledger, edit, true)
  if (plan.token !== token)
    throw new Fault(409, 'changed-meanwhile', '预览之后有记录变了，没有修改任何一条', {
      why: '有人改过其中的记录，或筛选出的记录多了少了；请重新预览',
    })
  const writes = plan.changes.map(({ row }) => ({ id: row.id, version: row.version, values: plan.values }))
  const written = await writeRecords(trx, actor, ledger, writes, contextOf(house, edit.reason))
  const changed = written.filter((w) => w.done === 'changed').length
  return { changed, unchanged: plan.unchanged + written.length - changed }
}

async function planBulk(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  edit: BulkEdit,
  lock: boolean,
): Promise<Planned> {
  const { library } = ledger
  await requireInLibrary(trx, actor, library, 'bulk')
  const values = checkBulkValues(ledger, edit)
  const [broken] = await findBrokenReferences(trx, actor, library, [values])
  refuseFields(broken ?? [])
  const ids = await findIds(trx, actor, ledger, edit)
  const rows = [...(await loadRows(trx, actor, ledger, ids, lock)).values()]
  const sealed = Object.keys(values).filter((name) => library.fields[name]?.sealed)
  const shown = sealed.length === 0 ? [] : await showSealed(trx, actor.county, library, rows, house.master, sealed)
  const pairs = rows.map((row, i) => {
    const before: Values = { ...plainValues(ledger, row), ...shown[i] }
    return { row, before, after: { ...before, ...values } as Values }
  })
  const moving = pairs.filter(({ before }) => Object.entries(values).some(([name, v]) => differs(before[name], v)))
  const whys = await findRefusals(trx, actor, ledger, moving)
  const changes = moving.filter((_, i) => whys[i] === null)
  const refused = moving.flatMap(({ row, before }, i) => {
    const why = whys[i] ?? null
    return why === null ? [] : [{ id: row.id, title: titleOf(library, before), why }]
  })
  const token = digest([
    library.id,
    values,
    edit.reason,
    changes.map(({ row }) => [row.id, row.version]),
    refused.map((r) => r.id),
  ])
  return { values, changes, unchanged: pairs.length - moving.length, refused, token }
}

function checkBulkValues({ library }: Ledger, edit: BulkEdit): Values {
  const values = checkValues(library, edit.values, {})
  const names = Object.keys(values)
  if (names.length === 0) throw faults.invalid('没有要改的内容', [{ path: 'values', message: '请至少选一栏' }])
  const wrong = names.flatMap((name) => {
    const field = library.fields[name] as Field
    if (field.sealed === 'masked')
      return [{ path: `values.${name}`, message: `“${field.label}”是各自的号码，不能批量改` }]
    if (library.unique.some((key) => key.length === 1 && key[0] === name) && values[name] !== null)
      return [{ path: `values.${name}`, message: `“${field.label}”每条各不相同，不能批量改` }]
    return []
  })
  refuseFields(wrong)
  return values
}

async function findIds(trx: Trx, actor: Actor, ledger: Ledger, edit: BulkEdit): Promise<number[]> {
  if (edit.ids !== undefined) return [...new Set(edit.ids)]
  const from = rowsFrom(ledger, actor, await askOf(trx, actor, ledger, edit))
  const { rows } = await sql<{ id: number }>`select r.id ${from} order by r.id limit ${sql.lit(most + 1)}`.execute(trx)
  if (rows.length > most)
    throw new Fault(422, 'too-many', `一次最多改 ${most.toLocaleString('zh-CN')} 条`, {
      why: '筛选出的记录太多，没有修改任何一条；请加上筛选条件分几次改',
    })
  return rows.map((r) => r.id)
}

/** Why each row cannot be changed; null: it can. */
async function findRefusals(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  pairs: readonly { readonly row: RecordRow; readonly after: Values }[],
): Promise<(string | null)[]> {
  const after = pairs.map((p) => p.after)
  const hidden = await findOutOfSight(trx, actor, ledger.library, after)
  const held = new Map(
    (
      await findKeyHolders(
        trx,
        actor,
        ledger,
        after,
        pairs.map((p) => p.row.id),
      )
    ).map((h) => [h.at, h]),
  )
  const taken = new Set<string>()
  return pairs.map(({ row, after: values }, i) => {
    if (row.removed !== null) return '已移出台账'
    if (!mayWithRecord(actor, ledger.library, factsOf(row), 'edit')) return '不归您所在单位管'
    if (hidden[i]) return '改了以后就不在您的范围内了'
    const holder = held.get(i)
    if (holder) return keySentence(ledger, holder, values)
    for (const key of ledger.library.unique) {
      if (key.some((name) => (values[name] ?? null) === null)) continue
      const text = JSON.stringify([key, key.map((name) => values[name])])
      if (taken.has(text)) return '改了以后会与另一条重复'
      taken.add(text)
    }
    return null
  })
}

const differs = (a: Value | undefined, b: Value | undefined): boolean =>
  JSON.stringify(a ?? null) !== JSON.stringify(b ?? null)
const pick = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? null]))
const digest = (parts: unknown): string => createHash('sm3').update(JSON.stringify(parts)).digest('hex')
