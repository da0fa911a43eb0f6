// A ledger's list, record, sums and search through session, row security, checks and log, beside a bare handler over the
// same tables in the same run. Usage: npm run bench:library -- DIR (filled by `yipanqi bench seed --enterprises N`).
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { choosePlace } from '@yipanqi/server/db/launcher/place.ts'
import { runningPid } from '@yipanqi/server/db/launcher/start-database.ts'
import { buildIfStale } from '../scripts/build.mjs'
import { conditions, COUNTY, inTurn, signIn, start } from './drive.ts'

const only = process.env['BENCH_ONLY']
const base = '/api/v1/libraries/enterprises'

interface Ask {
  readonly name: string
  readonly account: 'bench-dispatcher' | 'bench-liaison'
  /** Paths below the product and below the peer. */
  readonly product: string
  readonly peer: string
}

const filter = (field: string, is: string, value: string): string =>
  `filter=${encodeURIComponent(JSON.stringify({ field, is, value }))}`
const idle = filter('operation', 'eq', '停产')
const list = (name: string, account: Ask['account'], product: string, peer: string): Ask => ({
  name,
  account,
  product: `${base}/records?limit=50&${product}`,
  peer: `/enterprises?${peer}`,
})

const asks: Ask[] = (['bench-dispatcher', 'bench-liaison'] as const).flatMap((account) => {
  const who = account === 'bench-dispatcher' ? '全县' : '乡镇（1.5%）'
  const words = (text: string): Ask =>
    list(
      `${who} 搜“${text}”`,
      account,
      `search=${encodeURIComponent(text)}&sort=-updated`,
      `search=${encodeURIComponent(text)}&sort=-updated`,
    )
  return [
    list(
      `${who} 停产，营收从高到低，封顶计数`,
      account,
      `${idle}&sort=-revenue&count=capped`,
      `operation=停产&sort=-revenue&count=1`,
    ),
    list(`${who} 停产，营收从高到低`, account, `${idle}&sort=-revenue`, `operation=停产&sort=-revenue`),
    list(
      `${who} 行业 C13 下，名称`,
      account,
      `${filter('industry', 'under', 'C13')}&sort=name`,
      `industry=C13&sort=name`,
    ),
    list(`${who} 名称排序`, account, 'sort=name', 'sort=name'),
    list(`${who} 最近变动，封顶计数`, account, 'sort=-updated&count=capped', 'sort=-updated&count=1'),
    words('青禾'),
    words('第77777'),
    words('机械'),
    words('q'),
    words('qhjx'),
    { name: `${who} 一条记录`, account, product: `${base}/records/{id}`, peer: '/enterprises/{id}' },
  ]
})
asks.push({
  name: '全县 月 × 乡镇 汇总',
  account: 'bench-dispatcher',
  product: `${base}/rollups/founded`,
  peer: '/founded',
})

interface Answer {
  readonly items?: readonly { readonly id: number }[]
  readonly rows?: readonly unknown[]
}

const read = async (url: string, headers: Record<string, string>): Promise<Answer> => {
  const answer = await fetch(url, { headers })
  if (!answer.ok) throw new Error(`${answer.status} ${url} ${await answer.text()}`)
  return (await answer.json()) as Answer
}

/** Both must answer the same rows, or their speeds say nothing. */
async function sameRows(ours: string, peers: string, headers: Record<string, string>): Promise<number> {
  const [one, other] = [await read(ours, headers), await read(peers, headers)]
  const told = (a: Answer) => a.items?.map((i) => i.id).join() ?? String(a.rows?.length ?? 1)
  if (told(one) !== told(other)) throw new Error(`not the same rows: ${ours}\n${told(one)}\n${told(other)}`)
  return one.items?.length ?? one.rows?.length ?? 1
}

const data = process.argv[2]
if (!data) {
  console.error(
    'usage: npm run bench:library -- DIR   (fill it: npx --no-install yipanqi bench seed --enterprises N --data DIR)',
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
const peer = await start(['--import', 'tsx', join(root, 'bench/bare-library.ts'), resolve(data), COUNTY])
const postmaster = runningPid(choosePlace(resolve(data))) ?? 0
try {
  console.log(conditions())
  console.log(
    'what | rows | product req/s | p97.5 ms | bare req/s | p97.5 ms | ratio | one alone ms | processor ms a request | bare | ratio',
  )
  for (const ask of asks.filter((a) => !only || a.name.includes(only))) {
    const { token, unit } = await signIn(product.url, ask.account)
    const headers = { Authorization: `Bearer ${token}` }
    const first = (await read(`${product.url}${base}/records?limit=1&sort=id`, headers)).items?.[0]?.id ?? 0
    const ours = product.url + ask.product.replace('{id}', String(first))
    const narrow = ask.account === 'bench-liaison' && ask.peer.includes('?') ? `&unit=${unit}` : ''
    const peers = peer.url + encodeURI(ask.peer.replace('{id}', String(first))).replaceAll('%25', '%') + narrow
    const rows = await sameRows(ours, peers, headers)
    const alone = await aloneMs(ours, headers)
    const { product: a, peer: b } = await inTurn(
      { url: ours, headers, pid: product.child.pid ?? 0 },
      { url: peers, headers: {}, pid: peer.child.pid ?? 0 },
      postmaster,
    )
    const failed = a.failed + b.failed > 0 ? `  FAILED ${a.failed}/${b.failed}` : ''
    console.log(
      `${ask.name} | ${rows} | ${a.rate.toFixed(0)} | ${a.p97_5} | ${b.rate.toFixed(0)} | ${b.p97_5} | ${(a.rate / b.rate).toFixed(2)} | ${alone.toFixed(1)} | ${a.cpu.toFixed(2)} | ${b.cpu.toFixed(2)} | ${(b.cpu / a.cpu).toFixed(2)}${failed}`,
    )
  }
  const began = performance.now()
  await read(`${peer.url}/raw-founded`, {})
  console.log(`the same sums by plain SQL over the table: ${(performance.now() - began).toFixed(0)} ms`)
  console.log(
    'not proved: behaviour over a network, with a cold cache, while others write, with more than one county of this size,\n' +
      'or on other hardware. Names are made of a few words, so that a search meets more equal ones than a real county has.',
  )
} finally {
  peer.child.kill('SIGTERM')
  product.child.kill('SIGTERM')
  await Promise.race([new Promise((settle) => product.child.once('exit', settle)), wait(20_000)])
}

/** The median of 15 requests, one after the other. */
async function aloneMs(url: string, headers: Record<string, string>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 15; i += 1) {
    const began = performance.now()
    await read(url, headers)
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[7] as number
}
