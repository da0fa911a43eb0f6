// Fields of the shipped libraries, bounds and choices included, keep the law of their kinds.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { libraries } from '../definitions/index.ts'
import { arbitraryOf } from './arbitrary.ts'
import { throughCell } from './round-trip.ts'

describe.each(libraries.map((library) => [library.name, library] as const))('%s', (_, { fields }) => {
  const brought = Object.entries(fields).filter(([, field]) => field.kind !== 'files')

  it.each(brought)('%s reads back what it writes', (_name, field) => {
    fc.assert(
      fc.property(arbitraryOf(field), (value) => {
        expect(field.check(value)).toMatchObject({ ok: true, value })
        expect(throughCell(field, value)).toMatchObject({ ok: true, value })
      }),
      { numRuns: 20 },
    )
  })
})
