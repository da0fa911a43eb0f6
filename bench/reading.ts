// Throughput of the reader in one thread, and what it finds in each document: speed on these texts only, counts for
// looking at. Behind it the agreement with labels given by hand (golden.ts).
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readDocument } from '@yipanqi/reading'
import { reportGolden } from './golden.ts'
import { printSuggestions } from './reading-suggestions.ts'

const ROUNDS = 15
const root = resolve(import.meta.dirname, '..')
const shared = process.env.YIPANQI_SHARED ?? resolve(root, '../shared')

function textFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.txt'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const files = [...textFiles(join(root, 'samples')), ...textFiles(join(shared, 'inputs'))]
const documents = files.map((file) => {
  const text = readFileSync(file, 'utf8')
  return { file: file.split('/').at(-1) ?? file, text, bytes: Buffer.byteLength(text) }
})
if (documents.length === 0) {
  console.log('no texts found: neither samples/ nor the shared inputs')
  process.exit(0)
}

// Three rounds to warm the compiler; then every round reads everything once, the peer (a plain segmentation, which
// finds words and nothing else) beside it.
const cut = await segmenter()
const bytes = documents.reduce((sum, one) => sum + one.bytes, 0)
const readAll = (): void => documents.forEach(({ text }) => readDocument(text))
const cutAll = (): void => documents.forEach(({ text }) => cut?.(text))
for (let round = 0; round < 3; round++) {
  readAll()
  cutAll()
}
const rates: number[] = []
// On a shared machine the clock also counts the others' work; processor time does not.
const ownRates: number[] = []
const peerRates: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  const read = timed(readAll)
  rates.push(read.wall)
  ownRates.push(read.own)
  if (cut) peerRates.push(timed(cutAll).own)
}

/** MB per second by the clock and by processor time. */
function timed(work: () => void): { wall: number; own: number } {
  const own = process.cpuUsage()
  const from = performance.now()
  work()
  const used = process.cpuUsage(own)
  return { wall: bytes / 1e3 / (performance.now() - from), own: bytes / (used.user + used.system) }
}

async function segmenter(): Promise<((text: string) => string[]) | null> {
  try {
    const [{ Jieba }, { dict }] = await Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict')])
    const jieba = Jieba.withDict(dict)
    return (text) => jieba.cut(text, true)
  } catch {
    console.log('@node-rs/jieba is not installed: no peer in this run (npm install)')
    return null
  }
}

console.log(
  'document | kB | ms | headings | sentences | obligations | targets | matters | measures | refused | explicit',
)
for (const { file, text, bytes: size } of documents) {
  const from = performance.now()
  const read = readDocument(text)
  const ms = performance.now() - from
  const roles = (role: string): number => read.sentences.filter((sentence) => sentence.role === role).length
  const row = [
    file,
    (size / 1000).toFixed(1),
    ms.toFixed(1),
    read.outline.length,
    read.sentences.length,
    roles('obligation') + roles('target'),
    read.matters.reduce((sum, matter) => sum + matter.targets.length, 0),
    read.matters.length,
    read.matters.reduce((sum, matter) => sum + matter.measures.length, 0),
    read.coverage.refused.length,
    read.matters.filter((matter) => matter.units.explicit).length,
  ]
  console.log(row.join(' | '))
}
console.log(
  `reading: ${median(rates).toFixed(2)} MB/s of UTF-8 (median of ${ROUNDS} rounds, ${Math.min(...rates).toFixed(2)}–${Math.max(...rates).toFixed(2)}), ` +
    `${median(ownRates).toFixed(2)} MB per second of processor time (best ${Math.max(...ownRates).toFixed(2)}), ${(bytes / 1000).toFixed(0)} kB in ${documents.length} documents, one thread, Node ${process.version}; bar 2.00`,
)
if (peerRates.length > 0) {
  const ratio = median(ownRates) / median(peerRates)
  console.log(
    `@node-rs/jieba cut: ${median(peerRates).toFixed(2)} MB per second of processor time; the reader does ${ratio.toFixed(2)} of that`,
  )
}
printSuggestions(documents)

reportGolden(root, join(shared, 'inputs'), process.argv.includes('--save'))
