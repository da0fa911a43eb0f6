// A masked number is shown once, to somebody who says why; that it was looked at stays.
import type { Field, revealBody } from '@yipanqi/model/libraries/index.ts'
import type { z } from 'zod'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { Fault, faults } from '../../http/fault.ts'
import type { Ledger } from '../ledger.ts'
import { openCells } from '../sealed.ts'
import { factsOf, getRow } from './get-record.ts'
import { firstColumn } from './record-row.ts'
import { requireWithRecord } from './refuse-record.ts'

export async function revealField(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
  body: z.output<typeof revealBody>,
): Promise<{ field: string; value: string }> {
  const { library } = ledger
  const row = await getRow(trx, actor, ledger, id)
  await requireWithRecord(trx, actor, library, factsOf(row), 'reveal')
  const field: Field | undefined = Object.hasOwn(library.fields, body.field) ? library.fields[body.field] : undefined
  if (field?.sealed !== 'masked')
    throw faults.invalid('这一栏没有遮住的内容', [{ path: 'field', message: '只有遮住的号码要点查看' }])
  const sealed = row[firstColumn(library, body.field)]
  if (!(sealed instanceof Uint8Array))
    throw new Fault(404, 'empty', `“${field.label}”没有登记`, { why: '这一栏是空的，没有可查看的内容' })
  const [value] = await openCells(trx, actor.county, library.id, [{ id, field: body.field, sealed }], house.master)
  if (value === null || value === undefined)
    throw new Fault(409, 'erased', `“${field.label}”已注销`, { why: '个人信息已按要求删除，无法恢复' })
  if (actor.account === null) throw new Error('only an account looks at a number')
  await trx
    .insertInto('reveal')
    .values({
      county: actor.county,
      library: library.id,
      record: id,
      field: body.field,
      reason: body.reason,
      account: actor.account,
      unit: actor.unit,
    })
    .execute()
  return { field: body.field, value }
}
