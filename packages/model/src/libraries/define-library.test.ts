import { describe, expect, it } from 'vitest'
import { defineLibrary, reservedColumns, type LibraryOptions } from './define-library.ts'
import type { Fields } from './field.ts'
import { choice, longText, money, month, person, point, reference, text, unit } from './kinds/index.ts'
import type { Ladder } from './ladder.ts'

const fields = {
  name: text({ label: '名称', aliases: ['项目名称'] }),
  lead: unit({ label: '责任单位' }),
  firm: reference({ label: '企业', to: 'enterprises', noun: '企业' }),
  investment: money({ label: '总投资', in: '万元' }),
  period: month({ label: '月份' }),
  track: choice({ label: '类别', choices: ['审批', '备案'] }),
  remarks: longText({ label: '备注' }),
  contact: person({ label: '联系人' }),
  place: point({ label: '坐标' }),
}
const ladder: Ladder = {
  name: '生命周期',
  stages: [
    { id: 'planned', name: '谋划' },
    { id: 'running', name: '在建' },
  ],
  gates: [{ to: 'running', conditions: [{ id: 'permit', name: '施工许可', needs: 'paper' }] }],
  stalledAfter: { planned: 180 },
}
const sound: LibraryOptions<Fields> = {
  id: 'works',
  table: 'work',
  name: '工程库',
  noun: '工程',
  measure: '项',
  purpose: '测试用',
  group: '项目与招商',
  fields,
  title: 'name',
  search: ['name'],
  unique: [['name', 'lead']],
  ladder,
  audience: { units: ['lead'], enterprise: 'firm' },
  columns: ['name', 'lead', 'investment'],
  sort: '-investment',
  narrow: ['investment'],
  rollups: [{ id: 'monthly', month: 'period', unit: 'lead', sums: ['investment'] }],
  sums: ['investment'],
  map: 'place',
}
const define = (change: Partial<LibraryOptions<Fields>>) => () => defineLibrary({ ...sound, ...change })
const gate = (conditions: Ladder['gates'][number]['conditions']) => ({
  ladder: { ...ladder, gates: [{ to: 'running', conditions }] },
})

describe('defineLibrary', () => {
  it('takes a sound definition; import matches by the keys unless it says otherwise', () => {
    expect(define({})().matchKeys).toEqual([['name', 'lead']])
    expect(define({ match: [['name']] })().matchKeys).toEqual([['name']])
    for (const sort of ['updated', 'id', '-stage', 'name']) expect(define({ sort })).not.toThrow()
  })

  it('checks names of fields as types', () => {
    const typed = { ...sound, fields } as const
    // @ts-expect-error no such field
    expect(() => defineLibrary<typeof fields>({ ...typed, title: 'nobody' })).toThrow('no field nobody')
  })

  it.each<[string, Partial<LibraryOptions<Fields>>, string]>([
    ['an id that is no URL', { id: 'Works' }, 'id'],
    ['a table that is no name', { table: 'work;' }, 'table'],
    ['a field name', { fields: { ...fields, Bad: text({ label: '坏' }) } }, 'field name Bad'],
    [
      'a field that every library has',
      { fields: { ...fields, version: text({ label: '版本' }) } },
      'version is a column of every library',
    ],
    [
      'a column that every library has',
      { fields: { ...fields, who: text({ label: '谁', column: 'created_by' }) } },
      'both keep the column created_by',
    ],
    [
      'two fields in one column',
      { fields: { ...fields, placeX: text({ label: '东' }) } },
      'both keep the column place_x',
    ],
    [
      'two fields with one head',
      { fields: { ...fields, other: text({ label: '项目名称' }) } },
      'both answer to the head 项目名称',
    ],
    ['a title that is not there', { title: 'constructor' }, 'no field constructor'],
    ['a search in what is sealed', { search: ['contact'] }, 'nothing sealed'],
    ['a key of long text', { unique: [['remarks']] }, 'no index'],
    ['a narrow sort without an index', { narrow: ['remarks'] }, 'has no index'],
    ['too many narrow sorts', { narrow: ['name', 'lead', 'firm', 'investment', 'period'] }, 'at most four'],
    [
      'too many columns',
      { columns: ['name', 'lead', 'firm', 'investment', 'period', 'track', 'place'] },
      'at most six',
    ],
    ['a sort by long text', { sort: 'remarks' }, 'sort remarks'],
    ['an audience that is no unit', { audience: { units: ['name'] } }, 'audience name is no unit'],
    ['a firm that is no reference', { audience: { units: [], enterprise: 'name' } }, 'audience name is no reference'],
    ['a roll-up by a name', { rollups: [{ id: 'x', month: 'name', unit: 'lead', sums: [] }] }, 'roll-up by name'],
    ['a roll-up of a name', { rollups: [{ id: 'x', month: 'period', unit: 'name', sums: [] }] }, 'roll-up of name'],
    [
      'a roll-up that sums a name',
      { rollups: [{ id: 'x', month: 'period', unit: 'lead', sums: ['name'] }] },
      'sum name',
    ],
    ['a sum of names', { sums: ['name'] }, 'sum name'],
    ['a map of names', { map: 'name' }, 'map of name'],
    ['a gate to nowhere', { ladder: { ...ladder, gates: [{ to: 'gone', conditions: [] }] } }, 'no such stage'],
    ['two gates to one stage', { ladder: { ...ladder, gates: [...ladder.gates, ...ladder.gates] } }, 'there are two'],
    ['two stages with one id', { ladder: { ...ladder, stages: [...ladder.stages, ...ladder.stages] } }, 'two stages'],
    ['a stall in no stage', { ladder: { ...ladder, stalledAfter: { gone: 1 } } }, 'stalledAfter gone'],
    ['a condition on no field', gate([{ id: 'a', name: 'a', needs: 'field', field: 'gone' }]), 'no field gone'],
    ['a test without a test', gate([{ id: 'a', name: 'a', needs: 'test' }]), 'no test'],
    [
      'a track that is no choice',
      gate([{ id: 'a', name: 'a', needs: 'paper', when: { field: 'track', in: ['核准'] } }]),
      'track is never 核准',
    ],
    [
      'two conditions with one id',
      gate([
        { id: 'a', name: 'a', needs: 'paper' },
        { id: 'a', name: 'b', needs: 'paper' },
      ]),
      'two conditions',
    ],
  ])('refuses %s', (_, change, message) => {
    expect(define(change)).toThrow(message)
  })

  it('names the library that is wrong', () => {
    expect(define({ id: 'Works' })).toThrow('library Works: id')
  })

  it('the ground’s columns are SQL names', () => {
    expect(reservedColumns).toContain('created_by')
  })
})
