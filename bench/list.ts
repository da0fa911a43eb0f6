// GET /matters through session, row security, checks and log, beside a bare handler over the same tables in the same
// run. Usage: npm run bench:list -- DIR (a folder filled by `yipanqi bench seed`).
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { choosePlace } from '@yipanqi/server/db/launcher/place.ts'
import { runningPid } from '@yipanqi/server/db/launcher/start-database.ts'
import { buildIfStale } from '../scripts/build.mjs'
import { conditions, COUNTY, inTurn, signIn, start } from './drive.ts'

const only = process.env['BENCH_ONLY']

interface Ask {
  readonly name: string
  readonly account: 'bench-dispatcher' | 'bench-liaison'
  readonly query: string
}

const asks: Ask[] = [
  { name: '全县 状态+按时限', account: 'bench-dispatcher', query: 'state=under-way&sort=deadline' },
  {
    name: '全县 状态+按时限，封顶计数',
    account: 'bench-dispatcher',
    query: 'state=under-way&sort=deadline&count=capped',
  },
  { name: '全县 黄灯', account: 'bench-dispatcher', query: 'light=yellow&sort=deadline' },
  { name: '单位 牵头和配合', account: 'bench-liaison', query: 'sort=deadline' },
  { name: '单位 状态+按时限', account: 'bench-liaison', query: 'state=under-way&sort=deadline' },
  { name: '单位 状态，封顶计数', account: 'bench-liaison', query: 'state=under-way&sort=deadline&count=capped' },
  { name: '全县 搜名称（少见的词）', account: 'bench-dispatcher', query: `text=${encodeURIComponent('第77777项')}` },
  { name: '全县 搜名称（八分之一的行）', account: 'bench-dispatcher', query: `text=${encodeURIComponent('老旧小区')}` },
]

/** Both must answer the same rows, or their speeds say nothing. */
async function sameRows(ours: string, peers: string, headers: Record<string, string>): Promise<number> {
  const ids = async (url: string) => {
    const body = (await (await fetch(url, { headers })).json()) as { items: { id: number }[] }
    return body.items.map((i) => i.id)
  }
  const [one, other] = [await ids(ours), await ids(peers)]
  if (one.join() !== other.join()) throw new Error(`not the same rows: ${ours}\n${one.join()}\n${other.join()}`)
  return one.length
}

const data = process.argv[2]
if (!data) {
  console.error(
    'usage: npm run bench:list -- DIR   (fill it: npx --no-install yipanqi bench seed --matters N --data DIR)',
  )
  process.exit(2)
}
const root = resolve(import.meta.dirname, '..')
await buildIfStale({ web: false })
const product = await start([
  join(root, 'packages/server/dist/main.js'),
  'serve',
  '--port',
  '0',
  '--data',
  resolve(data),
])
const peer = await start(['--import', 'tsx', join(root, 'bench/bare.ts'), resolve(data), COUNTY])
const postmaster = runningPid(choosePlace(resolve(data))) ?? 0
try {
  console.log(conditions())
  console.log(
    'what | rows | product req/s | p97.5 ms | bare req/s | p97.5 ms | ratio | processor ms a request | bare | ratio',
  )
  for (const ask of asks.filter((a) => !only || a.name.includes(only))) {
    const { token, unit } = await signIn(product.url, ask.account)
    const headers = { Authorization: `Bearer ${token}` }
    const ours = `${product.url}/api/v1/matters?${ask.query}&limit=50`
    const peers = `${peer.url}/matters?${ask.query}${ask.account === 'bench-liaison' ? `&unit=${unit}` : ''}`
    const rows = await sameRows(ours, peers, headers)
    const { product: a, peer: b } = await inTurn(
      { url: ours, headers, pid: product.child.pid ?? 0 },
      { url: peers, headers: {}, pid: peer.child.pid ?? 0 },
      postmaster,
    )
    const failed = a.failed + b.failed > 0 ? `  FAILED ${a.failed}/${b.failed}` : ''
    console.log(
      `${ask.name} | ${rows} | ${a.rate.toFixed(0)} | ${a.p97_5} | ${b.rate.toFixed(0)} | ${b.p97_5} | ${(a.rate / b.rate).toFixed(2)} | ${a.cpu.toFixed(2)} | ${b.cpu.toFixed(2)} | ${(b.cpu / a.cpu).toFixed(2)}${failed}`,
    )
  }
  console.log(
    'not proved: behaviour over a network, with a cold cache, while others write, with more than one county of this size,\n' +
      'or on other hardware. The titles are alike, so that the search meets more equal words than a real county has.',
  )
} finally {
  peer.child.kill('SIGTERM')
  product.child.kill('SIGTERM')
  await Promise.race([new Promise((settle) => product.child.once('exit', settle)), wait(20_000)])
}
