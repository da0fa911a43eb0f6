// 统一社会信用代码, 组织机构代码, 投资项目代码: examples of the rules' own pages, and what Excel does to codes.
import { creditCodeCheck } from '@yipanqi/base'
import { describe, expect, it } from 'vitest'
import { numeric, read, warningOf } from '../testing/read.ts'
import { creditCode } from './credit-code.ts'
import { orgCode } from './org-code.ts'
import { projectCode, projectCodeGeneration } from './project-code.ts'

describe('creditCode', () => {
  const code = creditCode({ label: '统一社会信用代码' })

  it.each([
    '91350100M000100Y43',
    '9144030071526726XG',
    '914403001922038216',
    '91310000775785552L',
    '91330100799655058B',
    // The weighted sum leaves remainder 0: its check digit is 0.
    '910000000000004650',
    '91000000000000019G',
  ])('%s is sound', (text) => {
    expect(read(code, text)).toBe(text)
    expect(code.check(text)).toMatchObject({ ok: true, value: text })
  })

  it('does not mind width, case and blanks', () => {
    for (const cell of [
      '91350100m000100y43',
      '９１３５０１００Ｍ０００１００Ｙ４３',
      ' 9135 0100 M000 100Y43 ',
      '91350100M000100Y43\u200b',
    ])
      expect(read(code, cell)).toBe('91350100M000100Y43')
  })

  it.each([
    ['91350100M000100Y44', '校验位不对'],
    ['91350100MO00100Y43', '不用字母 I、O、S、V、Z'],
    ['91350100M000100Y4', '应是 18 位，这里是 17 位'],
    ['440301103012345', '15 位的旧注册号'],
    ['91350100M000100Y4*', '不能有“\\*”'],
    ['x'.repeat(200), '太长'],
  ])('refuses %s', (cell, message) => {
    expect(read(code, cell)).toMatch(new RegExp(message))
    expect(code.check(cell)).toMatchObject({ ok: false })
  })

  it('refuses what Excel made of it, and says how to mend the sheet', () => {
    const lost = '编码被 Excel 变成了科学计数法，末几位已丢失，请把该列设为文本后重填'
    expect(read(code, '9.13501E+17')).toBe(`refused: ${lost}`)
    expect(read(code, numeric(9.13501e17, '9.13501E+17'))).toBe(`refused: ${lost}`)
    expect(read(code, numeric(9.14403001922038e17, '914403001922038000'))).toMatch('第 15 位以后的数字已丢失')
  })

  it('warns where only the inner code does not check', () => {
    expect(warningOf(code, '91350100M000100Y43')).toBeUndefined()
    const first = '91000000000000018'
    expect(warningOf(code, first + creditCodeCheck(first))).toMatch('主体标识码')
  })
})

describe('orgCode', () => {
  const code = orgCode({ label: '组织机构代码' })

  it('takes both spellings and prints the hyphen', () => {
    for (const cell of ['71526726-X', '71526726X', '７１５２６７２６－ｘ']) expect(read(code, cell)).toBe('71526726X')
    expect(code.format('71526726X')).toBe('71526726-X')
    expect(read(code, numeric(2518057, '002518057'))).toBe('002518057')
  })

  it.each([
    ['MA5AP9ET-5', '校验位不对'],
    ['7152672', '应是 9 位，这里是 7 位；开头的 0'],
    ['71526726XX', '应是 9 位，这里是 10 位'],
    [numeric(2518057), '这里是 7 位；开头的 0'],
  ])('refuses %s', (cell, message) => {
    expect(read(code, cell)).toMatch(message)
  })
})

describe('projectCode', () => {
  const code = projectCode({ label: '项目代码' })

  it('takes both generations, with hyphens or without', () => {
    expect(read(code, '2104-340122-04-01-123456')).toBe('2104-340122-04-01-123456')
    expect(read(code, '2019-340122-47-03-012345')).toBe('2019-340122-47-03-012345')
    for (const cell of ['21043401220401123456', '2104—340122—04—01—123456', '２１０４-340122-04-01-123456'])
      expect(read(code, cell)).toBe('2104-340122-04-01-123456')
  })

  it.each([
    ['2113-340122-04-01-123456', '既不是年月'],
    ['2104-340122-04-01-12345', '这里是 19 位'],
    ['项目一', '应是 20 位数字'],
    [numeric(2.10434e19, '2.10434E+19'), '末几位已丢失'],
  ])('refuses %s', (cell, message) => {
    expect(read(code, cell)).toMatch(message)
  })

  it('warns of a month that has not come', () => {
    expect(warningOf(code, '2712-340122-04-01-123456')).toBe('代码里的赋码年月 2027-12 还没有到，请核对')
  })

  it('tells the generations apart', () => {
    expect(['2011', '2010', '2015', '2020', '2014', '2104', '2113'].map(projectCodeGeneration)).toEqual([
      'new',
      null,
      'old',
      'old',
      null,
      'new',
      null,
    ])
  })
})
