// What each row would do: a new record, a change, nothing, or something that stands in its way. Everything that could
// refuse it later is asked here, set by set, so that it can be told at its row.
import {
  mayInLibrary,
  mayWithRecord,
  type ImportAction,
  type ImportProblem,
  type Library,
  type Value,
  type Values,
} from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { Ledger } from '../ledger.ts'
import { findKeyHolders, keySentence } from '../records/check-keys.ts'
import { findOutOfSight } from '../records/check-sight.ts'
import { factsOf } from '../records/get-record.ts'
import { firstColumn, loadRows, plainValues, stageName, titleOf, type RecordRow } from '../records/record-row.ts'
import { openCells, sealedFields } from '../sealed.ts'
import { findTargets, isFilled, isUnique, type Target } from './find-targets.ts'
import { ownWay } from './own-way.ts'
import { problem, type Reading, type ReadRow } from './read-row.ts'

export interface PlannedRow {
  readonly row: ReadRow
  readonly action: ImportAction
  /** What would be written: of a new record all that is filled, of a change the fields that differ. */
  readonly values: Values
  readonly stage?: { readonly stage?: string; readonly since?: string }
  readonly target: number | null
  readonly targetVersion: number | null
  readonly errors: readonly ImportProblem[]
  readonly warnings: readonly ImportProblem[]
  readonly keys: readonly string[]
  readonly toldBy: number | null
}

export interface PlanContext {
  readonly trx: Trx
  readonly actor: Actor
  readonly ledger: Ledger
  readonly master: Uint8Array
  readonly today: string
  readonly readings: readonly Reading[]
}

interface Draft {
  readonly row: ReadRow
  readonly target: Target
  readonly stands: RecordRow | null
  /** As the record would stand. */
  after: Values
  /** Of a change: what differs. */
  values: Values
  readonly errors: ImportProblem[]
  readonly warnings: ImportProblem[]
}

export async function planRows(context: PlanContext, rows: readonly ReadRow[]): Promise<PlannedRow[]> {
  const { trx, actor, ledger } = context
  const own = ownWay(ledger.library.id)
  if (own) return own.plan(context, rows)
  const targets = await findTargets(
    trx,
    actor,
    ledger,
    rows.map((r) => r.values),
  )
  // What cannot be written anyway is not held against its record: a file with a fault in every row is told as soon.
  const ids = [
    ...new Set(targets.flatMap((t, i) => (typeof t.id === 'number' && rows[i]?.errors.length === 0 ? [t.id] : []))),
  ]
  const standing = await loadRows(trx, actor, ledger, ids)
  const opened = await openStanding(context, standing, rows, targets)
  const drafts = rows.map((row, i) => draftOf(context, row, targets[i] as Target, standing, opened))
  await checkSight(context, drafts)
  await checkKeys(context, drafts)
  return drafts.map((draft) => finish(ledger.library, draft))
}

/** What stands sealed where the file brings a value for it: the same name is no change. */
async function openStanding(
  { trx, actor, ledger: { library }, master }: PlanContext,
  standing: ReadonlyMap<number, RecordRow>,
  rows: readonly ReadRow[],
  targets: readonly Target[],
): Promise<Map<number, Record<string, Value>>> {
  const fields = sealedFields(library)
  const cells = rows.flatMap((row, i) => {
    const id = targets[i]?.id
    const stands = typeof id === 'number' ? standing.get(id) : undefined
    return stands
      ? fields.flatMap((field) => {
          const sealed = stands[firstColumn(library, field)]
          return field in row.values && sealed instanceof Uint8Array ? [{ id: stands.id, field, sealed }] : []
        })
      : []
  })
  const out = new Map<number, Record<string, Value>>()
  const values = await openCells(trx, actor.county, library.id, cells, master)
  for (const [i, { id, field }] of cells.entries()) {
    const of = out.get(id) ?? {}
    of[field] = values[i] ?? null
    out.set(id, of)
  }
  return out
}

function draftOf(
  context: PlanContext,
  row: ReadRow,
  target: Target,
  standing: ReadonlyMap<number, RecordRow>,
  opened: ReadonlyMap<number, Record<string, Value>>,
): Draft {
  const { ledger, actor } = context
  const { library } = ledger
  const stands = typeof target.id === 'number' ? (standing.get(target.id) ?? null) : null
  const before: Values = stands ? { ...plainValues(ledger, stands), ...opened.get(stands.id) } : {}
  const values = stands
    ? Object.fromEntries(Object.entries(row.values).filter(([name, value]) => !same(value, before[name])))
    : withoutEmpty(row.values)
  const draft: Draft = {
    row,
    target,
    stands,
    after: stands ? { ...before, ...values } : values,
    values,
    errors: [...row.errors],
    warnings: [...row.warnings],
  }
  const tell = (field: string | null, message: string) =>
    draft.errors.push(problem(library, context.readings, field, message))
  const keyField = library.matchKeys[target.by]?.[0] ?? null
  if (target.id === 'several') tell(keyField, `库里有几条都对得上，分不清是哪一条，请填${keyWords(library)}`)
  else if (target.id === 'hidden') tell(keyField, '已由另一条不在您可见范围内的记录占用，没有权限改')
  else if (stands) {
    if (!mayWithRecord(actor, library, factsOf(stands), 'edit'))
      tell(null, `“${titleOf(library, before)}”不归您所在单位管，不能改`)
    if (row.stage !== undefined && row.stage !== stands.stage)
      draft.warnings.push(
        problem(
          library,
          context.readings,
          '@stage',
          `阶段不从表格改，仍是“${stageName(library, stands.stage) ?? ''}”，请在记录里进阶`,
        ),
      )
  } else if (target.id === null && !mayInLibrary(actor, library, 'create')) tell(null, `您不能新增${library.noun}`)
  for (const name of requiredOf(library)) {
    const asked = stands || typeof target.id === 'number' ? name in values : true
    const told = row.errors.some((e) => e.field === name)
    if (asked && !told && (draft.after[name] ?? null) === null) tell(name, stands ? '是必填的，不能清空' : '要填')
  }
  return draft
}

