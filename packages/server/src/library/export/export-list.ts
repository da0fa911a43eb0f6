// Exactly what a list shows, as a file: the same filter, search, order and columns, the whole set.
import { stageColumn, type exportQuery, type Field } from '@yipanqi/model/libraries/index.ts'
import type { Writable } from 'node:stream'
import type { z } from 'zod'
import type { Session } from '../../auth/session.ts'
import type { House } from '../../house.ts'
import { loadNames } from '../../people.ts'
import type { SheetColumn, SheetValue } from '../../sheets/types.ts'
import { writeCsv } from '../../sheets/write-csv.ts'
import { writeWorkbook } from '../../sheets/write-workbook.ts'
import type { Ledger } from '../ledger.ts'
import { askOf } from '../list/ask.ts'
import { hasRevision } from '../list/columns.ts'
import { readColumns } from '../list/list-records.ts'
import { readSort } from '../list/sort.ts'
import { stageName } from '../records/record-row.ts'
import { requireInLibrary } from '../records/refuse-record.ts'
import type { Trx } from '../../db/with-actor.ts'
import { exportNames } from './export-names.ts'
import { readSet, type SetRow } from './read-set.ts'
import { cellOf, ladderColumns, sheetColumn } from './sheet-columns.ts'

export type ExportQuery = z.output<typeof exportQuery>

/** What a form makes of a set: its columns, and the cells of each batch. */
export interface SheetForm {
  readonly title: string
  readonly columns: readonly SheetColumn[]
  /** Fields to read. */
  readonly fields: readonly string[]
  rows(trx: Trx, batch: readonly SetRow[]): Promise<readonly (readonly SheetValue[])[]>
}

/** Columns of the list itself: those that were asked for, the ladder's beside them. */
export function listForm(session: Session, ledger: Ledger, fields: readonly string[]): SheetForm {
  const { library } = ledger
  const names = exportNames(library, fields)
  const ladder = ladderColumns(library)
  return {
    title: library.name,
    columns: [...fields.map((name) => sheetColumn(library.fields[name] as Field)), ...ladder.map((l) => l.column)],
    fields,
    async rows(trx, batch) {
      await names.gather(
        trx,
        session.actor,
        batch.map((r) => r.values),
      )
      return batch.map((row) => [
        ...fields.map((name) => cellOf(library.fields[name] as Field, row.values[name] ?? null, names.nameOf)),
        ...ladder.map(({ name }) => (name === stageColumn ? stageName(library, row.stage) : row.stageSince)),
      ])
    },
  }
}

export async function exportList(
  house: House,
  session: Session,
  ledger: Ledger,
  query: ExportQuery,
  formOf: (trx: Trx) => SheetForm,
  out: Writable,
): Promise<void> {
  const { actor } = session
  await house.db.withActor(actor, async (trx) => {
    await requireInLibrary(trx, actor, ledger.library, 'export')
    const form = formOf(trx)
    const sort = readSort(ledger.library, query.sort, { revision: hasRevision(ledger) })
    const asked = await askOf(trx, actor, ledger, query)
    let count = 0
    async function* rows(): AsyncGenerator<readonly SheetValue[]> {
      for await (const batch of readSet(house, trx, actor, ledger, asked, sort, form.fields)) {
        count += batch.length
        yield* await form.rows(trx, batch)
      }
    }
    const sheet = {
      name: form.title,
      columns: form.columns,
      rows: rows(),
      head: await headLines(house, trx, session, form),
    }
    await (query.format === 'csv' ? writeCsv(out, sheet) : writeWorkbook(out, [sheet]))
    await trx
      .insertInto('library_export')
      .values({
        county: actor.county,
        library: ledger.library.id,
        account: actor.account,
        unit: actor.unit,
        format: query.format,
        query: JSON.stringify(keptQuery(query)),
        row_count: count,
      })
      .execute()
  })
}

/** Who and when stand in the file itself, with its mark (导出一律注明谁、何时，带“内部资料”标). */
async function headLines(house: House, trx: Trx, session: Session, form: SheetForm): Promise<string[]> {
  const { actor } = session
  const names = await loadNames(house, trx, actor.county, [actor.account])
  const unit = await trx
    .selectFrom('unit')
    .select('name')
    .where('county', '=', actor.county)
    .where('id', '=', actor.unit)
    .executeTakeFirst()
  const who = (actor.account !== null && names.get(actor.account)) || session.name
  return [
    `${session.countyName}${form.title}`,
    `内部资料　导出人：${unit?.name ?? ''}${who}　导出时间：${beijing(house.clock.now())}`,
  ]
}

const beijing = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(at)

function keptQuery({ filter, search, sort, columns, removed, form }: ExportQuery): Record<string, string> {
  const asked = { filter, search, sort, columns, removed, form }
  return Object.fromEntries(Object.entries(asked).filter((e): e is [string, string] => typeof e[1] === 'string'))
}

export const exportFields = (ledger: Ledger, query: ExportQuery): readonly string[] =>
  readColumns(ledger, query.columns)
