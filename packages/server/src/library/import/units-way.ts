// 单位 from a spreadsheet: new ones are opened, settings are changed, each as an ordered change with the file as its
// basis. A name, a merger or an end is a decision with a 文号: the file is told where that is done.
import type { NewUnit } from '@yipanqi/model'
import { cleanName, type Value, type Values } from '@yipanqi/model/libraries/index.ts'
import { Fault } from '../../http/fault.ts'
import type { UnitRow } from '../../units/directory.ts'
import { orderChange } from '../../units/orders.ts'
import { draftsOf, planned, requireFilled, type OwnDraft, type OwnWay } from './own-way.ts'
import type { PlannedRow } from './plan-rows.ts'
import { problem, type Reading, type ReadRow } from './read-row.ts'
import { fromStaged } from './staged-cell.ts'
import { nameSuperiors, tellTree, type PlannedUnit } from './units-superiors.ts'
import { rowOf, topDown } from './units-tree.ts'

const settings = ['kind', 'parent', 'mayLead', 'aliases', 'position'] as const
type Setting = (typeof settings)[number]
const code = /^[A-Za-z0-9][A-Za-z0-9_-]{0,19}$/
/** A county has some hundred units, with those of thirty years some thousand. */
const most = 5000

export const unitsWay: OwnWay = {
  whole: most,
  async plan(context, rows) {
    const { trx, actor, readings, today } = context
    const units = await trx.selectFrom('unit').selectAll().where('county', '=', actor.county).execute()
    const { library } = context.ledger
    const found = rows.map((row) => ({ row, stands: standingOf(units, row.values) }))
    const settled = nameSuperiors(units, found, (row, field) => writtenIn(readings, row, field))
    const plans = draftsOf(context, settled).map((draft, i): PlannedUnit => {
      const stands = found[i]?.stands ?? null
      if (stands) return { stands, plan: planned(draft, stands, changesOf(draft, stands, units), []) }
      requireFilled(context, draft)
      checkNew(draft, units)
      const { code: own, name, short } = draft.row.values
      const keys = Object.entries({ code: own, name, short }).flatMap(([field, value]) =>
        value ? [`${field}=${JSON.stringify([value])}`] : [],
      )
      return { stands, plan: planned(draft, null, filled(draft.row.values), keys) }
    })
    const told = tellTree(units, plans, today)
    return plans.map(({ plan }): PlannedRow => {
      const message = told.get(plan.row.row)
      if (message === undefined) return plan
      return { ...plan, action: 'invalid', errors: [...plan.errors, problem(library, readings, 'parent', message)] }
    })
  },
  async write({ house, trx, actor, reason }, rows) {
    const basis = reason.slice(0, 200)
    const today = house.clock.today()
    const units = await trx
      .selectFrom('unit')
      .select(['id', 'parent', 'position'])
      .where('county', '=', actor.county)
      .execute()
    // Superiors are opened first, and still the county's order is that of the file.
    const last = Math.max(0, ...units.map((u) => u.position))
    const opened = new Map<number, number>()
    const parentOf = (node: Value | undefined): number | null => {
      const row = typeof node === 'number' ? rowOf(node) : null
      if (row === null) return (node ?? null) as number | null
      const id = opened.get(row)
      if (id !== undefined) return id
      throw new Fault(409, 'import-moved', `第 ${row} 行的上级单位没有设成`, { why: '请重新核对后再导入' })
    }
    for (const { row, target, targetVersion, values } of topDown(units, rows)) {
      const parent = parentOf(values['parent'])
      if (target === null) {
        const effectiveOn = typeof values['validFrom'] === 'string' ? values['validFrom'] : today
        const open = newUnitOf(values, parent, last + 1 + rows.findIndex((r) => r.row === row))
        await orderChange(house, trx, actor, { kind: 'open', basis, effectiveOn, open })
        const made = await trx
          .selectFrom('unit')
          .select('id')
          .where('county', '=', actor.county)
          .where('code', '=', String(open.code))
          .executeTakeFirst()
        if (made) opened.set(row, made.id)
        continue
      }
      const changed = Object.fromEntries(settings.flatMap((name) => (name in values ? [[name, values[name]]] : [])))
      await orderChange(house, trx, actor, {
        kind: 'change',
        basis,
        effectiveOn: today,
        unit: target,
        version: targetVersion ?? 0,
        set: {
          ...changed,
          ...('parent' in values ? { parent } : {}),
          ...('aliases' in values ? { aliases: [...((values['aliases'] ?? []) as readonly string[])] } : {}),
        },
      })
    }
  },
}

