import { describe, expect, it } from 'vitest'
import { sampleLibrary } from '../testing/sample-library.ts'
import { asked, blank, lacking, withValue } from './draft.ts'

const stored = { name: '甲', total: 100, phone: '138****1234' }

describe('what a form has changed', () => {
  it('holds what differs and nothing else', () => {
    const once = withValue(blank, stored, 'total', 200)
    expect(once.values).toEqual({ total: 200 })
    expect(withValue(once, stored, 'total', 100).values).toEqual({})
    expect(withValue(blank, stored, 'land', null).values).toEqual({})
  })
  it('a number left behind its mask is not sent', () => {
    expect(withValue(blank, stored, 'phone', '138****1234').values).toEqual({})
    expect(withValue(blank, stored, 'phone', null).values).toEqual({ phone: null })
  })
  it('tells what keeps it from being sent', () => {
    const wrong = withValue(withValue(blank, stored, 'name', null), stored, 'total', 100, '不是数字：x')
    expect(lacking(sampleLibrary, wrong, stored)).toEqual({ name: '项目名称必须填写', total: '不是数字：x' })
    expect(lacking(sampleLibrary, withValue(wrong, stored, 'total', 5), stored)).toEqual({ name: '项目名称必须填写' })
  })
  it('asks for everything that a person fills in', () => {
    expect(asked(sampleLibrary)).toHaveLength(10)
  })
})
