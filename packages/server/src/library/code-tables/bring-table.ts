// The county's own file replaces its table as a whole, or nothing is replaced and every wrong row is told.
import {
  codeTableWords,
  readDivisionTable,
  readIndustryTable,
  type CodeTableId,
} from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requirePost } from '../../accounts/require-post.ts'
import type { Actor } from '../../db/actor.ts'
import { refuseMarked } from '../../documents/refuse-marked.ts'
import { refuse, UploadError } from '../../files/upload-error.ts'
import type { House } from '../../house.ts'
import { Fault } from '../../http/fault.ts'
import { mendText } from '../../http/whole-text.ts'
import { findHeader } from '../../sheets/find-header.ts'
import { readHeadInThread, readSheetInThread } from '../../sheets/read-in-thread.ts'
import { forgetNames } from '../list/kept-names.ts'
import { codesOf, columnsOf, headsOf, type CodeProblem, type CodeRow } from './rows-of-sheet.ts'

export const keepersOfTables = ['dispatcher', 'system-admin'] as const
const headRows = 60
/** Beyond these the file is another one; the tables' own bounds are lower. */
const mostRows = 60_000
const mostTold = 100

export interface CodeFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Throws 403; 415, 413, 422 for the file; 422 with the wrong rows in `fields`. */
export async function bringTable(house: House, actor: Actor, table: CodeTableId, file: CodeFile): Promise<void> {
  requirePost(actor, keepersOfTables, `换${codeTableWords[table]}代码表`)
  refuseMarked('', file.name)
  const read = await inPlace(file, (path) => readCodeRows(table, path, file.name))
  const { names, counts } = checked(table, read)
  const sm3 = house.files.put(file.bytes)
  await house.db.withActor(actor, async (trx) => {
    const row = {
      file_name: mendText(file.name.slice(0, 200)),
      sm3,
      counts,
      row_count: names.length,
      account: actor.account,
    }
    // The row is held first: of two files at once the later one stands, whole.
    await trx
      .insertInto('code_table')
      .values({ county: actor.county, tbl: table, ...row })
      .onConflict((on) =>
        on
          .columns(['county', 'tbl'])
          .doUpdateSet({ ...row, loaded_at: sql<string>`now()`, version: sql<number>`code_table.version + 1` }),
      )
      .execute()
    await trx.deleteFrom('code_name').where('county', '=', actor.county).where('tbl', '=', table).execute()
    await sql`
      insert into code_name (county, tbl, code, name)
      select ${actor.county}, ${table}, v.code, v.name
      from jsonb_to_recordset(${JSON.stringify(names.map(([code, name]) => ({ code, name })))}::jsonb) as v(code text, name text)`.execute(
      trx,
    )
    forgetNames(actor.county)
  })
}

/** The file in a place that is gone afterwards: what is refused leaves nothing. */
async function inPlace<T>(file: CodeFile, act: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'yipanqi-codes-'))
  try {
    const path = join(folder, randomUUID())
    await writeFile(path, file.bytes, { mode: 0o600 })
    return await act(path)
  } catch (error) {
    if (error instanceof UploadError) throw new Fault(error.status, error.code, error.message, { why: error.why })
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface ReadRows {
  readonly rows: CodeRow[]
  readonly problems: CodeProblem[]
}

async function readCodeRows(table: CodeTableId, path: string, name: string): Promise<ReadRows> {
  const head = await readHeadInThread(path, { name }, headRows)
  refuseMarked(head.rows.map((r) => r.cells.flatMap((c) => c?.text ?? []).join(' ')).join('\n'), name)
  const header = findHeader(head.rows, headsOf(table), head.merges)
  const columns = header && columnsOf(table, header)
  if (!header || !columns)
    throw refuse(
      'empty',
      '没有找到“代码”和“名称”两栏，没有更换。',
      table === 'industry' ? '表头要有“代码”“名称”，或“门类”“大类”“中类”“小类”“类别名称”' : '表头要有“区划代码”“名称”',
    )
  const out: ReadRows = { rows: [], problems: [] }
  for await (const batch of readSheetInThread(path, { name, sheet: head.sheet })) {
    for (const row of batch) {
      if (row.row <= header.lastHeadRow) continue
      const { rows, problem } = codesOf(columns, row)
      out.rows.push(...rows)
      if (problem) out.problems.push(problem)
    }
    if (out.rows.length > mostRows)
      throw refuse('too-large', `表里超过 ${mostRows} 行，没有更换。`, '请只留本县用得着的')
  }
  return out
}

/** What goes into the table: for industries only the levels that do not ship. */
function checked(table: CodeTableId, { rows, problems }: ReadRows): { names: [string, string][]; counts: string } {
  if (table === 'industry') {
    const read = readIndustryTable(rows)
    if (!read.ok || problems.length > 0) throw wrongRows(table, rows, problems, read.ok ? [] : read.problems)
    const [, , groups, classes] = read.table.counts
    return {
      names: filled([...read.table.names].filter(([code]) => code.length > 3)),
      counts: `${groups} 中类、${classes} 小类`,
    }
  }
  const read = readDivisionTable(rows)
  if (!read.ok || problems.length > 0) throw wrongRows(table, rows, problems, read.ok ? [] : read.problems)
  const names = [...read.table.names]
  const of = (length: number): number => names.filter(([code]) => code.length === length).length
  const words = [
    [names.filter(([code]) => code.length <= 6).length, '县级及以上'],
    [of(9), '乡镇级'],
    [of(12), '村级'],
  ] as const
  return { names: filled(names), counts: words.flatMap(([n, word]) => (n > 0 ? `${n} ${word}` : [])).join('、') }
}

function filled(names: [string, string][]): [string, string][] {
  if (names.length > 0) return names
  throw new Fault(422, 'empty', '表里没有可用的代码，没有更换', {
    why: '门类、大类系统里已有，要的是中类、小类；行政区划要有乡镇、村的代码。请检查是不是另一张工作表',
  })
}

function wrongRows(
  table: CodeTableId,
  rows: readonly CodeRow[],
  problems: readonly CodeProblem[],
  checkedProblems: readonly { row: number; message: string }[],
): Fault {
  const all = [...problems, ...checkedProblems.map(({ row, message }) => ({ row: rows[row]?.row ?? 0, message }))].sort(
    (a, b) => a.row - b.row,
  )
  const more = all.length > mostTold ? `；只列前 ${mostTold} 处` : ''
  return new Fault(422, 'wrong-rows', `${codeTableWords[table]}有 ${all.length} 处不对，没有更换`, {
    why: `请按行改好后整张重传${more}`,
    fields: all.slice(0, mostTold).map(({ row, message }) => ({ path: `第 ${row} 行`, message })),
  })
}
