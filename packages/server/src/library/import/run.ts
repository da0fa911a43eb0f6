// The background of imports: one step of one import at a time. A step is ordered by the state of its row, so it can be
// taken up by any process after any crash; two at once on one import are kept apart by a lock that ends with its holder.
import { sql } from 'kysely'
import { UploadError } from '../../files/upload-error.ts'
import type { House } from '../../house.ts'
import { Fault } from '../../http/fault.ts'
import { systemActor, type Actor } from '../../db/actor.ts'
import type { ImportTrouble } from '../../db/schema-library.ts'
import type { Ledger } from '../ledger.ts'
import { loadLedger } from '../load-ledger.ts'
import { actorOf } from './actor-of.ts'
import { announceImport } from './announce.ts'
import { countRows } from './clashes.ts'
import { commitRows, MovedOn } from './commit-rows.ts'
import { moveImport, type ImportRecord } from './import-row.ts'
import { Busy, holdImport } from './hold-import.ts'
import { Cancelled, openProgress } from './progress.ts'
import { layOut, noHead, readFile, readHeadOf } from './read-file.ts'
import { replan } from './replan.ts'
import { eraseKey } from './staging.ts'

/** Imports at work in this process at once: two cores, one of them the database's. */
const mostRunning = 2
const running = new Map<string, AbortController>()
/** At work, or waiting for their turn; true where a step was ordered meanwhile. */
const taken = new Map<string, boolean>()
const waiting: (() => void)[] = []
let working = 0

/**
 * Takes the import's next step soon; returns at once. Called inside the request that ordered the step: the step waits
 * for the row, so it sees what that request committed, or nothing to do.
 */
export function runSoon(house: House, county: string, id: number): void {
  setImmediate(() => {
    runImport(house, county, id).catch((error: Error) =>
      house.log.error({ county, import: id, error: error.message }, 'import'),
    )
  })
}

/** Imports that this process has in hand. */
export const importsInHand = (): number => taken.size

/** Ends what this process is doing for an import. */
export function stopImport(county: string, id: number): void {
  running.get(`${county}/${id}`)?.abort(new Cancelled('cancelled'))
}

/** Imports that a stopped process left in the middle. */
export async function resumeImports(house: House): Promise<void> {
  const { rows } = await house.db.pool.query<{ county: string; id: number }>('select county, id from open_imports()')
  for (const { county, id } of rows) if (!taken.has(`${county}/${id}`)) await runImport(house, county, id, true)
}

export async function runImport(house: House, county: string, id: number, resumed = false): Promise<void> {
  const key = `${county}/${id}`
  if (taken.has(key)) {
    taken.set(key, true)
    return
  }
  taken.set(key, false)
  await takeTurn()
  try {
    const controller = new AbortController()
    running.set(key, controller)
    try {
      for (;;) {
        taken.set(key, false)
        const row = await load(house, county, id)
        if (row ? !(await step(house, county, row, controller, resumed)) : !taken.get(key)) return
      }
    } finally {
      running.delete(key)
    }
  } finally {
    taken.delete(key)
    endTurn()
  }
}

async function takeTurn(): Promise<void> {
  if (working < mostRunning) working += 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
}

/** A turn is handed on, not given back: otherwise a newcomer could slip in between. */
function endTurn(): void {
  const next = waiting.shift()
  if (next) next()
  else working -= 1
}

/**
 * The import if it has a step to take. Waits for whoever is just changing it: so the row is found by its key alone, and
 * what it says is looked at when it is held.
 */
async function load(house: House, county: string, id: number): Promise<ImportRecord | null> {
  const row = await house.db.withActor(systemActor(county, `import:${id}`), (trx) =>
    trx
      .selectFrom('library_import')
      .selectAll()
      .where('county', '=', county)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  )
  return row && ['uploaded', 'reading', 'committing'].includes(row.state) ? row : null
}

/** False: another process is at it. */
async function step(
  house: House,
  county: string,
  row: ImportRecord,
  controller: AbortController,
  resumed: boolean,
): Promise<boolean> {
  try {
    if (row.state !== 'committing') await read(house, county, row, controller)
    else if (resumed) await requireIdle(house, county, row.id)
    else await commit(house, county, row, controller)
  } catch (error) {
    if (error instanceof Busy) return false
    await settle(house, county, row, error)
  }
  return true
}

/** Nobody works on it any more: what was being written ended with its process. */
async function requireIdle(house: House, county: string, id: number): Promise<never> {
  await house.db.withActor(systemActor(county, `import:${id}`), (trx) => holdImport(trx, county, id))
  throw interrupted
}

/** Why an import that was being written when the process ended stands in preview again. */
const interrupted = new Fault(409, 'interrupted', '写入途中系统停过一次，一条也没有写入', {
  why: '写入要么全部完成，要么一条不写；请核对后再提交一次',
})

async function personOf(house: House, county: string, row: ImportRecord): Promise<Actor> {
  const actor = row.account === null ? null : await actorOf(house, county, row.account, `import:${row.id}`)
  if (actor) return actor
  throw new Fault(403, 'account-ended', '上传人的账号已停用，没有导入', { why: '请由在岗的人重新上传' })
}

const ledgerOf = (house: House, actor: Actor, row: ImportRecord): Promise<Ledger> =>
  house.db.withActor(actor, (trx) => loadLedger(trx, actor, row.library))

