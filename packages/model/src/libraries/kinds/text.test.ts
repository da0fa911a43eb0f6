import { describe, expect, it } from 'vitest'
import { numeric, read, warningOf } from '../testing/read.ts'
import { text } from './text.ts'

const name = text({ label: '名称', longest: 10 })

describe('text', () => {
  it.each([
    ['张 三', '张三'],
    ['无', '无'],
    ['—', null],
    ['=1+1', '=1+1'],
    ['0012', '0012'],
  ])('%j → %j', (cell, value) => {
    expect(read(name, cell)).toBe(value)
  })

  it('is bounded, and what cannot be seen does not count', () => {
    expect(read(name, '一'.repeat(11))).toBe('refused: 太长，请控制在 10 字以内')
    expect(read(name, ` ${'一'.repeat(10)}\u200b`)).toBe('一'.repeat(10))
    expect(name.check('一'.repeat(11))).toMatchObject({ ok: false })
    expect(name.check(' '.repeat(1_000_000))).toMatchObject({ ok: false })
  })

  it('takes a number as it is shown, and writes out what Excel shortened', () => {
    expect(read(name, numeric(12.5))).toBe('12.5')
    expect(read(name, numeric(1234567890, '1.23E+09'))).toBe('1234567890')
    expect(read(name, numeric(9.135e17, '9.135E+17'))).toMatch('末几位已丢失')
  })

  it('warns of a personal number', () => {
    const note = text({ label: '说明' })
    expect(warningOf(note, '联系张三 138-1234-1234')).toBe('这一格像是手机号，请确认可以保存')
    expect(warningOf(note, '证号：11010519491231002x。')).toBe('这一格像是身份证号，请确认可以保存')
    expect(warningOf(note, '１３８１２３４１２３４')).toBe('这一格像是手机号，请确认可以保存')
    expect(note.check('13812341234')).toMatchObject({ ok: true, warning: '这一格像是手机号，请确认可以保存' })
  })

  it('does not warn of other numbers', () => {
    const note = text({ label: '说明' })
    for (const cell of [
      '914403001922038216',
      '2104-340122-04-01-123456',
      '产值 138.12341234 亿元',
      '110105194912310021',
    ])
      expect(warningOf(note, cell)).toBeUndefined()
  })

  it('refuses a length that no index holds', () => {
    expect(() => text({ label: '名称', longest: 2000 })).toThrow(RangeError)
  })
})
