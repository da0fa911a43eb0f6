// What of a past state cannot be put back any more, and why: units end, codes leave their table, choices are taken out,
// records are taken off. A restore writes all of a state or none of it.
import { addDays } from '@yipanqi/base'
import {
  codeTableIds,
  codeTableWords,
  type CodeTableId,
  type Field,
  type Values,
} from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { namesOfCodes } from '../code-tables/read-tables.ts'
import type { Ledger } from '../ledger.ts'
import { findBrokenReferences } from '../records/check-references.ts'
import type { FieldFault } from '../records/check-values.ts'

/** One sentence a field; none: the state can be restored. What already stands in the record is never in the way. */
export async function findUnrestorable(
  trx: Trx,
  actor: Actor,
  { library }: Ledger,
  past: Values,
  now: Values,
): Promise<FieldFault[]> {
  const moving = Object.keys(past).filter((name) => JSON.stringify(past[name]) !== JSON.stringify(now[name] ?? null))
  const out: FieldFault[] = []
  const say = (name: string, why: string) =>
    out.push({ path: `values.${name}`, message: `“${library.fields[name]?.label}”${why}` })
  for (const name of moving) {
    const field = library.fields[name] as Field
    const value = past[name] ?? null
    if (field.compute || value === null || field.target !== undefined || field.sealed) continue
    if (!field.check(value).ok) say(name, `当时是“${wordsOf(value)}”，这一栏现在不能再这样填`)
    else if (isTable(field.kind) && (await isGone(trx, actor, field.kind, String(value))))
      say(name, `当时是 ${value}，县里现行的${codeTableWords[field.kind]}表里没有这个代码了`)
  }
  const moved: Values = Object.fromEntries(moving.map((name) => [name, past[name] ?? null]))
  const [broken = []] = await findBrokenReferences(trx, actor, library, [moved], [now])
  for (const path of new Set(broken.map((b) => b.path))) {
    const name = path.slice('values.'.length)
    const field = library.fields[name] as Field
    const id = past[name]
    if (field.kind === 'unit' && typeof id === 'number') say(name, await unitGone(trx, actor.county, id))
    else if (field.kind === 'files') say(name, '当时的附件有的不能再引用')
    else say(name, `当时指的那条记录已移出台账，或不在您的可见范围内`)
  }
  return out
}

const isTable = (kind: string): kind is CodeTableId => (codeTableIds as readonly string[]).includes(kind)

const wordsOf = (value: unknown): string =>
  (Array.isArray(value) ? value.join('、') : typeof value === 'object' ? '' : String(value)).slice(0, 40)

/** Only a table that the county has brought can lack a code; the levels that ship are always there. */
async function isGone(trx: Trx, { county }: Actor, table: CodeTableId, code: string): Promise<boolean> {
  if (table === 'industry' && code.length <= 3) return false
  const own = await trx
    .selectFrom('code_table')
    .select('tbl')
    .where('county', '=', county)
    .where('tbl', '=', table)
    .executeTakeFirst()
  return own !== undefined && (await namesOfCodes(trx, county, table, [code]))[code] === undefined
}

async function unitGone(trx: Trx, county: string, id: number): Promise<string> {
  const row = await trx
    .selectFrom('unit as u')
    .leftJoin('unit as h', (j) => j.onRef('h.county', '=', 'u.county').onRef('h.id', '=', 'u.successor'))
    .select(['u.name', 'u.valid_to', 'h.name as heir'])
    .where('u.county', '=', county)
    .where('u.id', '=', id)
    .executeTakeFirst()
  if (!row?.valid_to) return '当时的单位已经不在单位名录里'
  return `当时是${row.name}，它自 ${addDays(row.valid_to, 1)} 起撤并${row.heir ? `，由${row.heir}承接` : ''}`
}
