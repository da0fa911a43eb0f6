// A definition as it was sent: read by its one shape, held against what is in force, reviewed against what the county has.
import {
  assignSlots,
  buildOwnLibrary,
  extendLibrary,
  extraDefinition,
  extraRoom,
  findChangeFaults,
  findDefinitionFaults,
  findFieldFaults,
  headsOf,
  mostFields,
  ownDefinition,
  ownField,
  ownRoom,
  reviewFields,
  type DefinitionFault,
  type Finding,
  type OwnDefinition,
  type OwnField,
  type SlotMap,
} from '@yipanqi/model/libraries/own/index.ts'
import { findLibrary, groups, libraries } from '@yipanqi/model/libraries/definitions/index.ts'
import type { Library } from '@yipanqi/model/libraries/index.ts'
import type { Trx } from '../../db/with-actor.ts'
import { faults as requestFaults } from '../../http/fault.ts'
import { ownLedgers } from './own-ledgers.ts'
import type { OwnRow } from './own-row.ts'

export interface ReadDefinition {
  readonly content: { readonly fields: readonly OwnField[] }
  readonly slots: SlotMap
  readonly faults: readonly DefinitionFault[]
  readonly findings: readonly Finding[]
  /** As it would be with this definition in force; null where it contradicts itself. */
  readonly library: Library | null
}

export interface Subject {
  readonly base: string | null
  readonly id: string
  /** null: nothing was approved yet. */
  readonly row: Pick<OwnRow, 'definition' | 'slots'> | null
}

/** The shipped library that may get additional fields. Throws 400. */
export function requireBase(id: string): Library {
  const library = findLibrary(id)
  if (!library || library.handmade)
    throw requestFaults.invalid('这本台账不能加栏目', [
      { path: 'base', message: library ? '事项、单位、账号的栏目由系统定' : '没有这本台账' },
    ])
  return library
}

/** Never throws for what a person wrote: faults are told by field, so that the designer shows all of them. */
export async function readDefinition(
  trx: Trx,
  county: string,
  subject: Subject,
  sent: unknown,
): Promise<ReadDefinition> {
  const base = subject.base === null ? null : requireBase(subject.base)
  const parsed = (base ? extraDefinition : ownDefinition).safeParse(sent)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((i) => ({ path: i.path.join('.'), message: i.message }))
    const findings = reviewFields(readableFields(sent), await heldBy(trx, county, subject))
    return { content: { fields: [] }, slots: {}, faults, findings, library: null }
  }
  const content = parsed.data
  const own = base ? null : (content as OwnDefinition)
  const before = approvedFields(subject)
  const others = await ownLedgers(trx, county)
  const held = await heldBy(trx, county, subject)
  const room = base ? extraRoom : ownRoom
  const assigned = assignSlots(room, content.fields, subject.row?.slots ?? {}, own?.title)
  const faults = [
    ...(own ? findDefinitionFaults(own) : findFieldFaults(content.fields, new Set(base ? headsOf(base) : []))),
    ...findChangeFaults(before, content.fields),
    ...(own
      ? findFixedFaults(
          subject,
          own,
          others.map((l) => l.library),
        )
      : []),
    ...targetFaults(content.fields, held),
    ...assigned.faults,
  ]
  const findings = reviewFields(content.fields, held)
  const library = faults.length > 0 ? null : build(subject, base, content, assigned.slots, held)
  return { content, slots: assigned.slots, faults, findings, library }
}

/** What the county asks already. What has ended is asked of nobody any more. */
async function heldBy(trx: Trx, county: string, { id, base }: Subject): Promise<Library[]> {
  const running = (await ownLedgers(trx, county)).map((l) => l.library).filter((l) => !l.readOnly)
  return [...libraries, ...running].filter((l) => l.id !== id || l.id === base)
}

/** Fields that can be read while the rest is still being written: 此数已有 is told as soon as a field has its name. */
function readableFields(sent: unknown): OwnField[] {
  const list = typeof sent === 'object' && sent !== null && 'fields' in sent ? sent.fields : []
  if (!Array.isArray(list)) return []
  return list.slice(0, mostFields).flatMap((one) => {
    const read = ownField.safeParse(one)
    return read.success ? [read.data] : []
  })
}

function approvedFields({ row }: Subject): readonly OwnField[] {
  const read = row?.definition ? extraDefinition.safeParse(row.definition) : null
  return read?.success ? read.data.fields : []
}

/** What stands for good once records exist: the name's field, the key, who may read. A name is the county's only once. */
function findFixedFaults(subject: Subject, own: OwnDefinition, others: readonly Library[]): DefinitionFault[] {
  const faults: DefinitionFault[] = []
  if ([...libraries, ...others].some((l) => l.name === own.name && l.id !== subject.id))
    faults.push({ path: 'name', message: `县里已经有“${own.name}”了，请换个名称，或在那本台账上加栏目` })
  if (!(groups as readonly string[]).includes(own.group))
    faults.push({ path: 'group', message: `归类只能是${groups.join('、')}` })
  const read = subject.row?.definition ? ownDefinition.safeParse(subject.row.definition) : null
  if (!read?.success) return faults
  const old = read.data
  if (old.title !== own.title) faults.push({ path: 'title', message: '作名称的栏已经定了，不能换' })
  if (old.key.join() !== own.key.join()) faults.push({ path: 'key', message: '认记录的栏目已经定了，不能换' })
  if (old.open !== own.open) faults.push({ path: 'open', message: '谁能看已经定了，不能换' })
  return faults
}

function targetFaults(fields: readonly OwnField[], held: readonly Library[]): DefinitionFault[] {
  return fields.flatMap((field, i) =>
    field.kind === 'reference' && !field.retired && !held.some((l) => l.id === field.target && !l.audience.posts)
      ? [{ path: `fields.${i}.target`, message: '要引用的台账不存在' }]
      : [],
  )
}

function build(
  subject: Subject,
  base: Library | null,
  content: { readonly fields: readonly OwnField[] },
  slots: SlotMap,
  held: readonly Library[],
): Library {
  const context = { nounOf: (id: string) => held.find((l) => l.id === id)?.noun, ended: false }
  return base
    ? extendLibrary(base, content.fields, slots, context)
    : buildOwnLibrary(subject.id, content as OwnDefinition, slots, context)
}
