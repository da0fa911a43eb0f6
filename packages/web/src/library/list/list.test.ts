import { describe, expect, it } from 'vitest'
import { sampleLibrary } from '../testing/sample-library.ts'
import type { FieldView } from '../fields/view.ts'
import { columnsOf, mayBeColumn, usual } from './columns.ts'
import { exportAddress } from './export.ts'
import { groupFields } from './GroupSelect.tsx'
import { spanOf } from './span.ts'
import { nextSort } from './Table.tsx'

const f = (name: string): FieldView => sampleLibrary.find(name) as FieldView

describe('columns', () => {
  it('begin as the ledger says, the stage second', () => {
    expect(usual(sampleLibrary)).toEqual(['name', 'stage', 'leadUnit', 'total'])
    expect(columnsOf(sampleLibrary, {}).map((c) => c.name)).toEqual(['name', 'stage', 'leadUnit', 'total'])
  })
  it('keep the title first and drop what is not there', () => {
    expect(columnsOf(sampleLibrary, { columns: 'total,gone,name' }).map((c) => c.name)).toEqual(['name', 'total'])
  })
  it('leave out what does not fit a cell', () => {
    expect(mayBeColumn({ ...f('name'), shape: { ...f('name').shape, widget: 'polygon' } })).toBe(false)
  })
})

it('a head goes up, down and back to the ledger’s own order', () => {
  expect(nextSort('updated', 'total')).toBe('total')
  expect(nextSort('total', 'total')).toBe('-total')
  expect(nextSort('-total', 'total')).toBeUndefined()
})

it('the export asks for exactly what is seen', () => {
  const url = new URL(
    exportAddress(sampleLibrary, { q: '物流', sort: '-total', columns: 'name,stage,total' }),
    'http://x',
  )
  expect(url.pathname).toBe('/api/v1/libraries/projects/export')
  expect(Object.fromEntries(url.searchParams)).toEqual({ search: '物流', sort: '-total', columns: 'name,total' })
})

describe('groups', () => {
  it('are made by words, units and days', () => {
    expect(groupFields(sampleLibrary).map((g) => g.name)).toEqual([
      'stage',
      'startedOn',
      'plan',
      'nature',
      'leadUnit',
      'state',
    ])
  })
  it('open as the list of their members', () => {
    expect(spanOf(f('startedOn'), '2026-02', 'month')).toEqual({
      all: [
        { field: 'startedOn', is: 'from', value: '2026-02-01' },
        { field: 'startedOn', is: 'to', value: '2026-02-28' },
      ],
    })
    expect(spanOf(f('plan'), '2026', 'year')).toEqual({
      all: [
        { field: 'plan', is: 'from', value: '2026-01' },
        { field: 'plan', is: 'to', value: '2026-12' },
      ],
    })
    expect(spanOf(f('leadUnit'), 7, undefined)).toEqual({ field: 'leadUnit', is: 'in', value: [7] })
    expect(spanOf(f('nature'), null, undefined)).toEqual({ field: 'nature', is: 'empty' })
  })
})
