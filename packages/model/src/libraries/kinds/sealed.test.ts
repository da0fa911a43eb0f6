// Personal fields: names, telephone and identity numbers.
import { describe, expect, it } from 'vitest'
import { numeric, parse, read } from '../testing/read.ts'
import { idNumber } from './id-number.ts'
import { isIdentityNumber } from './personal-number.ts'
import { person } from './person.ts'
import { phone } from './phone.ts'

describe('phone', () => {
  const field = phone({ label: '联系电话' })

  it.each([
    ['13812341234', '13812341234'],
    ['138 1234 1234', '13812341234'],
    ['138-1234-1234', '13812341234'],
    ['+86 138 1234 1234', '13812341234'],
    ['８６－138-1234-1234', '13812341234'],
    ['手机：13812341234', '13812341234'],
    ['0310-2345678', '0310-2345678'],
    ['03102345678', '0310-2345678'],
    ['(010)6234 5678', '010-62345678'],
    ['+86-10-62345678', '010-62345678'],
    ['010-62345678转801', '010-62345678-801'],
    ['2345678', '2345678'],
    ['234-5678', '2345678'],
    ['400-123-4567', '4001234567'],
  ])('%s → %s', (cell, value) => {
    expect(read(field, cell)).toBe(value)
  })

  it('a number cell is one, as long as nothing was lost', () => {
    expect(read(field, numeric(13812341234, '1.38E+10'))).toBe('13812341234')
    expect(read(field, numeric(3102345678))).toMatch('区号开头的 0 可能被 Excel 去掉了')
    expect(read(field, '1.38123E+10')).toMatch('末几位已丢失')
  })

  it.each([
    ['1381234123', '手机号应是 11 位'],
    ['12812341234', '以 13—19 开头'],
    ['13812341234、13912341234', '几个号码'],
    ['13812341234/13912341234', '几个号码'],
    ['张三', '不像电话号码'],
    ['110', '手机号应是 11 位|不像电话号码'],
  ])('refuses %s', (cell, message) => {
    expect(read(field, cell)).toMatch(new RegExp(message))
  })

  it('is written masked; the mask changes nothing when it comes back', () => {
    expect(field.format('13812341234')).toBe('138****1234')
    expect(field.format('0310-2345678')).toBe('0310-*****78')
    expect(field.format('010-62345678-801')).toBe('010-******78-801')
    expect(field.format('4001234567')).toBe('********67')
    expect(field.toCell).toBeUndefined()
    for (const masked of ['138****1234', '0310-*****78']) {
      expect(parse(field, masked)).toMatchObject({ ok: false, keep: true })
      expect(field.check(masked)).toMatchObject({ ok: false, keep: true })
    }
  })
})

describe('idNumber', () => {
  const field = idNumber({ label: '身份证号' })

  it('verifies the check character and the day of birth', () => {
    expect(read(field, '11010519491231002x')).toBe('11010519491231002X')
    expect(read(field, '110105 19491231 002X')).toBe('11010519491231002X')
    expect(read(field, '110105194912310021')).toMatch('校验位不对')
    expect(read(field, '110105491231002')).toMatch('15 位旧身份证号')
    expect(read(field, '1101051949123100')).toMatch('应是 18 位')
    expect(read(field, numeric(110105194912310020, '1.10105E+17'))).toMatch('末几位已丢失')
    expect(isIdentityNumber('11010519490231002X')).toBe(false)
  })

  it('is masked', () => {
    expect(field.format('11010519491231002X')).toBe('110***********002X')
    expect(parse(field, '110***********002X')).toMatchObject({ ok: false, keep: true })
  })
})

describe('person', () => {
  const field = person({ label: '联系人' })

  it('takes a name', () => {
    expect(read(field, '张　三')).toBe('张三')
    expect(read(field, '阿依古丽·买买提')).toBe('阿依古丽·买买提')
    expect(read(field, '无')).toBeNull()
  })

  it('refuses a number and a crowd', () => {
    expect(read(field, '13812341234')).toBe('refused: 要写人名，这里是数字')
    expect(read(field, '张'.repeat(61))).toMatch('太长')
    expect(field.check(3)).toMatchObject({ ok: false })
  })

  it('is sealed and shown', () => {
    expect(field.sealed).toBe('shown')
    expect(field.format('张三')).toBe('张三')
  })
})
