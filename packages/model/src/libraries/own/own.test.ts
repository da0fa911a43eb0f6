import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enterprises } from '../definitions/enterprises.ts'
import { libraries } from '../definitions/index.ts'
import { buildOwnLibrary, extendLibrary, isOwnId } from './build.ts'
import { assignSlots, findChangeFaults } from './change.ts'
import { findDefinitionFaults, ownDefinition, ownField, type OwnField } from './definition.ts'
import { familyOf, ownKinds, type OwnKind } from './kinds.ts'
import { mayOwn } from './may.ts'
import { presetPolicy } from './policy.ts'
import { plain, reviewFields } from './review.ts'
import { extraRoom, ownRoom, slotColumns } from './slots.ts'

const field = (n: number, label: string, kind: OwnKind, more: object = {}): OwnField =>
  ownField.parse({ name: `f${n}`, label, kind, ...more })
const fieldArbitrary = (n: number): fc.Arbitrary<OwnField> =>
  fc
    .record({ kind: fc.constantFrom(...ownKinds), retired: fc.boolean(), sees: fc.boolean() })
    .map(({ kind, ...more }) =>
      field(n, `栏目${n}`, kind, {
        ...more,
        ...(kind.startsWith('choice') ? { choices: ['甲', '乙'] } : {}),
        target: 'projects',
      }),
    )

describe('slots', () => {
  it('are never given away: what has one keeps it, whatever comes and goes', () => {
    const versions = fc
      .integer({ min: 1, max: 40 })
      .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => fieldArbitrary(i + 1))))
    fc.assert(
      fc.property(versions, fc.array(fc.nat(60), { maxLength: 30 }), (fields, kept) => {
        const first = assignSlots(ownRoom, fields, {}).slots
        const left = fields.filter((_, i) => !kept.includes(i))
        const added = [...left, field(100, '新栏目', 'text')]
        const next = assignSlots(ownRoom, added, first).slots
        expect(next).toMatchObject(first)
        expect(new Set(Object.values(next)).size).toBe(Object.keys(next).length)
        for (const f of fields) {
          const slot = first[f.name]
          if (slot) expect(slot.startsWith(familyOf(f))).toBe(true)
        }
      }),
    )
  })

  it('tell where a family is used up, and the title takes the first text', () => {
    const many = Array.from({ length: 22 }, (_, i) => field(i + 1, `字${i}`, 'text'))
    const { slots, faults } = assignSlots(ownRoom, many, {}, 'f9')
    expect(slots['f9']).toBe('t1')
    expect(faults).toHaveLength(2)
    expect(faults[0]?.message).toContain('最多 20 个')
    expect(assignSlots(extraRoom, [field(1, '附件', 'files')], {}).faults[0]?.message).toBe('这里不能加“附件”的栏')
  })

  it('of the two rooms never meet', () => {
    const own = new Set(slotColumns(ownRoom))
    expect(slotColumns(extraRoom).filter((s) => own.has(s))).toEqual([])
  })
})

const ledger = (fields: readonly object[]) =>
  ownDefinition.parse({
    name: '台账',
    noun: '条',
    measure: '条',
    purpose: '用途',
    group: '金融',
    title: 'f1',
    key: ['f1'],
    fields,
  })

