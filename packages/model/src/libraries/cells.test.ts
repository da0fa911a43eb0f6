import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLines, cleanName, cleanText, isBlankMark, isNothing, quoted, refusedCell } from './cells.ts'

describe('cleanText', () => {
  it.each([
    ['  a  b ', 'a b'],
    ['甲\u200b乙', '甲乙'],
    ['\ufeff名称', '名称'],
    ['a \u200b b', 'a b'],
    ['\u202e5201\u202c', '5201'],
    ['一行\r\n二行', '一行 二行'],
    ['全\u3000角', '全 角'],
    ['\u0000\u0007x', 'x'],
    ['\u2f00\u2f24', '一大'],
    ['e\u0301', 'é'],
    ['\ud800x', 'x'],
  ])('%j → %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })

  it('changes nothing the second time', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 })
    fc.assert(
      fc.property(text, (t) => {
        for (const clean of [cleanText, cleanName, cleanLines]) expect(clean(clean(t))).toBe(clean(t))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('cleanName', () => {
  it.each([
    ['张 三', '张三'],
    ['张　　三', '张三'],
    ['发展和\n改革局', '发展和改革局'],
    ['ABC  Trading Co', 'ABC Trading Co'],
    ['华为 Cloud 中心', '华为 Cloud 中心'],
    ['甲 乙 丙', '甲乙丙'],
  ])('%j → %j', (text, clean) => {
    expect(cleanName(text)).toBe(clean)
  })
})

it('cleanLines keeps lines', () => {
  expect(cleanLines(' 一、甲 \r\n\r\n\r\n二、 乙\t丙\u200b\n')).toBe('一、甲\n\n二、 乙 丙')
})

it('a mark is nothing anywhere, a word only where words are no answer', () => {
  for (const mark of ['', '—', '/', '-']) expect([isNothing(mark), isBlankMark(mark)]).toEqual([true, true])
  for (const word of ['无', '待定']) expect([isNothing(word), isBlankMark(word)]).toEqual([true, false])
  expect(isNothing('0')).toBe(false)
})

describe('refusedCell', () => {
  it('refuses errors, formulas without result, whole documents', () => {
    expect(refusedCell({ text: '#N/A', error: true })?.message).toBe('单元格是 Excel 错误值 #N/A，请改正公式或直接填写')
    expect(refusedCell({ text: '', formula: true })?.message).toMatch('没有保存结果')
    expect(refusedCell({ text: 'x'.repeat(5_000_000) })?.message).toMatch('字数太多')
  })
  it('takes the result of a formula', () => {
    expect(refusedCell({ text: '3', number: 3, formula: true })).toBeNull()
    expect(refusedCell({ text: '', number: 3, formula: true })).toBeNull()
  })
})

it('quotes so much that a cell is found by it', () => {
  expect(quoted('短')).toBe('短')
  expect(quoted('长'.repeat(30))).toBe(`${'长'.repeat(20)}…`)
})
