// 100,000 firms of 20 columns brought in through the door and taken out again: uploaded, checked, written, exported; the
// same file with a fault in every row; the same rows by COPY beside. What it does not prove: anything of a ledger that
// holds a million rows already, or of a disk that is slower than this one.
// Usage: npm run bench:import [-- DIR]   (a folder that is filled on the way; default: a fresh one that goes afterwards)
// BENCH_ROWS: other than 100,000. BENCH_PROFILE: a folder for processor profiles of the server and its threads.
import { creditCodeCheck, organizationCodeCheck } from '@yipanqi/base'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Import } from '@yipanqi/model/libraries/index.ts'
import { readConfig } from '@yipanqi/server/config/read-config.ts'
import { choosePlace } from '@yipanqi/server/db/launcher/place.ts'
import { runningPid } from '@yipanqi/server/db/launcher/start-database.ts'
import { openGround } from '@yipanqi/server/ground.ts'
import { copyLine, copyRows } from '@yipanqi/server/seed/copy-rows.ts'
import { readSheet } from '@yipanqi/server/sheets/read-sheet.ts'
import type { SheetValue } from '@yipanqi/server/sheets/types.ts'
import { writeWorkbook } from '@yipanqi/server/sheets/write-workbook.ts'
import { buildIfStale } from '../scripts/build.mjs'
import { processorTime } from './processor-time.ts'

const rows = Number(process.env['BENCH_ROWS'] ?? 100_000)
const root = resolve(import.meta.dirname, '..')
const given = process.argv[2]
const data = given ? resolve(given) : mkdtempSync(join(tmpdir(), 'bench-import-'))

const columns = [
  '企业名称',
  '统一社会信用代码',
  '经营状态',
  '行业',
  '登记类型',
  '控股情况',
  '成立日期',
  '注册资本（万元）',
  '法定代表人',
  '所属乡镇',
  '注册地址',
  '用地方式',
  '用地面积（亩）',
  '规模类型',
  '四上类别',
  '数据年度',
  '营业收入（万元）',
  '入库税金（万元）',
  '从业人员',
  '备注',
]
const stems = ['青禾机械', '安泰纺织', '博远建材', '重阳食品', '星河电子', '金穗粮油', '宝丰物流', '沃野农业']
const people = ['周明远', '李想', '王建国', '赵一鸣', '孙立', '钱多', '吴越', '郑重']

function codeOf(n: number): string {
  const own = `MA${String(n).padStart(6, '0')}`
  const first = `91000999${own}${organizationCodeCheck(own) ?? ''}`
  return first + (creditCodeCheck(first) ?? '')
}

function* firms(broken: boolean): Generator<SheetValue[]> {
  for (let n = 0; n < rows; n += 1) {
    const code = codeOf(n)
    yield [
      `${stems[n % 8]}第${n}号有限公司`,
      // A check character that is wrong in every row.
      broken ? code.slice(0, 17) + (code.endsWith('0') ? '1' : '0') : code,
      ['在营', '停产', '筹建'][n % 3] ?? '',
      ['C1351', 'C14', 'F51', 'C3012'][n % 4] ?? '',
      '有限责任公司',
      '私人控股',
      `20${10 + (n % 16)}-0${1 + (n % 9)}-1${n % 10}`,
      `${(n % 900) + 100}.5`,
      people[n % 8] ?? '',
      `压测县第${1 + (n % 16)}局`,
      `青石路${n}号`,
      '自有',
      `${(n % 60) + 1}.25`,
      ['大型', '中型', '小型', '微型'][n % 4] ?? '',
      '规上工业',
      '2025',
      `${(n * 7) % 90_000}.75`,
      `${(n * 3) % 9_000}.5`,
      String(n % 500),
      `第${n}户`,
    ]
  }
}

async function makeFile(path: string, broken: boolean): Promise<void> {
  const figures = new Set([7, 12, 16, 17])
  const sheet = {
    name: '企业',
    columns: columns.map((title, i) => ({
      title,
      ...(i === 6
        ? { format: 'date' }
        : figures.has(i)
          ? { format: '#,##0.00' }
          : i === 18 || i === 15
            ? { format: '0' }
            : {}),
    })),
    rows: (async function* () {
      yield* firms(broken)
    })(),
  }
  await writeWorkbook(createWriteStream(path), [sheet])
}

