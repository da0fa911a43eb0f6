import type { Consultation } from '@yipanqi/model'

export type Row = Consultation['rows'][number]

/** 采纳情况表 in the order that a clerk works: what must be answered first, then silence, then consent. */
export function orderRows(rows: readonly Row[]): Row[] {
  const rank = (row: Row): number =>
    row.opinion === null ? 1 : row.opinion === 'agree' ? 2 : row.adopted === null ? 0 : 3
  return [...rows].sort((a, b) => rank(a) - rank(b) || a.matter - b.matter || a.id - b.id)
}

/** How many opinions still need a decision of the office. */
export const undecided = (rows: readonly Row[]): number =>
  rows.filter((row) => row.opinion !== null && row.opinion !== 'agree' && row.adopted === null).length

/** What one unit is asked, one row a matter. */
export const rowsOf = (rows: readonly Row[], unit: number): Row[] => rows.filter((row) => row.unit.id === unit)
