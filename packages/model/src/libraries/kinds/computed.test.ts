import { expect, it } from 'vitest'
import { computed } from './computed.ts'
import { integer } from './integer.ts'

it('is its kind in everything but being asked', () => {
  const total = computed(integer({ label: '合计', unit: '户' }), ({ a, b }) =>
    typeof a === 'number' && typeof b === 'number' ? a + b : null,
  )
  expect(total).toMatchObject({ kind: 'integer', unit: '户', system: true, widget: 'none', label: '合计' })
  expect([total.compute?.({ a: 1, b: 2 }), total.compute?.({ a: 1 })]).toEqual([3, null])
})
