// 账号 from a spreadsheet: each is opened as the system administrator opens one, and waits for the security
// administrator. Posts, units, names and scopes of accounts that are there are changed by their own actions alone.
import { openAccount, type Post } from '@yipanqi/model'
import type { Values } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import { openOne } from '../../accounts/open-account.ts'
import { openPeople } from '../../db/personal/open-person.ts'
import type { Trx } from '../../db/with-actor.ts'
import { subjectOf } from '../../people.ts'
import { draftsOf, planned, requireFilled, type OwnWay } from './own-way.ts'

/** Given with the approval, whatever a file says. */
const granted = ['state', 'scope', 'leader', 'enterprise'] as const

export const accountsWay: OwnWay = {
  async plan(context, rows) {
    const { trx, actor, master } = context
    const drafts = draftsOf(context, rows)
    const names = drafts.flatMap(({ row }) => (typeof row.values['name'] === 'string' ? [loginOf(row.values)] : []))
    const known =
      names.length === 0
        ? []
        : await trx
            .selectFrom('account')
            .select(['id', 'name', 'version', 'unit', 'post', 'person'])
            .where('county', '=', actor.county)
            .where('name', 'in', [...new Set(names)])
            .execute()
    const sealed = known.map((row) => ({ subject: subjectOf(row.name), sealed: row.person }))
    const people = await openPeople(trx, actor.county, sealed, master)
    const ended = await trx
      .selectFrom('unit')
      .select('id')
      .where('county', '=', actor.county)
      .where('valid_to', 'is not', null)
      .execute()
    // By whom, and in which county, is not told: names of accounts of another county are not this one's business.
    const elsewhere = new Set(await takenElsewhere(trx, names, known))
    return drafts.map((draft) => {
      const { values } = draft.row
      const at = known.findIndex((row) => row.name === loginOf(values))
      const stands = known[at]
      if (stands) {
        const says = (name: string, now: unknown): boolean => (values[name] ?? null) !== null && values[name] !== now
        if (says('unit', stands.unit) || says('post', stands.post))
          draft.tell(says('unit', stands.unit) ? 'unit' : 'post', '账号已有，换岗请在账号里办')
        if (says('person', people[at]?.display)) draft.tell('person', '账号已有，改姓名请在账号里办；换人要另开账号')
        return planned(draft, stands, {}, [])
      }
      requireFilled(context, draft)
      const name = openAccount.shape.name.safeParse(values['name'] ?? '')
      if (values['name'] && !name.success) draft.tell('name', name.error.issues[0]?.message ?? '登录名不对')
      if (elsewhere.has(loginOf(values))) draft.tell('name', '这个登录名已经有人用了，请换一个（可加单位缩写）')
      const person = openAccount.shape.display.safeParse(values['person'] ?? '')
      if (values['person'] && !person.success) draft.tell('person', '姓名最长 30 个字')
      if (ended.some((u) => u.id === values['unit'])) draft.tell('unit', '单位已经撤并，账号要放在现行的单位')
      for (const field of granted)
        if ((values[field] ?? null) !== null) draft.warn(field, '由安全管理员审批时定，不从表格导入')
      const { name: login, person: who, unit, post } = values
      const wanted: Values = login
        ? { name: loginOf(values), person: who ?? null, unit: unit ?? null, post: post ?? null }
        : {}
      return planned(draft, null, wanted, login ? [`name=${JSON.stringify([loginOf(values)])}`] : [])
    })
  },
  async write({ house, trx, actor, reason }, rows) {
    // No code yet: codes are taken together, once the security administrator has granted the accounts (取设置码).
    for (const { values } of rows)
      await openOne(house, trx, actor, {
        name: String(values['name']),
        display: String(values['person']),
        unit: Number(values['unit']),
        post: values['post'] as Post,
        note: reason.slice(0, 200),
      })
  },
}

const asked = 1000

async function takenElsewhere(
  trx: Trx,
  names: readonly string[],
  known: readonly { readonly name: string }[],
): Promise<string[]> {
  const own = new Set(known.map((k) => k.name))
  const unknown = [...new Set(names)].filter((name) => !own.has(name))
  const out: string[] = []
  for (let at = 0; at < unknown.length; at += asked) {
    const some = unknown.slice(at, at + asked)
    const { rows } = await sql<{ name: string }>`select login_taken as name from login_taken(${some}::text[])`.execute(
      trx,
    )
    out.push(...rows.map((r) => r.name))
  }
  return out
}

const loginOf = (values: Values): string => String(values['name'] ?? '').toLowerCase()
