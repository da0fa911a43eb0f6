// The county's own table of GB/T 4754-2017 with 中类 and 小类: read, checked as a tree, and asked by name.
import { normalizeCode } from '@yipanqi/base'
import { cleanText } from '../cells.ts'
import { industrySections } from './industry-table.ts'

export interface IndustryRow {
  readonly code: string
  readonly name: string
}

export interface IndustryProblem {
  /** Index of the row, from 0. */
  readonly row: number
  readonly message: string
}

export interface IndustryTable {
  /** Classes by code with letter (C1351), in order of code. */
  readonly names: ReadonlyMap<string, string>
  /** How many 门类, 大类, 中类, 小类 it holds. */
  readonly counts: readonly [number, number, number, number]
  /** Code of a name or of a code without its letter; the deepest where several levels share the name; null: none. */
  codeOf(text: string): string | null
}

const mostRows = 5000

/**
 * Reads rows of code and name. Parents have to exist (门类 and 大类 may be left to the shipped ones), names of 门类 and 大类
 * have to be the standard's own, no code comes twice. Every problem is told by row; a table with problems is not used.
 */
export function readIndustryTable(
  rows: readonly IndustryRow[],
):
  | { readonly ok: true; readonly table: IndustryTable }
  | { readonly ok: false; readonly problems: readonly IndustryProblem[] } {
  if (rows.length > mostRows)
    return { ok: false, problems: [{ row: mostRows, message: `行数太多，国民经济行业分类不到 ${mostRows} 行` }] }
  const shipped = new Map<string, string>()
  const letters = new Map<string, string>()
  for (const section of industrySections) {
    shipped.set(section.code, section.name)
    for (const [code, name] of section.divisions) {
      shipped.set(section.code + code, name)
      letters.set(code, section.code)
    }
  }
  const names = new Map(shipped)
  const seen = new Set<string>()
  const problems: IndustryProblem[] = []
  const full: (string | null)[] = rows.map((one, row) => {
    const fail = (message: string): null => {
      problems.push({ row, message })
      return null
    }
    const written = normalizeCode(one.code)
    const name = cleanText(one.name)
    const m = /^([A-T]?)(\d{0,4})$/.exec(written)
    if (!m || written === '' || m[2]?.length === 1)
      return fail(`代码“${written.slice(0, 20)}”不对，应是一个字母或两到四位数字`)
    if (name === '' || name.length > 80) return fail(`代码 ${written} 没有名称，或名称太长`)
    const letter = m[2] === '' ? m[1] : letters.get(m[2]?.slice(0, 2) ?? '')
    if (letter === undefined) return fail(`没有 ${m[2]?.slice(0, 2)} 大类：这张表可能不是 2017 版`)
    if (m[1] !== '' && m[1] !== letter) return fail(`代码 ${written} 的门类应是 ${letter}`)
    const code = `${letter}${m[2]}`
    if (seen.has(code)) return fail(`代码 ${written} 重复`)
    seen.add(code)
    const own = shipped.get(code)
    if (own !== undefined && own !== name) return fail(`${code} 应是“${own}”，这里是“${name}”`)
    names.set(code, name)
    return code
  })
  for (const [row, code] of full.entries())
    if (code?.length === 5 && !names.has(code.slice(0, 4)))
      problems.push({ row, message: `小类 ${code} 没有它的中类 ${code.slice(0, 4)}` })
  if (problems.length > 0) return { ok: false, problems: problems.sort((a, b) => a.row - b.row) }
  return { ok: true, table: tableOf(new Map([...names].sort(([a], [b]) => (a < b ? -1 : 1)))) }
}

function tableOf(names: ReadonlyMap<string, string>): IndustryTable {
  const counts: [number, number, number, number] = [0, 0, 0, 0]
  const byName = new Map<string, string>()
  const byDigits = new Map<string, string>()
  const depth = [0, 0, 0, 1, 2, 3]
  for (const [code, name] of names) {
    const level = depth[code.length] ?? 0
    counts[level] = (counts[level] ?? 0) + 1
    // In order of code a child follows its parent, so the deepest class of a name stays.
    byName.set(name, code)
    byDigits.set(code.slice(1), code)
  }
  return {
    names,
    counts,
    codeOf(text) {
      const plain = normalizeCode(text)
      return byName.get(cleanText(text)) ?? (names.has(plain) ? plain : null) ?? byDigits.get(plain) ?? null
    },
  }
}
