import type { IsoDate } from '@yipanqi/base'
import { addAlias, unitMatched, type matchUnit, type UnitMatched } from '@yipanqi/model'
import { unitBook, unknownUnits } from '@yipanqi/reading'
import type { z } from 'zod'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { Fault, faults } from '../http/fault.ts'
import { announce } from '../live/live.ts'
import { editMatter } from '../loop/actions/edit.ts'
import { getMatter } from '../loop/matter-row.ts'
import { record } from '../loop/record.ts'
import { loadUnits } from '../loop/refuse.ts'
import { getUnit } from '../units/directory.ts'
import { loadDirectory } from './directory.ts'
import { getDocument, refuseUnreviewed } from './document-row.ts'
import { keepAlias } from './lexicon/change-lesson.ts'
import { pairWithDrafts, readAgain } from './reasons.ts'

/**
 * A clerk says which unit a name of this document means: the drafts that name it get the unit (as lead where the text
 * puts it first and none stands, else as support). With `keepAlias` the county's lexicon keeps the name for later
 * documents; the unit itself is the system administrator's to change.
 */
export async function matchWrittenUnit(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof matchUnit>,
): Promise<UnitMatched> {
  if (actor.post !== 'dispatcher') throw faults.forbidden('您不能对应单位', '拟稿由财经办办理', 'dispatcher')
  const document = await getDocument(trx, actor.county, id, true)
  refuseUnreviewed(document)
  if (document.state !== 'draft' && document.state !== 'reviewed')
    throw new Fault(409, 'wrong-state', '现在不能对应单位', {
      why: '已经征求意见，单位分工由各单位答复后逐项改',
      who: [{ unit: null, post: 'dispatcher' }],
    })
  const unit = await getUnit(trx, actor.county, body.unit)
  if (unit.valid_to !== null)
    throw faults.invalid(`${unit.name}已撤并`, [{ path: 'unit', message: '请选承接它职责的单位' }])
  const today = house.clock.today()
  const directory = await loadDirectory(trx, actor.county, today)
  const reading = await readAgain(trx, document, directory)
  const unknown = unknownUnits(reading, unitBook(directory.entries)).find((u) => u.name === body.name)
  if (!unknown || directory.find(body.name) !== null)
    throw faults.invalid('没有这个未识别单位', [{ path: 'name', message: '这份文件里没有它，或已经认得了' }])

  const matters: number[] = []
  const pairs = await pairWithDrafts(trx, actor.county, id, reading.matters)
  for (const pair of pairs.filter((p) => unknown.matters.includes(p.read.id))) {
    const { row, supports } = await getMatter(trx, actor.county, pair.id, true)
    if (row.state !== 'drafted' && row.state !== 'reviewed') continue
    // One that was only proposed gives way to the one that is written.
    const free = row.lead_unit === null || row.provisional.includes('lead')
    const leads = free && unit.may_lead && pair.read.units.lead.includes(body.name)
    if (!leads && (row.lead_unit === unit.id || supports.some((s) => s.unit === unit.id))) continue
    const change = leads ? { lead: unit.id } : { supports: [...supports, { unit: unit.id, part: '' }] }
    // The text names the unit: its work was not misjudged, so this says nothing about later sentences like it.
    await editMatter(house, trx, actor, row.id, { version: row.version, ...change }, { teaches: false })
    matters.push(row.id)
  }
  if (body.keepAlias) await keepName(trx, actor, { name: body.name, unit: unit.id }, today)
  const event = await record(trx, actor, {
    action: 'match-unit',
    document: id,
    text: `“${body.name}”对应${unit.name}${body.keepAlias ? '，并记为别名' : ''}`,
    details: { name: body.name, unit: unit.id, matters, aliasKept: body.keepAlias },
  })
  await announce(trx, { county: actor.county, event, kind: 'document', ids: [id] })
  const refs = await loadUnits(trx, actor.county, [unit.id])
  return unitMatched.parse({ document: id, unit: refs.get(unit.id), matters, aliasKept: body.keepAlias })
}

async function keepName(trx: Trx, actor: Actor, alias: { name: string; unit: number }, on: IsoDate): Promise<void> {
  const checked = addAlias.safeParse(alias)
  if (!checked.success)
    throw faults.invalid('这个写法不能记为别名', [
      { path: 'keepAlias', message: '别名是 2—30 个字，不带标点；可以不勾“记为别名”，只对应这一次' },
    ])
  await keepAlias(trx, actor, checked.data, on)
}
