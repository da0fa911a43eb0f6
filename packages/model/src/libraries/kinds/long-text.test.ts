import { expect, it } from 'vitest'
import { read, warningOf } from '../testing/read.ts'
import { longText } from './long-text.ts'

const note = longText({ label: '备注', longest: 20 })

it('keeps lines and inner blanks', () => {
  expect(read(note, ' 第一 句 \r\n\r\n\r\n第二句 ')).toBe('第一 句\n\n第二句')
})

it('is bounded', () => {
  expect(read(note, '一'.repeat(21))).toBe('refused: 太长，请控制在 20 字以内')
  expect(note.check('一'.repeat(1_000_000))).toMatchObject({ ok: false })
  expect(note.check(3)).toEqual({ ok: false, message: '要写文字' })
})

it('warns of a personal number', () => {
  expect(warningOf(note, '电话\n13812341234')).toBe('这一格像是手机号，请确认可以保存')
})
