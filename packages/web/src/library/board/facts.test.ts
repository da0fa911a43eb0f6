import { expect, it } from 'vitest'
import { sampleLibrary } from '../testing/sample-library.ts'
import { factsOf } from './facts.ts'

it('tells two facts that are filled in, with their units', () => {
  const library = {
    ...sampleLibrary,
    shape: { ...sampleLibrary.shape, columns: ['name', 'unit', 'total', 'startedOn'] },
  }
  const values = { name: '甲', total: 1_230_000_000, startedOn: '2026-03-15' }
  expect(factsOf(library, values, () => undefined, '2026-05-21').map((f) => f.text)).toEqual([
    `${sampleLibrary.find('total')?.label} 1,230 万元`,
    `${sampleLibrary.find('startedOn')?.label} 3月15日`,
  ])
  expect(factsOf(library, { total: 0 }, () => undefined, '2026-05-21')).toEqual([])
})
