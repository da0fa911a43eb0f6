import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'
import { assertSpans, matterOf, roleOf } from '../testing.ts'
import { keyTerms, type Lesson, lessonReason, wordPattern } from './lesson.ts'

const lesson = (part: Partial<Lesson> & Pick<Lesson, 'kind' | 'words' | 'to'>): Lesson => ({
  from: null,
  on: '2026-11-20',
  times: 1,
  ...part,
})

const FIRST = '一、发展新产业\n要建设低空经济起降场3处，年底前投用。\n'
const NEXT = '一、重点工作\n要加快低空经济起降场选址，6月底前开工2处。\n要改造老旧小区18个。\n要抓好低空安全管理。\n'
const UNRELATED =
  '一、重点工作\n要改造老旧小区15个，年底前完工。\n要新增信贷投放30亿元。\n（二）强化科技支撑\n要新增高新技术企业8家。\n'

const matter = readDocument(FIRST).matters[0]
const taught = lesson({
  kind: 'unit',
  words: keyTerms(matter?.title ?? '', matter?.text),
  from: '县发展和改革局',
  to: '县交通运输局',
})

describe('what clerks corrected', () => {
  it('takes the terms of the thing, not how, how much and by when', () => {
    expect(taught.words).toEqual(['低空经济起降场'])
    expect(keyTerms('加快推进老旧小区改造18个')).toEqual(['老旧小区'])
    expect(keyTerms('全面抓好各项工作')).toEqual([])
  })

  it('lifts the unit to the first place in the next document, with its reason', () => {
    const before = matterOf(readDocument(NEXT), '低空经济起降场选址')
    expect(before?.units.candidates[0]?.unit).not.toBe('县交通运输局')
    const read = readDocument(NEXT, { lexicon: [taught] })
    assertSpans(read)
    const after = matterOf(read, '低空经济起降场选址')
    expect(after?.units.candidates[0]).toMatchObject({ unit: '县交通运输局', score: 0.6 })
    expect(after?.units.candidates[0]?.why[0]).toBe(
      '本县纠正词库：2026年11月由县发展和改革局改为县交通运输局（低空经济起降场）',
    )
    const reason = after?.reasons?.find((one) => one.about === 'unit')
    expect(reason?.why).toContain('2026年11月由县发展和改革局改为县交通运输局（低空经济起降场）；')
    expect(reason?.words.map(({ start, end }) => read.document.text.slice(start, end))).toEqual(['低空经济起降场'])
    // What was second cannot be as sure as before.
    expect(after?.units.candidates[1]?.score ?? 0).toBeLessThanOrEqual(0.4)
  })

  it('reads other sentences, and other documents, exactly as before', () => {
    expect(readDocument(UNRELATED, { lexicon: [taught] })).toEqual(readDocument(UNRELATED))
    const plain = readDocument(NEXT)
    const read = readDocument(NEXT, { lexicon: [taught] })
    for (const piece of ['老旧小区', '低空安全管理']) expect(matterOf(read, piece)).toEqual(matterOf(plain, piece))
  })

  it('grows surer with each correction, and leaves the text the last word', () => {
    const sure = (times: number) =>
      matterOf(readDocument(NEXT, { lexicon: [{ ...taught, times }] }), '起降场选址')?.units.candidates[0]?.score
    expect([sure(1), sure(2), sure(3), sure(9)]).toEqual([0.6, 0.75, 0.85, 0.85])
    const written = '由县发改局牵头建设低空经济起降场3处，年底前投用。'
    expect(readDocument(written, { lexicon: [taught] })).toEqual(readDocument(written))
  })

  it('of two lessons takes the newer, and none that names no unit that may lead', () => {
    const newer = { ...taught, to: '县自然资源局', on: '2026-12-01' }
    const lead = (lexicon: Lesson[]) =>
      matterOf(readDocument(NEXT, { lexicon }), '起降场选址')?.units.candidates[0]?.unit
    expect(lead([taught, newer])).toBe('县自然资源局')
    expect(lead([newer, taught])).toBe('县自然资源局')
    const gone = { ...taught, to: '县早已撤销的局' }
    expect(readDocument(NEXT, { lexicon: [gone] })).toEqual(readDocument(NEXT))
  })

  it('gives a sentence of the same wording the corrected role, and no other', () => {
    const words = wordPattern('我们要一件接着一件办，一年接着一年干。')
    const role = lesson({ kind: 'role', words, from: 'obligation', to: 'slogan' })
    const text = '一、工作要求\n我们要一件接着一件办，一年接着一年干。\n要一年接着一年建设老旧小区充电棚20处。\n'
    const read = readDocument(text, { lexicon: [role] })
    expect(roleOf(read, '一件接着一件办')).toBe('slogan')
    expect(roleOf(read, '充电棚')).toBe(roleOf(readDocument(text), '充电棚'))
    const asked = lesson({
      kind: 'role',
      words: wordPattern('夜市摊位规范有序。'),
      from: 'background',
      to: 'obligation',
    })
    const night = readDocument('一、工作\n夜市摊位规范有序。\n', { lexicon: [asked] })
    expect(roleOf(night, '夜市')).toBe('obligation')
    expect(night.sentences.find((one) => one.why.includes('由背景改为任务'))).toBeDefined()
    expect(night.matters).toHaveLength(1)
    expect(night.coverage).toMatchObject({ obligations: 1, covered: 1 })
  })

  it('a result and a task about the same thing are not taken for one another', () => {
    const result = lesson({
      kind: 'role',
      words: wordPattern('改造老旧小区15个。'),
      from: 'obligation',
      to: 'result',
    })
    const text = '一、下一步工作\n要改造老旧小区18个，同步实施加装电梯、雨污分流和停车位改造。\n'
    expect(readDocument(text, { lexicon: [result] })).toEqual(readDocument(text))
  })

  it('knows a name that the county registered, and says so', () => {
    const alias = lesson({ kind: 'alias', words: ['县大数据专班'], to: '县数据局' })
    const text = '由县大数据专班牵头完成政务数据共享目录编制，年底前归集数据1800项。'
    const read = readDocument(text, { lexicon: [alias] })
    expect(readDocument(text).matters[0]?.units.lead).not.toEqual(['县数据局'])
    expect(read.matters[0]?.units.lead).toEqual(['县数据局'])
    expect(read.matters[0]?.units.candidates[0]?.why).toEqual(['本县纠正词库：2026年11月登记“县大数据专班”即县数据局'])
    // A name that the directory has is not moved to somebody else.
    const taken = lesson({ kind: 'alias', words: ['县发改局'], to: '县数据局' })
    const plain = '由县发改局牵头建好项目库。'
    expect(readDocument(plain, { lexicon: [taken] }).matters[0]?.units.lead).toEqual(['县发展和改革局'])
  })

  it('joins what was joined before', () => {
    const text = '（一）建好冷链\n要建设城东冷库2座。\n要采购冷链运输车辆12台。\n要培育电商主播80名。\n'
    const merge = lesson({ kind: 'merge', words: ['城东冷库'], beside: ['冷链运输车辆'], to: '' })
    const plain = readDocument(text)
    const read = readDocument(text, { lexicon: [merge] })
    assertSpans(read)
    expect(read.matters).toHaveLength(plain.matters.length - 1)
    expect(matterOf(read, '冷链运输车辆')?.text).toContain('城东冷库')
    expect(read.sentences.filter((one) => one.why.includes('本县纠正词库：2026年11月曾并为一项'))).toHaveLength(2)
    const split = matterOf(read, '冷链运输车辆')?.reasons?.find((one) => one.about === 'split')
    expect(split?.why).toBe('本县纠正词库：2026年11月曾并为一项（城东冷库），合为一项')
    expect(read.coverage.covered).toBe(plain.coverage.covered)
  })

  it('never throws and never leaves the text, whatever the lexicon holds', () => {
    const word = fc.string({ maxLength: 6, unit: 'grapheme' })
    const any = fc.record({
      kind: fc.constantFrom('unit' as const, 'role' as const, 'alias' as const, 'merge' as const, 'split' as const),
      words: fc.array(fc.oneof(word, fc.constantFrom('老旧小区', '低空', '要改造老旧小区', '')), { maxLength: 4 }),
      beside: fc.array(word, { maxLength: 2 }),
      from: fc.option(word),
      to: fc.oneof(word, fc.constantFrom('县教育局', 'obligation', 'result', 'heading')),
      on: fc.constant('2026-11-20'),
      times: fc.integer({ min: -1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.constantFrom(FIRST, NEXT, UNRELATED), (lexicon, text) => {
        expect(() => assertSpans(readDocument(text, { lexicon }))).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })

  it('says what it did in the words of the office', () => {
    expect(lessonReason(lesson({ kind: 'unit', words: ['低空'], to: '县教育局' }), ['低空'])).toBe(
      '本县纠正词库：2026年11月定为县教育局（低空）',
    )
  })
})
