// 单位 from a spreadsheet: new ones are opened, settings are changed, each as an ordered change with the file as its
// basis. A name, a merger or an end is a decision with a 文号: the file is told where that is done.
import type { NewUnit } from '@yipanqi/model'
import type { Value, Values } from '@yipanqi/model/libraries/index.ts'
import type { UnitRow } from '../../units/directory.ts'
import { orderChange } from '../../units/orders.ts'
import { draftsOf, planned, requireFilled, type OwnDraft, type OwnWay } from './own-way.ts'
import type { PlannedRow } from './plan-rows.ts'
import { problem } from './read-row.ts'

const settings = ['kind', 'parent', 'mayLead'] as const
const code = /^[A-Za-z0-9][A-Za-z0-9_-]{0,19}$/

export const unitsWay: OwnWay = {
  async plan(context, rows) {
    const { trx, actor } = context
    const units = await trx.selectFrom('unit').selectAll().where('county', '=', actor.county).execute()
    const out = draftsOf(context, rows).map((draft): PlannedRow => {
      const stands = standingOf(units, draft.row.values)
      if (stands) return planned(draft, stands, changesOf(draft, stands), [])
      requireFilled(context, draft)
      checkNew(draft, units)
      const { code: own, name, short } = draft.row.values
      const keys = Object.entries({ code: own, name, short }).flatMap(([field, value]) =>
        value ? [`${field}=${JSON.stringify([value])}`] : [],
      )
      return planned(draft, null, filled(draft.row.values), keys)
    })
    const circular = circlesOf(units, out)
    return out.map((row) =>
      row.target !== null && circular.has(row.target)
        ? {
            ...row,
            action: 'invalid',
            errors: [
              ...row.errors,
              problem(context.ledger.library, context.readings, 'parent', '上下级成了圈：不能放到自己的下级下面'),
            ],
          }
        : row,
    )
  },
  async write({ house, trx, actor, reason }, rows) {
    const basis = reason.slice(0, 200)
    const today = house.clock.today()
    for (const { target, targetVersion, values } of rows) {
      if (target === null) {
        const effectiveOn = typeof values['validFrom'] === 'string' ? values['validFrom'] : today
        await orderChange(house, trx, actor, { kind: 'open', basis, effectiveOn, open: newUnitOf(values) })
      } else {
        const set = Object.fromEntries(settings.flatMap((name) => (name in values ? [[name, values[name]]] : [])))
        await orderChange(house, trx, actor, {
          kind: 'change',
          basis,
          effectiveOn: today,
          unit: target,
          version: targetVersion ?? 0,
          set,
        })
      }
    }
  },
}

/** By its code; without one by the name that it bears today. */
function standingOf(units: readonly UnitRow[], values: Values): UnitRow | null {
  if (values['code']) return units.find((u) => u.code === values['code']) ?? null
  return units.find((u) => u.valid_to === null && (u.name === values['name'] || u.short === values['name'])) ?? null
}

/** What the file says otherwise and may say; what it may not is told. */
function changesOf(draft: OwnDraft, unit: UnitRow): Values {
  const { values } = draft.row
  const says = (name: string, now: Value): boolean => name in values && values[name] !== now
  if (says('name', unit.name) && values['name'] !== unit.short)
    draft.tell('name', `库里叫“${unit.name}”；更名请在单位里办，要写依据和生效日期`)
  if (says('short', unit.short)) draft.tell('short', `库里简称“${unit.short}”；更名请在单位里办，要写依据和生效日期`)
  if (says('validTo', unit.valid_to)) draft.tell('validTo', '撤并请在单位里办：要写由谁承接，事项随着转')
  if (says('successor', unit.successor)) draft.tell('successor', '承接关系由合并、拆分形成，请在单位里办')
  if (says('validFrom', unit.valid_from)) draft.warn('validFrom', '设立日期不从表格改')
  if (says('position', unit.position)) draft.warn('position', '排序不从表格改')
  const now: Record<(typeof settings)[number], Value> = {
    kind: unit.kind,
    parent: unit.parent,
    mayLead: unit.may_lead,
  }
  // An empty parent was written as 清空; the other two cannot be nothing.
  const changed = settings.filter((name) => says(name, now[name]) && (name === 'parent' || values[name] !== null))
  if (changed.length > 0 && unit.valid_to !== null) draft.tell(null, `“${unit.name}”已经撤并，不再改`)
  return Object.fromEntries(changed.map((name) => [name, values[name] ?? null]))
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
}

const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== null && name !== 'position'))

/** Units that would stand below themselves when all these rows were carried out. */
function circlesOf(units: readonly UnitRow[], rows: readonly PlannedRow[]): ReadonlySet<number> {
  const parents = new Map(units.map((u) => [u.id, u.parent]))
  const moved = rows.filter((r) => r.action === 'change' && 'parent' in r.values)
  for (const { target, values } of moved) if (target !== null) parents.set(target, values['parent'] as number | null)
  return new Set(
    moved.flatMap(({ target }) => {
      const seen = new Set<number>()
      for (let at = parents.get(target ?? 0) ?? null; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
        if (at === target) return [at]
        seen.add(at)
      }
      return []
    }),
  )
}

const newUnitOf = (values: Values): NewUnit => ({
  ...(typeof values['code'] === 'string' ? { code: values['code'] } : {}),
  name: String(values['name']),
  short: String(values['short']),
  kind: values['kind'] as NewUnit['kind'],
  parent: (values['parent'] ?? null) as number | null,
  mayLead: values['mayLead'] !== false,
  aliases: [],
})
