import * as fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { encodeCursor } from './cursor.ts'
import { defineFields, type Filters, type RawQuery } from './define-fields.ts'
import { choiceField, dateField, flagField, numberField, refField, searchField, textField } from './kinds.ts'

const list = defineFields({
  deadline: dateField({ label: '完成时限', sortable: true }),
  issued: dateField({ label: '交办日期', filter: ['from'] }),
  state: choiceField(['issued', 'closing', 'closed'] as const, { label: '状态' }),
  light: choiceField(['green', 'red'] as const, { label: '灯', sortable: true, nullable: true }),
  unit: refField({ label: '单位' }),
  leader: refField({ label: '牵头县领导', nullable: true }),
  area: numberField({ label: '面积', sortable: true, decimals: 2 }),
  number: textField({ label: '督办编号', sortable: true }),
  overdue: flagField({ label: '逾期' }),
  text: searchField({ label: '事项' }),
})

const parse = (raw: RawQuery) => {
  const parsed = list.parse(raw)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fields))
  return parsed.query
}
const refusals = (raw: RawQuery) => {
  const parsed = list.parse(raw)
  return parsed.ok ? [] : parsed.fields.map((f) => `${f.path}: ${f.message}`)
}

describe('defineFields', () => {
  it('an empty query is the first page, newest first', () => {
    expect(parse({})).toEqual({
      filters: {},
      sort: { field: 'id', direction: 'desc', nulls: 'last' },
      after: null,
      limit: 50,
      count: 'none',
    })
  })

  it('types each filter by its field', () => {
    type F = Filters<typeof list.fields>
    expectTypeOf<F['deadline']>().toEqualTypeOf<{ readonly from?: string; readonly to?: string } | undefined>()
    expectTypeOf<F['state']>().toEqualTypeOf<readonly ('issued' | 'closing' | 'closed' | null)[] | undefined>()
    expectTypeOf<F['leader']>().toEqualTypeOf<readonly (number | null)[] | undefined>()
    expectTypeOf<F['overdue']>().toEqualTypeOf<boolean | undefined>()
    expectTypeOf<F['text']>().toEqualTypeOf<string | undefined>()
  })

  it('reads every kind', () => {
    const query = parse({
      deadlineFrom: '2026-01-01',
      deadlineTo: '2026-06-30',
      state: ['issued,closing', 'issued'],
      light: 'none,red',
      unit: '12, 7',
      leader: 'none',
      areaTo: '１２.5',
      number: ' 青督〔2026〕7号 ',
      overdue: 'false',
      text: ' ＩＮＳ　园区 ',
      sort: '-deadline',
      limit: '200',
      count: 'capped',
    })
    expect(query.filters).toEqual({
      deadline: { from: '2026-01-01', to: '2026-06-30' },
      state: ['issued', 'closing'],
      light: [null, 'red'],
      unit: [12, 7],
      leader: [null],
      area: { to: 1250 },
      number: '青督〔2026〕7号',
      overdue: false,
      text: 'INS 园区',
    })
    expect(query.sort).toEqual({ field: 'deadline', direction: 'desc', nulls: 'last' })
    expect(query.limit).toBe(200)
    expect(query.count).toBe('capped')
  })

  it('treats an empty parameter as absent', () => {
    expect(parse({ state: '', unit: ' , ', text: '　', deadlineFrom: '', sort: '', after: '' }).filters).toEqual({})
  })

  it.each<[RawQuery, string]>([
    [{ stat: 'issued' }, 'stat: 不认识的查询条件'],
    [{ __proto__x: '1' }, '__proto__x: 不认识的查询条件'],
    [{ issuedTo: '2026-01-01' }, 'issuedTo: 不认识的查询条件'],
    [{ deadlineFrom: '2026-02-30' }, 'deadlineFrom: 完成时限要写成 2026-05-21 这样的日期'],
    [{ deadlineFrom: '2026-07-01', deadlineTo: '2026-06-30' }, 'deadlineTo: 完成时限止不能早于或小于起'],
    [{ state: 'issued,gone' }, 'state: 状态里没有“gone”'],
    [{ state: 'none' }, 'state: 状态里没有“none”'],
    [{ unit: '1e3' }, 'unit: 单位要写编号（正整数），不能是“1e3”'],
    [{ unit: '9007199254740993' }, 'unit: 单位要写编号（正整数），不能是“9007199254740993”'],
    [{ areaFrom: '1.234' }, 'areaFrom: 面积要写数字，小数最多 2 位'],
    [{ areaFrom: '999999999999999' }, 'areaFrom: 面积的数太大'],
    [{ overdue: '1' }, 'overdue: 逾期只能是 true 或 false'],
    [{ text: '一'.repeat(61) }, 'text: 事项关键词太长，请控制在 60 字以内'],
    [{ number: 'x'.repeat(121) }, 'number: 督办编号太长，请控制在 120 字以内'],
    [{ number: ['a', 'b'] }, 'number: 只能给一个值'],
    [{ unit: Array.from({ length: 101 }, (_, i) => String(i + 1)).join(',') }, 'unit: 一次最多选 100 个'],
    [{ unit: '1'.repeat(5000) }, 'unit: 查询条件太长'],
    [{ sort: 'state' }, 'sort: 不能按这一列排序'],
    [{ sort: '--id' }, 'sort: 不能按这一列排序'],
    [{ limit: '0' }, 'limit: 每页条数要在 1 到 200 之间'],
    [{ limit: '201' }, 'limit: 每页条数要在 1 到 200 之间'],
    [{ limit: '5.5' }, 'limit: 每页条数要在 1 到 200 之间'],
    [{ count: 'all' }, 'count: 总数只能选 none、capped、exact'],
    [{ after: 'x' }, 'after: 翻页位置无效，请从第一页重新打开'],
  ])('refuses %o', (raw, message) => expect(refusals(raw)).toEqual([message]))

  it('collects one error per field', () => {
    expect(refusals({ deadlineFrom: 'x', state: 'x', limit: 'x' })).toHaveLength(3)
  })

  it('never throws, whatever the query string holds', () => {
    const names = fc.constantFrom(...list.parameters.map((p) => p.name), 'toString', 'other')
    const values = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string(), { maxLength: 4 }))
    fc.assert(
      fc.property(fc.dictionary(names, values), (raw) => {
        expect(() => list.parse(raw)).not.toThrow()
      }),
    )
  })

  it('lists its parameters and offers them as a schema', () => {
    expect(list.parameters.map((p) => p.name)).toEqual(
      'deadlineFrom deadlineTo issuedFrom state light unit leader areaFrom areaTo number overdue text sort after limit count'.split(
        ' ',
      ),
    )
    expect(Object.keys(list.schema.shape)).toEqual(list.parameters.map((p) => p.name))
  })

  it('refuses definitions that would be ambiguous', () => {
    expect(() => defineFields({ sort: textField() })).toThrow('twice')
    expect(() => defineFields({ day: dateField(), dayFrom: textField() })).toThrow('twice')
    expect(() => defineFields({ day: dateField() }, { defaultSort: 'day' })).toThrow('not sortable')
  })
})

