// A county's own ledger, or its additional fields on a shipped one, as data: written in the browser, reviewed, approved.
import { z } from 'zod'
import { isoDate } from '../../api/common.ts'
import { areaMeasures, moneyMeasures, ownKinds, type OwnKind } from './kinds.ts'

const line = (most: number, what: string) =>
  z.string().trim().min(1, `请写${what}`).max(most, `${what}最多 ${most} 个字`)

/** What the review was answered for one field: why the county still asks what stands elsewhere. */
export const ownField = z
  .object({
    /** Kept for good: f1, f2 … in the order they were added, never used again. */
    name: z.string().regex(/^f[1-9]\d{0,2}$/, '栏目编号不对'),
    label: line(30, '栏目名'),
    kind: z.enum(ownKinds),
    aliases: z.array(line(30, '别名')).max(10, '别名最多 10 个').default([]),
    help: z.string().trim().max(120, '填写说明最多 120 个字').default(''),
    section: z.string().trim().max(20, '分组名最多 20 个字').default(''),
    required: z.boolean().default(false),
    choices: z.array(line(30, '选项')).max(60, '选项最多 60 个').optional(),
    /** Of money and area the measure a bare number is meant in; of other figures the word behind it. */
    measure: z.string().trim().max(6, '计量单位最多 6 个字').optional(),
    places: z.number().int().min(1).max(6).optional(),
    target: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,40}$/, '没有这本台账')
      .optional(),
    sees: z.boolean().optional(),
    /** Asked no more; what was written stays. */
    retired: z.boolean().default(false),
    /** Answer to the review: why it is asked though a ledger may hold it. */
    because: z.string().trim().max(200, '理由最多 200 个字').default(''),
  })
  .meta({ id: 'OwnField' })

export const mostFields = 80
const fieldList = z.array(ownField).max(mostFields, `栏目最多 ${mostFields} 个`)

export const ownDefinition = z
  .object({
    name: line(20, '台账名称'),
    noun: line(10, '一条记录叫什么'),
    measure: line(4, '量词'),
    purpose: line(120, '用途'),
    group: line(20, '归类'),
    /** Every account of the county may read it; else its keepers, the office and the units named in a record. */
    open: z.boolean().default(false),
    fields: fieldList.min(1, '至少要有一栏'),
    /** The field that names a record. */
    title: z.string().max(10),
    /** No two records share these fields; import finds the existing record by them. */
    key: z.array(z.string().max(10)).min(1, '请选认记录的栏目').max(3, '认记录的栏目最多 3 个'),
    /** List columns at first, title first. */
    columns: z.array(z.string().max(10)).max(6, '清单最多先显示 6 栏').default([]),
  })
  .meta({ id: 'OwnDefinition' })

/** Additional fields of the county on a shipped library. */
export const extraDefinition = z.object({ fields: fieldList.min(1, '至少要有一栏') }).meta({ id: 'ExtraDefinition' })

export type OwnField = z.output<typeof ownField>
export type OwnDefinition = z.output<typeof ownDefinition>
export type ExtraDefinition = z.output<typeof extraDefinition>
/** Where each field stands: name → slot. Laid down once a version is approved and only ever added to. */
export type SlotMap = Readonly<Record<string, string>>

export const endsOn = isoDate

export interface DefinitionFault {
  readonly path: string
  readonly message: string
}

const keyKinds: readonly OwnKind[] = [
  'text',
  'choice',
  'credit-code',
  'project-code',
  'integer',
  'year',
  'date',
  'month',
  'unit',
  'reference',
]

/** What contradicts itself in fields, in Chinese, by path; `known`: heads that other fields of the ledger answer to. */
export function findFieldFaults(
  fields: readonly OwnField[],
  known: ReadonlySet<string> = new Set(),
): DefinitionFault[] {
  const faults: DefinitionFault[] = []
  const heads = new Set(known)
  const names = new Set<string>()
  for (const [i, field] of fields.entries()) {
    const say = (part: string, message: string) => faults.push({ path: `fields.${i}.${part}`, message })
    if (names.has(field.name)) say('name', '栏目编号重复')
    names.add(field.name)
    if (field.retired) continue
    for (const head of [field.label, ...field.aliases]) {
      if (heads.has(head)) say('label', `“${head}”已经有一栏了，栏目名和别名不能重复`)
      heads.add(head)
    }
    for (const [part, message] of kindFaults(field)) say(part, message)
  }
  return faults
}

function kindFaults(field: OwnField): [string, string][] {
  const out: [string, string][] = []
  if (field.kind === 'choice' || field.kind === 'choices') {
    const words = field.choices ?? []
    if (words.length < 2) out.push(['choices', '至少写两个选项'])
    const plain = words.map((word) => word.replace(/\s/g, '').toLowerCase())
    if (new Set(plain).size !== plain.length) out.push(['choices', '选项重复了'])
    if (field.kind === 'choices' && words.some((word) => /[、，,；;|／]/.test(word)))
      out.push(['choices', '多选的选项里不能有顿号、逗号、分号'])
  }
  if (field.kind === 'reference' && field.target === undefined) out.push(['target', '请选要引用的台账'])
  const measures = field.kind === 'money' ? moneyMeasures : field.kind === 'area' ? areaMeasures : null
  if (measures && field.measure !== undefined && !measures.some((m) => m === field.measure))
    out.push(['measure', `只能是${measures.join('、')}`])
  return out
}

/** The same for a whole ledger. */
export function findDefinitionFaults(definition: OwnDefinition): DefinitionFault[] {
  const faults = findFieldFaults(definition.fields)
  const live = new Map(definition.fields.filter((f) => !f.retired).map((f) => [f.name, f]))
  const title = live.get(definition.title)
  if (!title) faults.push({ path: 'title', message: '请选一栏作名称' })
  else if (title.kind !== 'text') faults.push({ path: 'title', message: '名称要用“单行文字”的栏' })
  else if (!title.required) faults.push({ path: 'title', message: '作名称的栏要设成必填' })
  for (const name of definition.key) {
    const field = live.get(name)
    if (!field) faults.push({ path: 'key', message: '认记录的栏目不在台账里，或已停用' })
    else if (!keyKinds.includes(field.kind)) faults.push({ path: 'key', message: `“${field.label}”不能用来认记录` })
  }
  for (const name of definition.columns)
    if (!live.has(name)) faults.push({ path: 'columns', message: '清单里有一栏不在台账里，或已停用' })
  return faults
}
