// Files as clerks bring them, and the steps of an import by HTTP.
import type { Import, ImportRows } from '@yipanqi/model/libraries/index.ts'
import { creditCodeCheck, organizationCodeCheck } from '@yipanqi/base'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readSheet } from '../../sheets/read-sheet.ts'
import type { SheetColumn, SheetRow, SheetValue } from '../../sheets/types.ts'
import { writeWorkbook } from '../../sheets/write-workbook.ts'
import type { Client } from '../../testing/harness.ts'

/** A sound 统一社会信用代码, the n-th of a county. */
export function codeOf(county: string, n: number): string {
  const own = `MA${String(n).padStart(6, '0')}`
  const first = `91${county}${own}${organizationCodeCheck(own) ?? ''}`
  return first + (creditCodeCheck(first) ?? '')
}

export async function xlsxOf(
  columns: readonly (string | SheetColumn)[],
  rows: readonly (readonly SheetValue[])[],
  head: readonly string[] = [],
): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const path = join(folder, 'file')
    async function* each() {
      yield* rows
    }
    await writeWorkbook(createWriteStream(path), [
      { name: '表', columns: columns.map((c) => (typeof c === 'string' ? { title: c } : c)), rows: each(), head },
    ])
    return readFile(path)
  })
}

export const csvOf = (rows: readonly (readonly string[])[]): Uint8Array =>
  Buffer.from(`\uFEFF${rows.map((r) => r.join(',')).join('\r\n')}`)

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'import-test-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Rows of a workbook that was downloaded. */
export async function rowsOf(response: Response): Promise<SheetRow[]> {
  const bytes = Buffer.from(await response.arrayBuffer())
  return inFolder(async (folder) => {
    const path = join(folder, 'file')
    await writeFile(path, bytes)
    const out: SheetRow[] = []
    for await (const rows of readSheet(path)) out.push(...rows)
    return out
  })
}

export const textsOf = (row: SheetRow | undefined): string[] => (row?.cells ?? []).map((cell) => cell?.text ?? '')

export function formOf(bytes: Uint8Array, name: string): FormData {
  const form = new FormData()
  form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], name))
  return form
}

export const send = (client: Client, library: string, bytes: Uint8Array, name = '企业.xlsx'): Promise<Response> =>
  client.raw(`/libraries/${library}/imports`, { method: 'POST', body: formOf(bytes, name) })

/** Uploads and waits until it is read. */
export async function upload(client: Client, library: string, bytes: Uint8Array, name = '企业.xlsx'): Promise<Import> {
  const sent = await send(client, library, bytes, name)
  const body = (await sent.json()) as Import
  if (sent.status !== 201) throw new Error(`upload: ${sent.status} ${JSON.stringify(body)}`)
  return settled(client, library, body.id)
}

/** The import when nothing works on it any more. */
export async function settled(client: Client, library: string, id: number): Promise<Import> {
  for (let i = 0; i < 400; i += 1) {
    const { body } = await client.get<Import>(`/libraries/${library}/imports/${id}`)
    if (!['uploaded', 'reading', 'committing'].includes(body.state)) return body
    await wait(25)
  }
  throw new Error(`import ${id} does not settle`)
}

export async function rowsIn(client: Client, found: Import, only = ''): Promise<ImportRows> {
  const { body } = await client.get<ImportRows>(`/libraries/${found.library}/imports/${found.id}/rows?limit=200${only}`)
  return body
}

export async function commit(client: Client, found: Import, rows: 'all' | 'valid' = 'all'): Promise<Import> {
  const answer = await client.post<Import>(`/libraries/${found.library}/imports/${found.id}/commit`, {
    version: found.version,
    rows,
  })
  if (answer.status !== 200) throw new Error(`commit: ${answer.status} ${JSON.stringify(answer.body)}`)
  return settled(client, found.library, found.id)
}
