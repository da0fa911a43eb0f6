// Libraries whose records come about by their own actions: an import plans by the rules of these actions and writes
// through them, so that a spreadsheet opens no side door.
import type { ImportProblem, Values } from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { accountsWay } from './accounts-way.ts'
import type { PlanContext, PlannedRow } from './plan-rows.ts'
import { problem, type ReadRow } from './read-row.ts'
import type { StagedRow } from './staging.ts'
import { unitsWay } from './units-way.ts'

export interface WriteOwn {
  readonly house: House
  readonly trx: Trx
  readonly actor: Actor
  /** Which file, and why. */
  readonly reason: string
}

export interface OwnWay {
  /** Rows speak of each other: the whole file is planned and written at once, and may hold this many. */
  readonly whole?: number
  plan(context: PlanContext, rows: readonly ReadRow[]): Promise<PlannedRow[]>
  write(context: WriteOwn, rows: readonly StagedRow[]): Promise<void>
}

const ways: Readonly<Record<string, OwnWay>> = { units: unitsWay, accounts: accountsWay }

export const ownWay = (library: string): OwnWay | null =>
  Object.hasOwn(ways, library) ? (ways[library] ?? null) : null

/** A row on its way to a plan. */
export interface OwnDraft {
  readonly row: ReadRow
  readonly errors: ImportProblem[]
  readonly warnings: ImportProblem[]
  tell(field: string | null, message: string): void
  warn(field: string | null, message: string): void
}

export function draftsOf({ ledger: { library }, readings }: PlanContext, rows: readonly ReadRow[]): OwnDraft[] {
  return rows.map((row) => {
    const [errors, warnings] = [[...row.errors], [...row.warnings]]
    return {
      row,
      errors,
      warnings,
      tell: (field, message) => void errors.push(problem(library, readings, field, message)),
      warn: (field, message) => void warnings.push(problem(library, readings, field, message)),
    }
  })
}

/** Of a new record: what has to be filled. */
export function requireFilled({ ledger: { library } }: PlanContext, draft: OwnDraft): void {
  for (const [name, field] of Object.entries(library.fields))
    if (field.required && (draft.row.values[name] ?? null) === null && !draft.row.errors.some((e) => e.field === name))
      draft.tell(name, '要填')
}

export interface Standing {
  readonly id: number
  readonly version: number
}

export function planned(
  { row, errors, warnings }: OwnDraft,
  stands: Standing | null,
  values: Values,
  keys: readonly string[],
): PlannedRow {
  const change = Object.keys(values).length > 0
  return {
    row,
    action: errors.length > 0 ? 'invalid' : stands === null ? 'new' : change ? 'change' : 'same',
    values,
    target: stands?.id ?? null,
    targetVersion: stands?.version ?? null,
    errors,
    warnings,
    keys: stands ? [`#${stands.id}`, ...keys] : keys,
    toldBy: null,
  }
}
