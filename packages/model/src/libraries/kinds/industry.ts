import type { CellInput, Field, FieldOptions, ParseContext } from '../field.ts'
import { coded, type CodeRead } from './coded.ts'
import { industrySections } from './industry-table.ts'

const sectionNames = new Map(industrySections.map((s) => [s.code, s.name]))
const divisions = new Map(
  industrySections.flatMap((s) => s.divisions.map(([code, name]) => [code, { letter: s.code, name }] as const)),
)
const squeeze = (name: string): string => name.replace(/[、，,\s]/g, '')
// 教育 is a 门类 and its only 大类: the deeper one says as much and more. So 大类 are entered last.
const byName = new Map<string, string>([
  ...industrySections.map((s) => [squeeze(s.name), s.code] as const),
  ...industrySections.flatMap((s) => s.divisions.map(([code, name]) => [squeeze(name), s.code + code] as const)),
])

/**
 * A class of GB/T 4754-2017 of any of its four levels, kept as letter and digits (C, C13, C135, C1351) so that a branch of
 * the tree is a prefix. 门类 and 大类 are verified here; 中类 and 小类 by the county's own table, through the context.
 */
export function industry(options: FieldOptions): Field<string> {
  const field = coded(options, {
    kind: 'industry',
    pattern: '^[A-T](\\d{2,4})?$',
    widget: 'tree',
    operators: ['under', 'eq', 'in', 'empty', 'filled'],
    read,
    format(value, names) {
      const name = (value.length > 3 ? names?.('industry', value) : undefined) ?? industryName(value)
      return name === null ? value : `${value} ${name}`
    },
  })
  return {
    ...field,
    parse(cell, context) {
      const parsed = field.parse(cell, context)
      if (!parsed.ok || parsed.value === null) return parsed
      const warning = doubtful(parsed.value, cell, context)
      return warning === undefined ? parsed : { ...parsed, warning }
    },
  }
}

/** What only the county's own table can tell; without one (not even A01 is in it) nothing is doubted. */
function doubtful(value: string, cell: CellInput, { code }: ParseContext): string | undefined {
  if (value.length < 4 || !code?.('industry', 'A01')) return undefined
  const digits = value.slice(1)
  if (cell.number !== undefined && digits.length === 3 && !digits.startsWith('0') && code('industry', `0${digits}`))
    return `按 ${digits} 读；如果是 0${digits}，请把该列设为文本后重填`
  return code('industry', value) === null ? `县里的行业分类表没有 ${value}，请核对` : undefined
}

/** Name of the code's 门类 or 大类; for deeper codes that of their 大类; null for no such code. */
export function industryName(code: string): string | null {
  return (code.length === 1 ? sectionNames.get(code) : divisions.get(code.slice(1, 3))?.name) ?? null
}

function read(written: string, context?: ParseContext): CodeRead {
  // Codes and names come in one cell: C1351, 1351, C13 农副食品加工业, 13-农副食品加工业, M7517 三维(3D)打印技术推广服务.
  const m = /^([A-T])?(\d{1,4})?[-:：.、]?([^\d\-:：.、].{0,80})?$/.exec(written)
  const [, letter = '', digits = '', name = ''] = m ?? []
  if (!m || (letter === '' && digits === '')) return named(written, context)
  const said = name === '' ? undefined : byName.get(squeeze(name.replace(/^\(|\)$/g, '')))
  // IT服务 is a name, not section I.
  if (digits === '' && name !== '' && said === undefined) return named(written, context)
  const read = digits === '' ? { value: letter } : fromDigits(letter, digits)
  if ('wrong' in read || said === undefined) return read
  if (!read.value.startsWith(said) && !said.startsWith(read.value))
    return { wrong: `代码 ${read.value} 与名称“${name}”对不上，请核对` }
  return read
}

function fromDigits(letter: string, digits: string): CodeRead {
  if (digits.length === 1)
    return { wrong: `行业代码至少两位，这里是 ${digits}；开头的 0 若被 Excel 去掉，请把该列设为文本` }
  const division = divisions.get(digits.slice(0, 2))
  if (!division) return { wrong: `GB/T 4754-2017 没有 ${digits.slice(0, 2)} 大类，请核对` }
  if (letter !== '' && letter !== division.letter)
    return {
      wrong: `${digits.slice(0, 2)} 大类属于 ${division.letter} ${sectionNames.get(division.letter)}，不属于 ${letter}`,
    }
  return { value: division.letter + digits }
}

function named(written: string, context?: ParseContext): CodeRead {
  const own = byName.get(squeeze(written)) ?? context?.code?.('industry', written)
  if (own) return { value: own }
  return { wrong: `“${written.slice(0, 20)}”不是国民经济行业分类（GB/T 4754-2017）的代码或名称，请写代码，如 C13` }
}
