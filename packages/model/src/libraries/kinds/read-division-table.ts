// The county's own table of 行政区划: its townships and villages under their statistical codes, read, checked as a tree,
// and asked by name.
import { normalizeCode } from '@yipanqi/base'
import { cleanText } from '../cells.ts'
import type { IndustryProblem, IndustryRow } from './read-industry-table.ts'
import { readDivision } from './division.ts'

export interface DivisionTable {
  /** By code without the zeros that say 全部, in order of code. */
  readonly names: ReadonlyMap<string, string>
  /** Code of a name, alone or behind its parent's (青田镇河东村); null: none, or several places are called so. */
  codeOf(text: string): string | null
}

/** A province has some 30,000 places; a county some hundreds. */
const mostRows = 40_000

/**
 * Reads rows of code and name. A village needs its township, a township its county where the table names counties at
 * all; no code comes twice. Every problem is told by row; a table with problems is not used.
 */
export function readDivisionTable(
  rows: readonly IndustryRow[],
):
  | { readonly ok: true; readonly table: DivisionTable }
  | { readonly ok: false; readonly problems: readonly IndustryProblem[] } {
  if (rows.length > mostRows)
    return { ok: false, problems: [{ row: mostRows, message: `行数太多，最多 ${mostRows} 行；请只留本县的` }] }
  const names = new Map<string, string>()
  const problems: IndustryProblem[] = []
  const codes = rows.map((one, row): string | null => {
    const written = normalizeCode(one.code)
    const name = cleanText(one.name)
    const read = readDivision(written)
    const message =
      'wrong' in read
        ? read.wrong
        : name === '' || name.length > 60
          ? `代码 ${written} 没有名称，或名称太长`
          : names.has(read.value)
            ? `代码 ${written} 重复`
            : null
    if (message !== null || 'wrong' in read) {
      problems.push({ row, message: message ?? '' })
      return null
    }
    names.set(read.value, name)
    return read.value
  })
  const counties = [...names.keys()].some((code) => code.length === 6)
  for (const [row, code] of codes.entries()) {
    const parent = code?.length === 12 ? code.slice(0, 9) : code?.length === 9 && counties ? code.slice(0, 6) : null
    if (parent !== null && !names.has(parent)) problems.push({ row, message: `${code} 没有它的上级 ${parent}` })
  }
  if (problems.length > 0) return { ok: false, problems: problems.sort((a, b) => a.row - b.row) }
  return { ok: true, table: tableOf(new Map([...names].sort(([a], [b]) => (a < b ? -1 : 1)))) }
}

function tableOf(names: ReadonlyMap<string, string>): DivisionTable {
  const byName = new Map<string, string | null>()
  // Villages of one name are many: which of them is meant, nobody can tell.
  const add = (name: string, code: string) => byName.set(name, byName.has(name) ? null : code)
  for (const [code, name] of names) {
    add(name, code)
    const above = names.get(code.slice(0, code.length - 3))
    if (above !== undefined) add(above + name, code)
  }
  return { names, codeOf: (text) => byName.get(cleanText(text).replace(/\s/g, '')) ?? null }
}
