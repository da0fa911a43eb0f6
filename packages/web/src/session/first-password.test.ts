import { describe, expect, it } from 'vitest'
import { passwordFaults } from './first-password.ts'

const good = { account: 'chenlan', code: 'abcd-efgh', password: 'qinghe-2026!', again: 'qinghe-2026!' }

describe('the first password', () => {
  it('passes what the server accepts', () => {
    expect(passwordFaults(good)).toEqual({})
  })
  it('names each field that is wrong', () => {
    expect(passwordFaults({ account: ' ', code: 'x', password: 'short', again: 'other' })).toEqual({
      account: '请填写账号',
      code: '请照原样填写设置码',
      password: '密码至少 10 个字符',
      again: '两遍不一样',
    })
    expect(passwordFaults({ ...good, password: 'aaaaaaaaaaaa', again: 'aaaaaaaaaaaa' })).toEqual({
      password: '密码里不同的字符至少 5 个',
    })
  })
})