describe('a definition', () => {
  it('of every kind builds a library that asks every field of its slot', () => {
    const fields = ownKinds.map((kind, i) =>
      field(i + 2, `栏目${i}`, kind, {
        choices: ['甲', '乙'],
        ...(kind === 'reference' ? { target: 'projects' } : {}),
      }),
    )
    const whole = ledger([field(1, '名称', 'text', { required: true }), ...fields])
    expect(findDefinitionFaults(whole)).toEqual([])
    const { slots } = assignSlots(ownRoom, whole.fields, {}, 'f1')
    const library = buildOwnLibrary('own-x', whole, slots, { nounOf: () => '项目', ended: false })
    for (const [name, f] of Object.entries(library.fields)) expect(f.column).toBe(slots[name])
    expect(buildOwnLibrary('own-x', whole, slots, { nounOf: () => '项目', ended: true }).readOnly).toBe(true)
  })

  it.each([
    ['a title that may be empty', { fields: [field(1, '名称', 'text')] }, '必填'],
    [
      'two fields of one name',
      { fields: [field(1, '名称', 'text', { required: true }), field(2, '名称', 'date')] },
      '不能重复',
    ],
    [
      'a choice without choices',
      { fields: [field(1, '名称', 'text', { required: true }), field(2, '选', 'choice')] },
      '两个选项',
    ],
    [
      'a key of long text',
      { key: ['f2'], fields: [field(1, '名称', 'text', { required: true }), field(2, '长', 'long-text')] },
      '不能用来认记录',
    ],
  ])('with %s is told', (_, more, message) => {
    const whole = { ...ledger([field(1, '名称', 'text')]), ...more }
    expect(JSON.stringify(findDefinitionFaults(whole))).toContain(message)
  })

  it('may not lose what records hold', () => {
    const before = [field(1, '甲', 'choice', { choices: ['一', '二'] }), field(2, '乙', 'date')]
    const faults = findChangeFaults(before, [field(1, '甲', 'choice', { choices: ['一', '三'] })])
    expect(faults.map((f) => f.message).join()).toMatch(/“二”.*不能去掉.*“乙”.*不能删去/)
    expect(
      findChangeFaults(
        before,
        before.map((f) => ({ ...f, retired: true, label: `旧${f.label}` })),
      ),
    ).toEqual([])
  })

  it('no shipped library bears an id of a county’s own', () => {
    expect(libraries.filter((l) => isOwnId(l.id))).toEqual([])
  })

  it('additional fields give way to a head that ships later', () => {
    const extra = [field(1, '企业名称', 'text', { aliases: ['曾用名', '土名'] })]
    const { fields } = extendLibrary(enterprises, extra, { f1: 'x_t1' }, { nounOf: () => undefined, ended: false })
    expect(fields['xf1']).toMatchObject({ label: '企业名称（县里增加）', aliases: ['土名'] })
  })
})

describe('减负审核', () => {
  const found = (label: string, kind: OwnKind = 'text', more: object = {}) =>
    reviewFields([field(1, label, kind, more)], libraries).map((f) => [f.library, f.how, f.answer])

  it('meets the same head, another name of it, and words alike', () => {
    expect(found('统一社会信用代码')).toContainEqual(['enterprises', 'same', 'open'])
    expect(found('单位详细名称')).toContainEqual(['enterprises', 'same', 'open'])
    expect(found('经营状态（最新）', 'choice')).toContainEqual(['enterprises', 'same', 'open'])
  })

  it('is answered by a reference to that ledger, or by a reason', () => {
    expect(found('企业名称', 'reference', { target: 'enterprises' })).toContainEqual(['enterprises', 'same', 'refers'])
    expect(found('企业名称', 'text', { because: '没有进库的散户' })).toContainEqual([
      'enterprises',
      'same',
      'explained',
    ])
    expect(found('企业名称', 'text', { because: '要' })).toContainEqual(['enterprises', 'same', 'open'])
  })

  it('leaves alone what says nothing, units, and what is retired', () => {
    for (const label of ['备注', '联系电话', '日期', '撂荒成因']) expect(found(label)).toEqual([])
    expect(found('企业名称', 'unit')).toEqual([])
    expect(found('企业名称', 'text', { retired: true })).toEqual([])
  })

  it('does not end or slow down with hostile heads', () => {
    expect(plain(`${'('.repeat(5000)}企业`)).toContain('企业')
  })
})

describe('who may', () => {
  const facts = { unit: 7, open: { state: 'proposed' as const, draftedBy: 1 }, active: false, approved: false }
  it('nobody approves what they wrote, only approvers approve', () => {
    const by = (post: 'dispatcher' | 'establishment' | 'liaison', account: number) =>
      mayOwn({ post, account, unit: 9 }, facts, presetPolicy, 'decide')
    expect([by('dispatcher', 1), by('dispatcher', 2), by('establishment', 3), by('liaison', 4)]).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})