function start(args: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, YIPANQI_LOG: 'warn' },
  })
  return new Promise((settle, reject) => {
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('"level":50')) process.stderr.write(chunk)
      const url = /listening (http:\S+)/.exec(chunk.toString())?.[1]
      if (url) settle({ child, url })
    })
  })
}

/** Highest peak so far among the server and the processes that answer the web, MB: one of them does the import. */
function peakOf(server: number): number {
  const children = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').trim().split(' ').filter(Boolean)
  const own = [String(server), ...children].map((pid) => readFileSync(`/proc/${pid}/status`, 'utf8'))
  const peaks = own
    .filter((status) => !/^Name:\s+postgres/.test(status))
    .map((status) => Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
  return Math.round(Math.max(...peaks) / 1024)
}

let headers: Record<string, string> = {}
let base = ''
const libraryPath = '/api/v1/libraries/enterprises'

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(base + path, { ...init, headers: { ...headers, ...(init.headers as object) } })
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${(await answer.text()).slice(0, 500)}`)
  return (await answer.json()) as T
}

async function settled(id: number): Promise<Import> {
  for (;;) {
    const now = await ask<Import>(`${libraryPath}/imports/${id}`)
    if (!['uploaded', 'reading', 'committing'].includes(now.state)) return now
    await wait(100)
  }
}

let program = 0
let postmaster = 0
async function step<T>(name: string, work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const began = performance.now()
  const before = processorTime(program, postmaster)
  const result = await work()
  const seconds = (performance.now() - began) / 1000
  const after = processorTime(program, postmaster)
  const used = before === null || after === null ? Number.NaN : (after - before) / 1000
  console.log(
    `${name.padEnd(30)} ${seconds.toFixed(1).padStart(6)} s   ${used.toFixed(1).padStart(6)} s of processor   peak ${peakOf(program)} MB`,
  )
  return { result, seconds }
}

async function upload(path: string): Promise<Import> {
  const form = new FormData()
  form.set('file', new File([readFileSync(path)], '企业.xlsx'))
  const made = await ask<Import>(`${libraryPath}/imports`, { method: 'POST', body: form })
  const read = await settled(made.id)
  if (read.state !== 'preview') throw new Error(JSON.stringify(read.problem))
  return read
}

async function commit(read: Import): Promise<Import> {
  await ask(`${libraryPath}/imports/${read.id}/commit`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ version: read.version, rows: 'all' }),
  })
  const done = await settled(read.id)
  if (done.state !== 'done') throw new Error(JSON.stringify(done.problem))
  return done
}

async function asOwner(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const ground = await openGround(readConfig({}, { dataDir: data }))
  const client = new pg.Client(ground.owner ?? ground.app)
  await client.connect()
  await work(client)
  await client.end()
  await ground.embedded?.stop()
}

const plainColumns = columns.map((_, i) => `c${i}`)
const makePlain = (client: pg.Client) =>
  client.query(`create temp table plain (${plainColumns.map((name) => `${name} text`).join(', ')})`)

/** The texts into a table without indexes or triggers. */
const rawCopy = () =>
  asOwner(async (client) => {
    await makePlain(client)
    await copyRows(
      client,
      'plain',
      plainColumns,
      (function* () {
        for (const row of firms(false)) yield copyLine(row as string[])
      })(),
    )
  })

/** What a handler does that checks nothing: our reader, and COPY. */
const bareHandler = () =>
  asOwner(async (client) => {
    await makePlain(client)
    for await (const batch of readSheet(files.sound))
      await copyRows(
        client,
        'plain',
        plainColumns,
        batch.map(({ cells }) => copyLine(columns.map((_, i) => cells[i]?.text ?? ''))),
      )
  })

/** The same records once more by one statement of plain SQL, with all indexes and triggers of the ledger; undone. */
const rawInsert = () =>
  asOwner(async (client) => {
    await client.query('begin')
    await client.query(`select set_config('app.county', (select county from enterprise limit 1), true)`)
    const { rows: found } = await client.query<{ list: string }>(
      `select string_agg(quote_ident(attname), ', ') as list from pg_attribute
       where attrelid = 'enterprise'::regclass and attnum > 0 and not attisdropped and attname not in ('id', 'credit_code', 'revision')`,
    )
    const list = found[0]?.list
    await client.query(
      `insert into enterprise (credit_code, ${list}) select 'again' || id, ${list} from enterprise limit ${rows}`,
    )
    await client.query('rollback')
  })

/** The audit is sealed and the planner told after the clerk has his answer: waited for, so that no step pays for another's. */
async function untilIdle(): Promise<void> {
  for (let quiet = 0; quiet < 3; ) {
    const before = processorTime(program, postmaster)
    await wait(1000)
    const after = processorTime(program, postmaster)
    if (before === null || after === null) return
    quiet = after - before < 100 ? quiet + 1 : 0
  }
}

await buildIfStale({ web: false })
const main = join(root, 'packages/server/dist/main.js')
const seeded = spawnSync(process.execPath, [main, 'bench', 'seed', '--matters', '100', '--data', data], {
  encoding: 'utf8',
})
// A folder of an earlier run has its county already.
if (seeded.status !== 0 && !seeded.stderr.includes('已经有了')) throw new Error(seeded.stderr)
const files = { sound: join(data, 'sound.xlsx'), broken: join(data, 'broken.xlsx') }
await makeFile(files.sound, false)
await makeFile(files.broken, true)

const profile = process.env['BENCH_PROFILE']
const flags = profile ? ['--cpu-prof', '--cpu-prof-dir', resolve(profile)] : []
const server = await start([...flags, main, 'serve', '--port', '0', '--data', data])
try {
  base = server.url
  program = server.child.pid ?? 0
  postmaster = runningPid(choosePlace(data)) ?? 0
  const body = JSON.stringify({ account: 'bench-dispatcher', password: 'bench-password-1', token: true })
  const { token } = await ask<{ token: string }>('/api/v1/sessions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  })
  headers = { Authorization: `Bearer ${token}` }
  console.log(
    `${new Date().toISOString().slice(0, 10)}  Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${loadavg()[0]?.toFixed(1)}\n` +
      `${rows} × ${columns.length}, ${(statSync(files.sound).size / 1e6).toFixed(1)} MB .xlsx`,
  )
  const read = await step('upload → preview', () => upload(files.sound))
  const done = await step('commit → done', () => commit(read.result))
  const total = read.seconds + done.seconds
  console.log(`validated and committed: ${total.toFixed(1)} s (bar 15), ${JSON.stringify(done.result.counts)}`)
  await step('afterwards: seal, statistics', untilIdle)
  const broken = await step('broken: upload → preview', () => upload(files.broken))
  console.log(`broken: ${JSON.stringify(broken.result.counts)}`)
  const again = await step('the same file again', () => upload(files.sound))
  console.log(`again: ${JSON.stringify(again.result.counts)}`)
  await step('export .xlsx', async () => {
    const wanted = encodeURIComponent(
      'name,creditCode,operation,industry,registration,holding,foundedOn,capital,legalPerson,township,registeredAddress,tenure,land,scale,aboveScale,dataYear,revenue,tax,staff,remarks',
    )
    const answer = await fetch(`${base}${libraryPath}/export?sort=name&columns=${wanted}`, { headers })
    console.log(`${((await answer.arrayBuffer()).byteLength / 1e6).toFixed(1)} MB`)
  })
  await step('bare handler: read, COPY', bareHandler)
  await step('COPY into a bare table', rawCopy)
  await step('SQL into the ledger itself', rawInsert)
  console.log(`load at the end ${loadavg()[0]?.toFixed(1)}`)
} finally {
  server.child.removeAllListeners('exit')
  server.child.kill('SIGTERM')
  await new Promise((settle) => server.child.once('exit', settle))
  if (!given) rmSync(data, { recursive: true, force: true })
}