async function read(house: House, county: string, row: ImportRecord, controller: AbortController): Promise<void> {
  const actor = await personOf(house, county, row)
  const ledger = await ledgerOf(house, actor, row)
  const progress = openProgress(house, county, row.id, 'reading', controller)
  const began = row.header ? { row: {}, set: {} } : await layOutFile(house, actor, ledger, row, controller.signal)
  if (!began) return withoutHead(house, actor, row)
  const now = { ...row, ...began.row }
  await house.db.withActor(actor, async (trx) => {
    const moved = await moveImport(trx, county, row.id, [row.state], { state: 'reading', done: 0, ...began.set })
    if (!moved) progress.stop()
    await announceImport(trx, county, row.id)
  })
  controller.signal.throwIfAborted()
  try {
    await readFile(house, actor, ledger, now as ImportRecord, progress)
  } finally {
    await progress.settled()
  }
  await house.db.withActor(actor, (trx) => announceImport(trx, county, row.id))
}

async function layOutFile(house: House, actor: Actor, { library }: Ledger, row: ImportRecord, signal: AbortSignal) {
  const sheet = await readHeadOf(house, row, signal)
  const layout = await house.db.withActor(actor, (trx) => layOut(trx, actor, library, sheet, house.clock.today()))
  if (!layout) return null
  return {
    row: { header: layout.head, columns: layout.columns, sheet: sheet.sheet },
    set: {
      header: JSON.stringify(layout.head),
      columns: JSON.stringify(layout.columns),
      sheets: JSON.stringify(sheet.sheets),
      sheet: sheet.sheet,
      total: Math.max(0, sheet.rowsAbout - layout.head.lastRow),
    },
  }
}

/** The clerk may still say where the head stands. */
async function withoutHead(house: House, actor: Actor, row: ImportRecord): Promise<void> {
  const { code, message, why } = noHead()
  await house.db.withActor(actor, async (trx) => {
    await moveImport(trx, row.county, row.id, ['uploaded', 'reading'], {
      state: 'preview',
      counts: JSON.stringify(await countRows(trx, row.county, row.id)),
      problem: JSON.stringify({ code, message, why }),
    })
    await announceImport(trx, row.county, row.id)
  })
}

/** So many records change what the planner should know of their table. */
const many = 1000

async function commit(house: House, county: string, row: ImportRecord, controller: AbortController): Promise<void> {
  const actor = await personOf(house, county, row)
  const progress = openProgress(house, county, row.id, 'committing', controller)
  try {
    await commitRows(house, actor, await ledgerOf(house, actor, row), row, progress)
  } finally {
    await progress.settled()
  }
  if ((row.counts?.new ?? 0) + (row.counts?.change ?? 0) < many) return
  await house.db
    .withActor(actor, (trx) => sql`select library_settle(${row.library})`.execute(trx))
    .catch((error: Error) => house.log.warn({ import: row.id, error: error.message }, 'settle'))
}

/** After a step that threw: the state says what happened. Where it did succeed after all, done stays done. */
async function settle(house: House, county: string, row: ImportRecord, error: unknown): Promise<void> {
  if (error instanceof Cancelled) return
  const system = systemActor(county, `import:${row.id}`)
  if (row.state === 'committing') {
    const problem = await whyNotWritten(house, county, row, error)
    await house.db.withActor(system, async (trx) => {
      const counts = await countRows(trx, county, row.id)
      await moveImport(trx, county, row.id, ['committing'], {
        state: 'preview',
        chosen: null,
        counts: JSON.stringify(counts),
        problem: JSON.stringify(problem),
      })
      await announceImport(trx, county, row.id)
    })
    return
  }
  await house.db.withActor(system, async (trx) => {
    await eraseKey(trx, county, row.id)
    await moveImport(trx, county, row.id, ['uploaded', 'reading'], {
      state: 'failed',
      problem: JSON.stringify(troubleOf(house, row, error)),
      finished_at: house.clock.now().toISOString(),
    })
    await announceImport(trx, county, row.id)
  })
}

function troubleOf(house: House, row: ImportRecord, error: unknown): ImportTrouble {
  if (error instanceof UploadError) return { code: error.code, message: error.message, why: error.why }
  if (error instanceof Fault) return { code: error.code, message: error.message, why: error.details.why ?? '' }
  house.log.error({
    county: row.county,
    import: row.id,
    error: (error as Error).message,
    stack: (error as Error).stack,
  })
  return {
    code: 'internal',
    message: '系统出错，没有写入任何一条',
    why: `已经记入日志（导入编号 ${row.id}），请再试一次；还不行请告诉系统管理员`,
  }
}

/** Rows that stand otherwise than they were shown are planned anew before the clerk looks again. */
async function whyNotWritten(house: House, county: string, row: ImportRecord, error: unknown): Promise<ImportTrouble> {
  const clash = error instanceof Fault && ['duplicate', 'stale', 'not-found'].includes(error.code)
  if (!(error instanceof MovedOn) && !clash) return troubleOf(house, row, error)
  const actor = await personOf(house, county, row)
  const ledger = await ledgerOf(house, actor, row)
  const rows = await house.db.withActor(actor, async (trx) => {
    const { rows: all } = await sql<{ row: number }>`
      select row from import_row where county = ${county} and import = ${row.id} and action <> 'invalid'
        ${error instanceof MovedOn ? sql`and row = any (${[...error.rows]}::int[])` : sql``} order by row`.execute(trx)
    return replan(
      house,
      trx,
      actor,
      ledger,
      row,
      all.map((r) => r.row),
    )
  })
  const named = rows.slice(0, 10).join('、')
  return {
    code: 'moved-on',
    message: '预览之后台账变了，一条也没有写入',
    why:
      rows.length === 0
        ? '有人刚刚登记了同样的内容；已经重新核对，请再看一遍后提交'
        : `第 ${named} 行${rows.length > 10 ? `等 ${rows.length} 行` : ''}对应的记录被别人改过；已经重新核对，请再看一遍后提交`,
  }
}
