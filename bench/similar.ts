// The same thing asked before: precision and recall at the threshold that is shown, on pairs of our own sentences (every
// second row chosen for tuning, the others only reported), and the time of 300 drafts against 5,000 matters. The pairs
// are single sentences; matters of a real county are longer, and the time is of made-up ones.
import { alike, likenessOf, TWIN, twinIndex } from '@yipanqi/reading'
import { PAIRS, type Pair } from '@yipanqi/reading/similar/pairs.ts'

const ROUNDS = 5
const scored = PAIRS.map((pair) => ({ ...pair, score: alike(likenessOf(pair.one), likenessOf(pair.other)).score }))

console.log(
  `pairs: ${PAIRS.length} (${['same', 'related', 'different'].map((t) => `${count(t as Pair['truth'])} ${t}`).join(', ')})`,
)
console.log('half | threshold | precision | recall | shown | related shown | different shown')
for (const tuning of [true, false]) {
  const half = scored.filter((pair) => pair.tuning === tuning)
  for (const threshold of [TWIN - 0.1, TWIN, TWIN + 0.1]) {
    const shown = half.filter((pair) => pair.score >= threshold)
    const of = (truth: Pair['truth']): number => shown.filter((pair) => pair.truth === truth).length
    const all = half.filter((pair) => pair.truth === 'same').length
    const share = (part: number, whole: number): string => `${((part / Math.max(1, whole)) * 100).toFixed(1)} %`
    console.log(
      `${tuning ? 'tuning' : 'reported'} | ${threshold.toFixed(2)}${threshold === TWIN ? ' (shown)' : ''} | ${share(of('same'), shown.length)} | ${share(of('same'), all)} | ${shown.length} | ${of('related')} | ${of('different')}`,
    )
  }
}

function count(truth: Pair['truth']): number {
  return PAIRS.filter((pair) => pair.truth === truth).length
}

const sentences = PAIRS.flatMap(({ one, other }) => [one, other])
const row = (id: number, step: number) => {
  const text = [0, 7, 13].map((more) => sentences[(id * step + more) % sentences.length]).join('，')
  return { id, title: text.slice(0, 30), text }
}
const known = Array.from({ length: 5000 }, (_, at) => row(at + 1, 1))
const drafts = Array.from({ length: 300 }, (_, at) => row(10_000 + at, 3))
const times: number[] = []
const own: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  const used = process.cpuUsage()
  const from = performance.now()
  const index = twinIndex()
  for (const item of known) index.add(item)
  for (const item of drafts) index.find(item)
  times.push(performance.now() - from)
  const spent = process.cpuUsage(used)
  own.push((spent.user + spent.system) / 1000)
}
const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
console.log(
  `300 drafts against 5,000 matters: ${median(times).toFixed(0)} ms by the clock, ${median(own).toFixed(0)} ms of processor time (median of ${ROUNDS}; bar 2000)`,
)
