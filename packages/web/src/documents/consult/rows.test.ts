import { describe, expect, it } from 'vitest'
import { orderRows, type Row, rowsOf, undecided } from './rows.ts'

const row = (id: number, opinion: Row['opinion'], adopted: boolean | null = null): Row =>
  ({ id, matter: id, opinion, adopted, unit: { id: id % 2, code: '', name: '', short: '' } }) as unknown as Row

describe('采纳情况表', () => {
  const rows = [row(1, 'agree'), row(2, null), row(3, 'amend'), row(4, 'reassign', true)]
  it('puts what needs a decision first and what is settled last', () => {
    expect(orderRows(rows).map((r) => r.id)).toEqual([3, 2, 1, 4])
    expect(undecided(rows)).toBe(1)
  })
  it('gives each unit its own', () => {
    expect(rowsOf(rows, 1).map((r) => r.id)).toEqual([1, 3])
  })
})
