import { expect, it } from 'vitest'
import { read } from '../testing/read.ts'
import { choice } from './choice.ts'

const state = choice({
  label: '状态',
  choices: ['在建', '停缓建', 'A类', '无'],
  synonyms: { 在建: ['建设中', '施工'] },
})

it('knows a choice by its word, its synonyms, in any width and case', () => {
  expect(['在建', ' 在 建 ', '建设中', 'ａ类', 'a类', '无'].map((cell) => read(state, cell))).toEqual([
    '在建',
    '在建',
    '在建',
    'A类',
    'A类',
    '无',
  ])
})

it('refuses others with the list', () => {
  expect(read(state, '谋划')).toBe('refused: 没有“谋划”，只能填：在建、停缓建、A类、无')
  expect(state.check('建设中')).toMatchObject({ ok: false })
  expect(state.check(1)).toMatchObject({ ok: false })
})

it('a word for nothing is nothing unless it is a choice', () => {
  expect(read(choice({ label: '状态', choices: ['在建'] }), '无')).toBeNull()
})

it('one word stands for one choice', () => {
  expect(() => choice({ label: 'x', choices: ['甲', '乙'], synonyms: { 甲: ['乙'] } })).toThrow(RangeError)
})

it('what it was built from does not leak into the field', () => {
  expect(state).not.toHaveProperty('synonyms')
  expect(state.choices).toEqual(['在建', '停缓建', 'A类', '无'])
})
