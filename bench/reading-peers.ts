// The cases of two other projects run against our quantities and times, by category. What is in no reader's business is
// named with its reason and not counted. It proves only what these cases ask; `--show` prints what fails, `--save` keeps
// the figures (none of their texts) under bench/results/.
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { peerCases } from './peers/all.ts'
import type { PeerCase } from './peers/case.ts'

const root = resolve(import.meta.dirname, '..')
const shared = process.env.YIPANQI_SHARED ?? resolve(root, '../shared')
const folder = join(shared, 'peers')
if (!existsSync(folder)) {
  console.log('peers: their cases are not beside this checkout (set YIPANQI_SHARED); nothing was run')
  process.exit(0)
}

const cases = peerCases(folder)

const groups = new Map<string, PeerCase[]>()
for (const one of cases) {
  const key = `${one.suite} | ${one.category}`
  groups.set(key, [...(groups.get(key) ?? []), one])
}
const rate = (pass: number, all: number): string => `${pass}/${all} | ${((100 * pass) / all).toFixed(1)} %`
const inside = [...groups].filter(([, [first]]) => first?.outside === undefined)
const rows = inside.map(([key, all]) => ({ key, pass: all.filter((one) => one.pass).length, all: all.length }))
console.log('suite | category | pass/cases | rate')
for (const { key, pass, all } of rows) console.log(`${key} | ${rate(pass, all)}`)
const pass = rows.reduce((sum, row) => sum + row.pass, 0)
const all = rows.reduce((sum, row) => sum + row.all, 0)
console.log(`peers: ${rate(pass, all)} of the cases in a reader's business`)
console.log('\nnot in a reader’s business: suite | category | cases | why')
const left = [...groups].flatMap(([key, list]) =>
  list[0]?.outside === undefined ? [] : [{ key, cases: list.length, why: list[0].outside }],
)
for (const { key, cases: count, why } of left) console.log(`${key} | ${count} | ${why}`)
console.log(`${left.reduce((sum, one) => sum + one.cases, 0)} of ${cases.length} left out`)

if (process.argv.includes('--show')) {
  for (const one of cases)
    if (!one.pass && one.outside === undefined) console.log(`${one.suite} | ${one.asked} → ${one.got}`)
}
if (process.argv.includes('--save')) {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())
  const file = join(root, `bench/results/reading-peers-${date}.json`)
  writeFileSync(file, `${JSON.stringify({ date, pass, all, inside: rows, outside: left }, null, 2)}\n`)
}
