import { getLibrary } from '@yipanqi/model/libraries/definitions/index.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchOf } from './search-of.ts'
import { hashToken, memberToken, searchable, searchTokens } from './tokens.ts'

const enterprises = getLibrary('enterprises')
const found = (values: Record<string, string | string[]>, words: string, county = '000001'): boolean => {
  const made = searchOf(enterprises, county, values)
  const asked = searchTokens(words).map((t) => hashToken(county, t))
  return asked.length > 0 && asked.every((t) => made.search.includes(t)) && made.search_text.includes(searchable(words))
}
const firm = { name: '青禾机械（示例县）有限公司', creditCode: '91350100M000100Y43', formerName: '老青禾 Machinery' }

describe('searchOf', () => {
  it.each([
    '青禾',
    '禾',
    '机械 示例县',
    'qhjx',
    'QHJX',
    'q',
    '91350100',
    'y43',
    '100m',
    '老青禾',
    'machine',
    '５０１０',
  ])('finds by %s', (words) => expect(found(firm, words)).toBe(true))

  it.each(['械机', '青机', 'qjhx', '公司青', '9135 0101'])('does not find by %s', (words) =>
    expect(found(firm, words)).toBe(false),
  )

  it('keeps each member of 培育名单, and counties apart', () => {
    const { search } = searchOf(enterprises, '000001', { name: '青禾', nurture: ['升规', '专精特新'] })
    expect(search).toContain(hashToken('000001', memberToken('nurture', '升规')))
    expect(search).not.toContain(hashToken('000001', memberToken('nurture', '上市后备')))
    expect(search).not.toContain(hashToken('000002', memberToken('nurture', '升规')))
  })

  it('seals what is personal: a name of a person is nowhere in it', () => {
    const made = searchOf({ ...enterprises, search: ['name', 'legalPerson'] }, '000001', {
      name: '青禾',
      legalPerson: '周明远',
    })
    expect(made.search_text).not.toContain('周')
  })

  it('every fragment of a name finds it; hashes are int4', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        fc.nat(40),
        fc.nat(40),
        (name, a, b) => {
          const clean = [...searchable(name)]
          const words = clean.slice(Math.min(a, b), Math.max(a, b) + 1).join('')
          fc.pre(words !== '' && searchable(words) === words)
          expect(found({ name }, words)).toBe(true)
          for (const h of searchOf(enterprises, '000001', { name }).search) expect(h).toBe(h | 0)
        },
      ),
    )
  })
})
