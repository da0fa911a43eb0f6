import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lesson } from './lexicon/lesson.ts'
import { readDocument } from './read-document.ts'
import { assertSpans } from './testing.ts'

// Pieces that the reader has rules for, thrown together without sense.
const PIECES = [
  '一、',
  '（一）',
  '1.',
  '１．',
  '(2)',
  '①',
  '第一，',
  '首先，',
  '一是',
  '二要',
  '——',
  '第三章 ',
  '。',
  '；',
  '，',
  '：',
  '\n',
  '\r\n',
  '要把着力点放在“实干”上。',
  '加强经济运行调度',
  '不少于**家',
  '年底前',
  '由县发改局牵头，财政局配合',
  '（责任单位：县财政局、县住建局）',
  '（牵头单位：',
  '）',
  '“',
  '”',
  '去年',
  '增长6.5%',
  '习近平总书记强调，',
  '各位代表：',
  '老旧小区改造、校舍维修、农村公路建设等项目要加快推进',
  '每月28日前',
  '\u3000',
  '\t',
  '𠮷',
  '😀',
  '同志们：',
  '名词解释',
  '的',
  '1,000',
  '2026年',
  '制定出台',
  '机制',
  '（',
  '【字号：',
]

const WORDS = ['新建学校', '卫生院', '低空经济', '养老服务', '农村公路']
/** As many lessons as a county would not teach in a hundred years; `shared` words are those of the text itself. */
const lessons = (shared: boolean): Lesson[] =>
  Array.from({ length: 10_000 }, (_, index) => {
    const own = String.fromCharCode(0x4e00 + (index % 5_000), 0x5e00 + (index % 4_999), 0x6e00 + (index % 83))
    const word = WORDS[index % WORDS.length] as string
    return {
      kind: (['unit', 'role', 'alias', 'merge'] as const)[index % 4] as Lesson['kind'],
      words: shared ? [word, WORDS[(index + 1) % WORDS.length] as string] : [own],
      beside: [shared ? word : own],
      from: null,
      to: index % 4 === 1 ? 'slogan' : '县教育局',
      on: '2026-11-20',
      times: 1,
    }
  })

const nonsense = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''))

// The machine may be shared: the limits are there to catch a quadratic rule, not to time one.
describe('laws of readDocument', { timeout: 60_000 }, () => {
  it('reads any string without throwing, with spans in order and within bounds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), nonsense), (text) => {
        expect(() => assertSpans(readDocument(text))).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })

  it('never changes the text and answers the same twice', () => {
    fc.assert(
      fc.property(nonsense, (text) => {
        const once = readDocument(text)
        expect(once.document.text).toBe(text)
        expect(readDocument(text)).toEqual(once)
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['open brackets', '（'.repeat(60_000)],
    ['open quotes', '“'.repeat(60_000)],
    ['commas', '，'.repeat(60_000)],
    ['numbers', '1.'.repeat(30_000)],
    ['one sentence without an end', '加强县域经济建设、'.repeat(8_000)],
    ['verbs', '要加强推进'.repeat(12_000)],
    ['units', '由县发改局会同'.repeat(9_000)],
    ['leads', '牵头'.repeat(30_000)],
    ['unit marks', '（责任单位：'.repeat(9_000)],
    ['empty lines', '\n'.repeat(60_000)],
    ['one sentence of figures', '新增企业10家，引进项目5个；'.repeat(4_000)],
    ['errands', '由县发改局牵头，县财政局配合，清理台账；'.repeat(3_000)],
    ['a list of works', '加强县发改局建设、'.repeat(12_000)],
    ['items without a full stop', '由县发改局牵头，新增企业10家；'.repeat(8_000)],
    ['a hundred thousand open brackets', '（'.repeat(100_000)],
    ['a megabyte without a stop', '加强县域经济发展和项目建设工作'.repeat(24_000)],
    ['endless 的', '的'.repeat(340_000)],
    ['endless marks', '（责任单位：县财政局（'.repeat(9_000)],
    ['endless lines of numbers', '1 总体\n'.repeat(20_000)],
    ['endless contents', `目录\n${'第一章 总则……1\n'.repeat(9_000)}`],
    ['endless lists behind colons', '如下：一是加强。'.repeat(12_000)],
    ['endless shares', '县财政局、县水利局按职责分工'.repeat(9_000)],
    ['endless cells', '1\t县财政局\t'.repeat(12_000)],
    ['endless short lines', '加强工作\n'.repeat(20_000)],
    ['endless pages', '各乡镇要抓好在建项目的进度和质量落实管护责任年底\n- 1 -\n'.repeat(6_000)],
    ['stops of a title', `要加强${'、'.repeat(40_000)}工作`],
    ['spoken numbers', '一是加强。'.repeat(12_000)],
    ['a megabyte of tabs', '\t'.repeat(1_000_000)],
    [
      'a hundred thousand columns',
      `重点任务\t责任单位${'\t列'.repeat(100_000)}\n建厂房\t县发改局${'\t值'.repeat(100_000)}`,
    ],
    ['heads of tables and no rows', '序号\t重点任务\t责任单位\t完成时限\n'.repeat(9_000)],
    ['a cell of units', `重点任务\t责任单位\n建设厂房\t${'县发改局、'.repeat(60_000)}`],
    ['rows behind tabs', `重点任务\t责任单位\n${`${'\t'.repeat(1_000)}建设厂房\t县发改局\n`.repeat(300)}`],
    ['strokes', '|'.repeat(300_000)],
    ['parts with units of their own', '新建学校5所，改造卫生院3所；'.repeat(8_000)],
  ])('stays fast on %s', (_, text) => {
    const from = performance.now()
    assertSpans(readDocument(text))
    // A quadratic rule takes minutes on these.
    expect(performance.now() - from).toBeLessThan(20_000)
  })

  it.each([
    ['that it never hears', false],
    ['that it hears in every sentence', true],
  ])('stays fast with ten thousand lessons %s', (_, shared) => {
    const text = '新建学校5所，改造卫生院3所，完善养老服务，加快农村公路建设。\n'.repeat(1_000)
    const from = performance.now()
    assertSpans(readDocument(text, { lexicon: lessons(shared) }))
    expect(performance.now() - from).toBeLessThan(20_000)
  })
})