describe('cursors of a list', () => {
  it.each([
    ['deadline', '2026-06-30'],
    ['-deadline', null],
    ['area', 1250],
    ['light', 'red'],
    ['-number', '青督〔2026〕7号'],
    ['id', 9],
  ])('the cursor of sort %s comes back', (sort, value) => {
    const first = parse({ sort })
    const after = list.next(first.sort, value, 9)
    expect(parse({ sort, after }).after).toEqual({ value, id: 9 })
  })

  it('a cursor of another sort or direction is refused', () => {
    const after = list.next(parse({ sort: 'deadline' }).sort, '2026-06-30', 9)
    expect(refusals({ sort: '-deadline', after })).toEqual(['after: 翻页位置属于另一种排序，请从第一页重新打开'])
    expect(refusals({ after })).toEqual(['after: 翻页位置属于另一种排序，请从第一页重新打开'])
  })

  it.each([
    ['deadline', 5],
    ['deadline', '2026-13-01'],
    ['area', 'x'],
    ['light', 'blue'],
    ['state', 'issued; drop'],
    ['text', 'x'],
    ['gone', 'x'],
    ['toString', 'x'],
    ['id', 8],
  ])('a cursor over %s with the value %s was not written here', (field, value) => {
    const after = encodeCursor({ field, direction: 'asc', value, id: 9 })
    expect(refusals({ sort: 'deadline', after })).toEqual(['after: 翻页位置无效，请从第一页重新打开'])
  })
})