/** Most rows have no 清空, and are then taken as they are. */
const withoutEmpty = (values: Values): Values =>
  Object.values(values).every((value) => value !== null)
    ? values
    : Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

const required = new WeakMap<Library, readonly string[]>()

/** Asked of every row. */
function requiredOf(library: Library): readonly string[] {
  const known = required.get(library)
  if (known) return known
  const names = Object.keys(library.fields).filter((name) => {
    const field = library.fields[name]
    return field?.required && !field.system
  })
  required.set(library, names)
  return names
}

/** 统一社会信用代码、企业名称: the keys that tell records apart. */
const keyWords = (library: Library): string =>
  library.matchKeys.map((key) => key.map((name) => library.fields[name]?.label).join('加')).join('或')

/** Whoever brings a record in must still see it: otherwise the database would refuse it at the end. */
async function checkSight({ trx, actor, ledger: { library }, readings }: PlanContext, drafts: readonly Draft[]) {
  const writing = drafts.filter((d) => writes(d))
  const hidden = await findOutOfSight(
    trx,
    actor,
    library,
    writing.map((d) => d.after),
  )
  const labels = library.audience.units.map((name) => library.fields[name]?.label).join('、')
  for (const [i, draft] of writing.entries())
    if (hidden[i])
      draft.errors.push(
        problem(
          library,
          readings,
          library.audience.units[0] ?? null,
          `${labels}里要有您所在的单位，否则要由台账管理单位导入`,
        ),
      )
}

/** A unique key that another record holds. Rows that were looked up by this very key have been asked already. */
async function checkKeys(context: PlanContext, drafts: readonly Draft[]): Promise<void> {
  const { trx, actor, ledger, readings } = context
  const { library } = ledger
  const asking = drafts.filter(
    (d) =>
      writes(d) &&
      library.unique.some(
        (key) =>
          isFilled(d.after, key) &&
          (d.stands ? key.some((name) => name in d.values) : library.matchKeys[d.target.by]?.join() !== key.join()),
      ),
  )
  if (asking.length === 0) return
  const held = await findKeyHolders(
    trx,
    actor,
    ledger,
    asking.map((d) => d.after),
    asking.map((d) => d.stands?.id),
  )
  for (const holder of held) {
    const draft = asking[holder.at] as Draft
    draft.errors.push(problem(library, readings, holder.key[0] ?? null, keySentence(ledger, holder, draft.after)))
  }
}

const writes = (draft: Draft): boolean =>
  draft.errors.length === 0 && (draft.stands === null || Object.keys(draft.values).length > 0)

function finish(library: Library, draft: Draft): PlannedRow {
  const { row, stands, target, errors } = draft
  const action: ImportAction =
    errors.length > 0 ? 'invalid' : stands === null ? 'new' : Object.keys(draft.values).length > 0 ? 'change' : 'same'
  const by = library.matchKeys[target.by]
  return {
    row,
    action,
    values: draft.values,
    ...(stands === null && (row.stage !== undefined || row.stageSince !== undefined)
      ? { stage: { ...(row.stage ? { stage: row.stage } : {}), ...(row.stageSince ? { since: row.stageSince } : {}) } }
      : {}),
    target: typeof target.id === 'number' ? target.id : null,
    targetVersion: stands?.version ?? null,
    errors,
    warnings: draft.warnings,
    keys: keysOf(library, draft),
    toldBy: target.id === null && by && !isUnique(library, by) ? target.by : null,
  }
}

/** What no other row of the file may say: the record that it changes, its unique keys, and its own first key. */
function keysOf(library: Library, { target, after }: Draft): string[] {
  const by = library.matchKeys[target.by]
  const keys = [...library.unique, ...(target.id === null && by && !isUnique(library, by) ? [by] : [])]
  const out = keys
    .filter((key) => isFilled(after, key))
    .map((key) => `${key.join('+')}=${JSON.stringify(key.map((name) => after[name]))}`)
  return typeof target.id === 'number' ? [`#${target.id}`, ...out] : out
}

export const same = (a: Value | undefined, b: Value | undefined): boolean =>
  a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
