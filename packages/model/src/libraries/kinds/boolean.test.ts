import { expect, it } from 'vitest'
import { numeric, read } from '../testing/read.ts'
import { boolean } from './boolean.ts'

const field = boolean({ label: '是否规上' })

it('reads what clerks write for yes and no', () => {
  for (const cell of ['是', '√', '✓', '对', '有', 'Y', 'y', 'Ｙ', '1', 'TRUE', '是 '])
    expect([cell, read(field, cell)]).toEqual([cell, true])
  for (const cell of ['否', '×', '✕', 'x', '错', '无', 'N', '0', 'FALSE', '没 有'])
    expect([cell, read(field, cell)]).toEqual([cell, false])
  expect(read(field, { text: 'TRUE', boolean: true })).toBe(true)
  expect(read(field, numeric(0))).toBe(false)
})

it('an empty cell is neither', () => {
  for (const cell of ['', '—', '/', '待定']) expect(read(field, cell)).toBeNull()
})

it('refuses other words', () => {
  expect(read(field, '可能')).toBe('refused: 要写“是”或“否”，这里是“可能”')
  expect(read(field, numeric(2))).toMatch('要写“是”或“否”')
  for (const bad of ['是', 1, 'true']) expect(field.check(bad)).toMatchObject({ ok: false })
})

it('is written 是 and 否', () => {
  expect([true, false].map((v) => field.format(v))).toEqual(['是', '否'])
})
