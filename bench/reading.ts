// Throughput of the reader in one thread, and what it finds in each document. It proves speed on these texts only;
// the counts are for looking at, not a score against a gold set.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readDocument } from '@yipanqi/reading'
import { printSuggestions } from './reading-suggestions.ts'

const ROUNDS = 7
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

// One round to warm the compiler; then every round reads everything once.
for (const { text } of documents) readDocument(text)
const bytes = documents.reduce((sum, one) => sum + one.bytes, 0)
const rates: number[] = []
// On a shared machine the clock also counts the others' work; processor time does not.
const ownRates: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  const own = process.cpuUsage()
  const from = performance.now()
  for (const { text } of documents) readDocument(text)
  const used = process.cpuUsage(own)
  ownRates.push(bytes / (used.user + used.system))
  rates.push(bytes / 1e6 / ((performance.now() - from) / 1000))
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
    `${median(ownRates).toFixed(2)} MB per second of processor time, ${(bytes / 1000).toFixed(0)} kB in ${documents.length} documents, one thread, Node ${process.version}; bar 2.00`,
)
printSuggestions(documents)
