// 减负审核: which ledger of the county already holds what a new field would ask for. Pure and explainable: the same
// head, another name of it, or words so alike that a person should look.
import { toHalfWidth } from '@yipanqi/base'
import { z } from 'zod'
import type { Library } from '../define-library.ts'
import type { OwnField } from './definition.ts'
import { familyOf } from './kinds.ts'
import { findingHows, type FindingHow } from './words.ts'

export const finding = z
  .object({
    /** The field that was reviewed. */
    field: z.string(),
    library: z.string(),
    libraryName: z.string(),
    holder: z.string(),
    holderLabel: z.string(),
    how: z.enum(findingHows),
    /** refers: the field points to that ledger instead; explained: a reason is given; open: the county asks twice. */
    answer: z.enum(['refers', 'explained', 'open']),
  })
  .meta({ id: 'Finding', description: '哪本台账已有这一栏' })
export type Finding = z.output<typeof finding>

type Held = Pick<Library, 'id' | 'name' | 'fields'>

/** At most so many ledgers are named beside a field. */
const most = 3

/**
 * What the county already holds of these fields, best first; a retired field asks nobody. Fields that only point to a
 * ledger (references, units) are what the review wants, so they are not held against it.
 */
export function reviewFields(fields: readonly OwnField[], held: readonly Held[]): Finding[] {
  const index = indexOf(held)
  return fields.flatMap((field) => {
    if (field.retired || field.kind === 'unit') return []
    const found = new Map<string, Finding>()
    for (const one of index) {
      const how = alike(field, one)
      if (how === null) continue
      const known = found.get(one.library.id)
      if (known && rank(known.how) <= rank(how)) continue
      found.set(one.library.id, {
        field: field.name,
        library: one.library.id,
        libraryName: one.library.name,
        holder: one.name,
        holderLabel: one.label,
        how,
        answer: 'open',
      })
    }
    const answer = answerOf(field, found)
    return [...found.values()]
      .map((f) => ({ ...f, answer }))
      .sort((a, b) => rank(a.how) - rank(b.how))
      .slice(0, most)
  })
}

/** Findings that nobody has answered: with one of them a definition cannot be handed in. */
export const openFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((f) => f.answer === 'open')

/** Pointing to one ledger that has it answers for all that have it: nobody writes it once more. */
function answerOf(field: OwnField, found: ReadonlyMap<string, Finding>): Finding['answer'] {
  if (field.kind === 'reference' && field.target !== undefined && found.has(field.target)) return 'refers'
  return field.because.trim().length >= 4 ? 'explained' : 'open'
}

interface Entry {
  readonly library: Held
  readonly name: string
  readonly label: string
  readonly heads: readonly string[]
  readonly family: string
}

const families: Readonly<Record<string, string>> = {
  integer: 'n',
  decimal: 'n',
  money: 'n',
  area: 'n',
  percent: 'n',
  year: 'n',
  date: 'd',
  month: 'd',
  boolean: 'b',
  choices: 'a',
  files: 'f',
  point: 'p',
  polygon: 'p',
}

function indexOf(held: readonly Held[]): Entry[] {
  return held.flatMap((library) =>
    Object.entries(library.fields).flatMap(([name, field]) => {
      if (field.system) return []
      const heads = [field.label, ...(field.aliases ?? [])].map(plain).filter((h) => h !== '' && !generic.has(h))
      return heads.length === 0
        ? []
        : [{ library, name, label: field.label, heads, family: families[field.kind] ?? 't' }]
    }),
  )
}

function alike(field: OwnField, one: Entry): FindingHow | null {
  const label = plain(field.label)
  if (label === '' || generic.has(label)) return null
  if (label === one.heads[0] || label === plain(one.label)) return 'same'
  const heads = [label, ...field.aliases.map(plain)]
  if (heads.some((h) => !generic.has(h) && one.heads.includes(h))) return 'alias'
  // A figure and a text are not one fact, however alike they are called.
  const family = familyOf(field)
  const comparable = (family === 'r' || family === 's' || family === 'l' ? 't' : family) === one.family
  if (!comparable || field.kind === 'reference') return null
  return one.heads.some((h) => similar(label, h)) ? 'similar' : null
}

const rank = (how: FindingHow): number => findingHows.indexOf(how)

/** A head without brackets, blanks and signs, with words of one meaning made one. */
export function plain(head: string): string {
  let text = toHalfWidth(head)
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s、，,。.;；:：/\\_*-]/g, '')
    .toLowerCase()
  for (const [word, meant] of synonyms) text = text.replaceAll(word, meant)
  return text
}

/** Longest first, so that a part of a word is not exchanged before the word. */
const synonyms: readonly (readonly [string, string])[] = [
  ['单位详细名称', '企业名称'],
  ['公司名称', '企业名称'],
  ['法定代表人', '法人'],
  ['法人代表', '法人'],
  ['从业人员数', '职工人数'],
  ['从业人数', '职工人数'],
  ['员工人数', '职工人数'],
  ['用工人数', '职工人数'],
  ['职工数', '职工人数'],
  ['营业收入', '营收'],
  ['主营收入', '营收'],
  ['占地面积', '用地面积'],
  ['实缴税金', '税收'],
  ['入库税收', '税收'],
  ['纳税额', '税收'],
  ['社会信用代码', '信用代码'],
  ['统一信用代码', '信用代码'],
]

/** Heads that say nothing of what is asked. */
const generic = new Set(
  '备注 说明 其他 序号 编号 名称 类型 类别 状态 日期 时间 年度 年份 月份 附件 照片 地址 单位 内容 情况 联系人 联系电话 电话 负责人 金额 面积 数量 位置 坐标 填报人 填报时间 填报单位 填表人 进展 问题 经办人'.split(
    ' ',
  ),
)

/** Pairs of characters in common, as a share of all: 0.7 and more is worth a look. */
function similar(a: string, b: string): boolean {
  if (a.length < 4 || b.length < 4) return false
  const pairs = (text: string) => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)))
  const [one, other] = [pairs(a), pairs(b)]
  let common = 0
  for (const pair of one) if (other.has(pair)) common += 1
  return (2 * common) / (one.size + other.size) >= 0.7
}
