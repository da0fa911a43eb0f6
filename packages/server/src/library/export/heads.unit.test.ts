// The head that an export writes is the head that an import knows, in every shipped library and in a template.
import { stageColumn, type Field } from '@yipanqi/model/libraries/index.ts'
import { libraries } from '@yipanqi/model/libraries/definitions/index.ts'
import { describe, expect, it } from 'vitest'
import { findHeader } from '../../sheets/find-header.ts'
import { knownTitles, matchColumns } from '../import/match-columns.ts'
import { headOf } from './sheet-columns.ts'

describe.each(libraries.map((library) => [library.name, library] as const))('%s', (_, library) => {
  const names = Object.keys(library.fields)
  const match = async (mark: (field: Field) => string) => {
    const titles = names.map((name) => mark(library.fields[name] as Field) + headOf(library.fields[name] as Field))
    const cells = [...titles, ...(library.ladder ? ['阶段'] : [])].map((text) => ({ text }))
    const header = findHeader([{ row: 3, cells }], knownTitles(library, {}))
    if (!header) throw new Error('no header')
    return matchColumns(library, header, {}, { rows: [], fits: async () => [] })
  }

  it.each([
    ['an export', () => ''],
    ['a template', (field: Field) => (field.required ? '*' : '')],
  ])('%s leads back to its own fields', async (_what, mark) => {
    const columns = await match(mark)
    const own = library.fields['stage'] || Object.values(library.fields).some((f) => f.label === '阶段')
    expect(columns.map((c) => c.field)).toEqual([...names, ...(library.ladder && !own ? [stageColumn] : [])])
  })
})
