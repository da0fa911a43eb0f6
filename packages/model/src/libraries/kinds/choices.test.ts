import { expect, it } from 'vitest'
import { read } from '../testing/read.ts'
import { choices } from './choices.ts'

const channels = choices({
  label: '资金来源',
  choices: ['自筹', '贷款', '专项债'],
  synonyms: { 贷款: ['银行贷款', '银/贷'] },
})

it.each([
  ['自筹', ['自筹']],
  ['贷款、自筹', ['自筹', '贷款']],
  ['专项债，自筹；银行贷款', ['自筹', '贷款', '专项债']],
  ['自筹\n自筹', ['自筹']],
  ['银/贷', ['贷款']],
  ['、', null],
  ['无', null],
])('%j', (cell, value) => {
  expect(read(channels, cell)).toEqual(value)
})

it('names the one that it does not know', () => {
  expect(read(channels, '自筹、众筹')).toBe('refused: 没有“众筹”，只能填：自筹、贷款、专项债')
})

it('checks JSON: known, in order, each once', () => {
  expect(channels.check(['贷款', '自筹', '贷款'])).toEqual({ ok: true, value: ['自筹', '贷款'] })
  expect(channels.check([])).toEqual({ ok: true, value: null })
  for (const bad of ['自筹', ['众筹'], [1], Array.from({ length: 1000 }, () => '自筹')])
    expect(channels.check(bad)).toMatchObject({ ok: false })
})

it('a choice with a separator in it could not be read back', () => {
  expect(() => choices({ label: 'x', choices: ['农、林'] })).toThrow(RangeError)
})
