// Refusals in the words of the office: what, why, who can.
import {
  columnNames,
  mayInLibrary,
  mayWithRecord,
  type Field,
  type Library,
  type LibraryVerb,
  type RecordFacts,
} from '@yipanqi/model/libraries/index.ts'
import { isOwnId, ownTable } from '@yipanqi/model/libraries/own/build.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { Fault, faults } from '../../http/fault.ts'
import { loadUnits } from '../../loop/refuse.ts'

const verbWords: Readonly<Record<LibraryVerb, string>> = {
  read: '查看',
  create: '新增',
  edit: '修改',
  bulk: '批量修改',
  stage: '调整阶段',
  remove: '移出台账',
  restore: '恢复',
  reveal: '查看号码',
  link: '关联事项',
  import: '导入',
  export: '导出',
  define: '设置台账',
}

/** Throws 403 with who can where the actor's post may not do this in the ledger; 404 where the ledger is none of theirs. */
export async function requireInLibrary(trx: Trx, actor: Actor, library: Library, verb: LibraryVerb): Promise<void> {
  if (!mayInLibrary(actor, library, 'read')) throw faults.notFound('本台账')
  if (!mayInLibrary(actor, library, verb)) await refuse(trx, actor, library, verb, whyNot(actor, library))
}

/** The same for a record that the actor sees. */
export async function requireWithRecord(
  trx: Trx,
  actor: Actor,
  library: Library,
  record: RecordFacts,
  verb: LibraryVerb,
): Promise<void> {
  await requireInLibrary(trx, actor, library, verb)
  if (mayWithRecord(actor, library, record, verb)) return
  if (record.removed && verb !== 'restore')
    throw new Fault(409, 'removed', `这条记录已移出${library.name}，不能再${verbWords[verb]}`, {
      why: '移出台账的记录只能查看；先恢复，再办理',
      who: await whoCan(trx, actor, library),
    })
  if (!record.removed && verb === 'restore')
    throw new Fault(409, 'not-removed', '这条记录就在台账上，不用恢复', { why: '只有移出台账的记录才要恢复', who: [] })
  await refuse(trx, actor, library, verb, '这条记录不归您所在单位管')
}

/** What the offices did with a record (who, why, on whose promise) is not the firm's to read. */
export function refuseFirm(actor: Actor): void {
  if (actor.scope !== 'enterprise') return
  throw new Fault(403, 'not-yours', '企业账号只能查看自己记录现在的内容', {
    why: '变更记录和进阶要件里有各单位办理的内部情况',
    who: [{ unit: null, post: 'dispatcher' }],
  })
}

function whyNot(actor: Actor, library: Library): string {
  if (library.readOnly && isOwnId(library.id)) return `${library.name}已到期停用，只能查看和导出；续用要重新审批`
  if (library.readOnly) return `${library.name}由系统里的办理过程形成，不在台账里直接改`
  if (actor.scope === 'enterprise') return '企业账号只能查看自己的记录'
  return `${library.name}由台账管理单位、财经办和与记录有关的单位维护，您的岗位只能查看`
}

async function refuse(trx: Trx, actor: Actor, library: Library, verb: LibraryVerb, why: string): Promise<never> {
  throw new Fault(403, 'not-yours', `您不能${verbWords[verb]}${library.name}的记录`, {
    why,
    who: await whoCan(trx, actor, library),
  })
}

/** The keepers' liaison officers and the office. */
export async function whoCan(trx: Trx, actor: Actor, library: Library) {
  const setting = await trx
    .selectFrom('library_setting')
    .select('keepers')
    .where('county', '=', actor.county)
    .where('library', '=', library.id)
    .executeTakeFirst()
  const units = await loadUnits(trx, actor.county, setting?.keepers ?? [])
  return [
    ...[...units.values()].map((unit) => ({ unit, post: 'liaison' as const })),
    { unit: null, post: 'dispatcher' as const },
  ]
}

/** A database's own refusal in Chinese; anything else as it came. */
export function tellDatabase(error: unknown, library: Library): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code === '23505' && constraint?.startsWith(`${library.table}_key_`)) {
    const key =
      library.unique.find((fields) => constraint === keyIndex(library, fields)) ??
      (library.table === ownTable ? library.unique[0] : undefined)
    const label = key?.map((name) => library.fields[name]?.label).join('、') ?? '关键栏目'
    return new Fault(409, 'duplicate', `${label}已由本台账另一条记录占用`, {
      why: `${library.name}里${label}不能重复；有人刚刚登记了同样的内容，您的没有写入`,
    })
  }
  if (code === '42501')
    return new Fault(403, 'out-of-sight', '保存后这条记录就不在您的范围内了，没有保存', {
      why: '属地、主管或责任单位里要有您所在的单位；换成别的单位请由台账管理单位办理',
      who: [{ unit: null, post: 'dispatcher' }],
    })
  if (code === '23503')
    return new Fault(422, 'refers-to-nothing', '引用的单位、领导或记录不存在，没有保存', {
      why: '它可能刚刚被合并或移出，请重新选',
    })
  return error
}

/** As table-of.ts names the unique index of a key. */
function keyIndex(library: Library, fields: readonly string[]): string {
  const columns = fields.flatMap((name) => columnNames(name, library.fields[name] as Field))
  return `${library.table}_${`key_${columns.join('_')}`.slice(0, 50)}`.slice(0, 63)
}
