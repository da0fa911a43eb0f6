// What the reader does with texts made to slow it down, and with a lexicon of ten thousand lessons: MB per second of
// processor time, one run each. Dense texts make a matter of every thirty bytes; what they cost is the matters.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Lesson, readDocument } from '@yipanqi/reading'

const HEAD = '序号\t重点任务\t责任单位\t完成时限\n'
const speech = readFileSync(resolve(import.meta.dirname, '../samples', process.argv[2] ?? 'report.txt'), 'utf8').repeat(
  30,
)
const WORDS = ['学校', '老旧小区', '高标准农田', '规上企业', '养老', '农村公路', '亩均', '贷款']

const letters = (index: number): string =>
  String.fromCharCode(0x4e00 + (index % 5_000), 0x5e00 + (index % 4_999), 0x6e00 + (index % 83))

function lessons(words: (index: number) => string[]): Lesson[] {
  return Array.from({ length: 10_000 }, (_, index) => ({
    kind: (['unit', 'role', 'alias', 'merge'] as const)[index % 4] ?? 'unit',
    words: words(index),
    beside: [letters(index + 7)],
    from: null,
    to: index % 4 === 1 ? 'slogan' : '县教育局',
    on: '2026-11-20',
    times: 1,
  }))
}

const shared = (index: number): string => WORDS[index % WORDS.length] ?? ''

function line(name: string, text: string, lexicon: readonly Lesson[] = []): void {
  readDocument(text.slice(0, 20_000), { lexicon })
  const from = process.cpuUsage()
  const { matters } = readDocument(text, { lexicon })
  const used = process.cpuUsage(from)
  const seconds = (used.user + used.system) / 1e6
  const megabytes = Buffer.byteLength(text) / 1e6
  console.log(`${name} | ${megabytes.toFixed(2)} | ${matters.length} | ${(megabytes / seconds).toFixed(2)}`)
}

console.log('text | MB | matters | MB per second of processor time')
line('a megabyte of tabs', '\t'.repeat(1_000_000))
line('100,000 columns', `${HEAD.trim()}${'\t列'.repeat(100_000)}\n1\t建厂房\t县发改局\t年底前${'\t值'.repeat(100_000)}`)
line('30,000 heads of tables', HEAD.repeat(30_000))
line('20,000 rows', HEAD + '1\t建设标准厂房5万平方米\t县发改局\t10月底前\n'.repeat(20_000))
line('a cell of 100,000 units', `${HEAD}1\t建设厂房\t${'县发改局、'.repeat(100_000)}`)
line('one sentence of 60,000 parts', `${'新建学校5所；改造卫生院3所；'.repeat(30_000)}。`)
line('a report thirty times', speech)
line(
  'the same, 10,000 lessons never heard',
  speech,
  lessons((index) => [letters(index)]),
)
line(
  'the same, 10,000 lessons with a word of the text',
  speech,
  lessons((index) => [shared(index), letters(index)]),
)
line(
  'the same, 10,000 lessons of the text alone',
  speech,
  lessons((index) => [shared(index), shared(index + 1)]),
)
