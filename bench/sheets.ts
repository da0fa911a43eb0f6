// Reads and writes 100,000 × 20 as .xlsx and .csv. Each step runs in a process of its own, so that its peak memory is its
// own. What this does not show: validation and the database (bench/import.ts).
import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSheetInThread } from '@yipanqi/server/sheets/read-in-thread.ts'
import { readSheet } from '@yipanqi/server/sheets/read-sheet.ts'
import type { SheetColumn, SheetToWrite, SheetValue } from '@yipanqi/server/sheets/types.ts'
import { writeCsv } from '@yipanqi/server/sheets/write-csv.ts'
import { writeWorkbook } from '@yipanqi/server/sheets/write-workbook.ts'

const count = Number(process.env.ROWS ?? 100_000)
const units = ['发展和改革局', '工业和信息化局', '财政局', '自然资源局', '农业农村局']

const columns: SheetColumn[] = Array.from({ length: 20 }, (_, index) => {
  const format = index % 5 === 3 ? '#,##0.00' : index % 5 === 4 ? 'date' : 'text'
  return { title: `第${index + 1}列`, format }
})

function* values(): Generator<SheetValue[]> {
  for (let row = 0; row < count; row++) {
    yield columns.map((_, index) => {
      if (index % 5 === 3) return `${row * 7 + index}.25`
      if (index % 5 === 4) return `20${10 + (row % 16)}-0${1 + (index % 9)}-1${row % 10}`
      if (index % 5 === 2) return units[(row + index) % units.length] ?? ''
      return index % 5 === 1
        ? `91350${String(row * 31 + index).padStart(13, '0')}`
        : `青禾县第${row}号企业有限公司${index}`
    })
  }
}

function sheet(): SheetToWrite {
  return { name: '企业库', columns, rows: asAsync(values()), head: ['企业库'], footer: ['导出人：张三'] }
}

async function* asAsync<T>(rows: Iterable<T>): AsyncGenerator<T> {
  yield* rows
}

async function step(name: string, path: string): Promise<void> {
  const began = performance.now()
  let cells = 0
  if (name === 'write xlsx') await writeWorkbook(createWriteStream(path), [sheet()])
  else if (name === 'write csv') await writeCsv(createWriteStream(path), sheet())
  else {
    const batches = name.startsWith('thread') ? readSheetInThread(path) : readSheet(path)
    for await (const rows of batches) for (const row of rows) cells += row.cells.length
  }
  const seconds = (performance.now() - began) / 1000
  const used = process.resourceUsage()
  const processor = (used.userCPUTime + used.systemCPUTime) / 1_000_000
  const peak = used.maxRSS / 1024
  process.stdout.write(
    `${name.padEnd(15)} ${seconds.toFixed(2).padStart(6)} s  ${processor.toFixed(2).padStart(6)} s of processor  `,
  )
  process.stdout.write(`${peak.toFixed(0).padStart(4)} MB peak  `)
  process.stdout.write(cells > 0 ? `${cells} cells\n` : `${(statSync(path).size / 1_048_576).toFixed(1)} MB file\n`)
}

const [, , name, path] = process.argv
if (name && path) await step(name, path)
else {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'))
  for (const kind of ['xlsx', 'csv']) {
    for (const verb of ['write', 'read', 'thread read']) {
      const args = [...process.execArgv, fileURLToPath(import.meta.url), `${verb} ${kind}`, join(folder, `t.${kind}`)]
      spawnSync(process.execPath, args, { stdio: 'inherit' })
    }
  }
  rmSync(folder, { recursive: true })
}
