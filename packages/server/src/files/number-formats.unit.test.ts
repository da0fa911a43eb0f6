import { expect, it } from 'vitest'
import { chineseNumber, circled, letters, roman } from './number-formats.ts'

it('counts as word processors print', () => {
  expect([1, 10, 11, 20, 21, 100, 105, 110, 1001, 1010, 9999].map(chineseNumber)).toEqual([
    '一',
    '十',
    '十一',
    '二十',
    '二十一',
    '一百',
    '一百零五',
    '一百一十',
    '一千零一',
    '一千零一十',
    '九千九百九十九',
  ])
  expect([1, 20, 21].map(circled)).toEqual(['①', '⑳', '21'])
  expect([1, 26, 27, 28].map(letters)).toEqual(['a', 'z', 'aa', 'bb'])
  expect([1, 4, 9, 14, 40, 1994].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'mcmxciv'])
})