/** What the file says in this column, as names are compared; empty where it has none. */
function writtenIn(readings: readonly Reading[], { cells }: ReadRow, field: string): string {
  const cell = cells[readings.find((r) => r.name === field)?.column.index ?? -1]
  return cell === undefined ? '' : cleanName(fromStaged(cell).text)
}

/** By its code; without one by the name that it bears today. */
function standingOf(units: readonly UnitRow[], values: Values): UnitRow | null {
  if (values['code']) return units.find((u) => u.code === values['code']) ?? null
  return units.find((u) => u.valid_to === null && (u.name === values['name'] || u.short === values['name'])) ?? null
}

const listOf = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? (value as string[]) : [])

/** What the file says otherwise and may say; what it may not is told. */
function changesOf(draft: OwnDraft, unit: UnitRow, units: readonly UnitRow[]): Values {
  const { values } = draft.row
  const says = (name: string, now: Value): boolean => name in values && values[name] !== now
  if (says('name', unit.name) && values['name'] !== unit.short)
    draft.tell('name', `库里叫“${unit.name}”；更名请在单位里办，要写依据和生效日期`)
  if (says('short', unit.short)) draft.tell('short', `库里简称“${unit.short}”；更名请在单位里办，要写依据和生效日期`)
  if (says('validTo', unit.valid_to)) draft.tell('validTo', '撤并请在单位里办：要写由谁承接，事项随着转')
  if (says('successor', unit.successor)) draft.tell('successor', '承接关系由合并、拆分形成，请在单位里办')
  if (says('validFrom', unit.valid_from)) draft.warn('validFrom', '设立日期不从表格改')
  const differs: Record<Setting, boolean> = {
    kind: says('kind', unit.kind),
    parent: says('parent', unit.parent),
    mayLead: says('mayLead', unit.may_lead),
    aliases: 'aliases' in values && listOf(values['aliases']).join('、') !== unit.aliases.join('、'),
    position: says('position', unit.position),
  }
  // An empty parent or list was written as 清空; the others cannot be nothing.
  const changed = settings.filter(
    (name) => differs[name] && (name === 'parent' || name === 'aliases' || values[name] !== null),
  )
  if (changed.length > 0 && unit.valid_to !== null) draft.tell(null, `“${unit.name}”已经撤并，不再改`)
  if (differs.aliases) checkAliases(draft, units, unit)
  checkPosition(draft)
  return Object.fromEntries(changed.map((name) => [name, values[name] ?? null]))
}

/** A name that another unit bears today would make both of them unclear. */
function checkAliases(draft: OwnDraft, units: readonly UnitRow[], own: UnitRow | null): void {
  for (const alias of listOf(draft.row.values['aliases'])) {
    const bearer = units.find((u) => u !== own && u.valid_to === null && (u.name === alias || u.short === alias))
    if (bearer) draft.tell('aliases', `“${alias}”是现行单位“${bearer.name}”（代码 ${bearer.code}）的名称，不能作别名`)
  }
}

function checkPosition(draft: OwnDraft): void {
  const position = draft.row.values['position']
  if (typeof position === 'number' && (position < 0 || position > 1_000_000))
    draft.tell('position', '排序从 0 到 100 万')
}

function checkNew(draft: OwnDraft, units: readonly UnitRow[]): void {
  const { values } = draft.row
  if (typeof values['code'] === 'string' && !code.test(values['code']))
    draft.tell('code', '代码用字母和数字，最长 20 位')
  for (const field of ['validTo', 'successor'])
    if ((values[field] ?? null) !== null) draft.tell(field, '已经撤并的单位不从表格新设')
  for (const field of ['name', 'short']) {
    const text = values[field]
    if (typeof text !== 'string') continue
    if (text.length < 2) draft.tell(field, '至少两个字')
    const bearer = units.find((u) => u.valid_to === null && (u.name === text || u.short === text))
    if (bearer)
      draft.tell(field, `现行单位“${bearer.name}”（代码 ${bearer.code}）已用这个名称；是同一个单位的，请填它的代码`)
  }
  checkAliases(draft, units, null)
  checkPosition(draft)
}

const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

const newUnitOf = (values: Values, parent: number | null, place: number): NewUnit => ({
  ...(typeof values['code'] === 'string' ? { code: values['code'] } : {}),
  name: String(values['name']),
  short: String(values['short']),
  kind: values['kind'] as NewUnit['kind'],
  parent,
  mayLead: values['mayLead'] !== false,
  aliases: [...listOf(values['aliases'])],
  position: typeof values['position'] === 'number' ? values['position'] : place,
})
