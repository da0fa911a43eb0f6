import { expect, it } from 'vitest'
import { moveWords } from './Moves.tsx'

const unit = { id: 1, code: 'a', name: '甲局', short: '甲局' }
const none = {
  from: unit,
  to: unit,
  lead: 0,
  support: 0,
  answers: 0,
  drafts: 0,
  accounts: 0,
  children: 0,
  leaders: 0,
  records: 0,
  numbers: [],
}

it('says how much of each, and leaves out what is none', () => {
  expect(moveWords({ ...none, lead: 3, support: 5, accounts: 2 })).toBe('3 项牵头、5 项配合、2 个账号')
  expect(moveWords({ ...none, records: 1 })).toBe('1 条台账记录')
  expect(moveWords(none)).toBe('没有要转的')
})
