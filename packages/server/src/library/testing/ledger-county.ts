// A county with keepers and everybody whom a ledger's rights tell apart.
import type { Post } from '@yipanqi/model'
import { systemActor } from '../../db/actor.ts'
import type { Scope } from '../../db/schema.ts'
import type { House } from '../../house.ts'
import { createAccount } from '../../seed/create.ts'
import { clientOf, testCounty, testPassword, type Client, type TestCounty } from '../../testing/harness.ts'

export interface LedgerCounty extends TestCounty {
  /** 工信局 keeps enterprises, 发改局 projects. */
  client(who: keyof TestCounty['people'] | 'gongxinLiaison' | 'townLiaison' | 'zhujianLiaison'): Promise<Client>
  /** An account of a firm: the id of its record in the enterprise ledger. */
  firm(enterprise: number): Promise<Client>
}

export async function ledgerCounty(house: House): Promise<LedgerCounty> {
  const county = await testCounty(house)
  const add = async (name: string, unit: number, post: Post, more: { scope?: Scope; enterprise?: number } = {}) => {
    const account = `${name.toLowerCase()}-${county.code}`
    await house.db.withActor(systemActor(county.code, 'test'), async (trx) => {
      await createAccount(trx, house.master, {
        county: county.code,
        name: account,
        display: `测${name}`,
        unit,
        post,
        leader: null,
        password: testPassword,
      })
      if (more.scope || more.enterprise)
        await trx
          .updateTable('account')
          .set({ ...(more.scope ? { scope: more.scope } : {}), enterprise: more.enterprise ?? null })
          .where('county', '=', county.code)
          .where('name', '=', account)
          .execute()
    })
    return account
  }
  const { units } = county
  const more = {
    gongxinLiaison: await add('gongxinLiaison', units.gongxin.id, 'liaison'),
    townLiaison: await add('townLiaison', units.town.id, 'township-liaison'),
    zhujianLiaison: await add('zhujianLiaison', units.zhujian.id, 'liaison'),
  }
  await house.db.withActor(systemActor(county.code, 'test'), async (trx) => {
    for (const [library, unit] of [
      ['enterprises', units.gongxin.id],
      ['projects', units.fagai.id],
    ] as const)
      await trx
        .insertInto('library_setting')
        .values({ county: county.code, library, keepers: [unit], heads: '{}' })
        .execute()
  })
  const clients = new Map<string, Promise<Client>>()
  return {
    ...county,
    client(who) {
      const account = { ...county.people, ...more }[who]
      const known = clients.get(account) ?? clientOf(house, account)
      clients.set(account, known)
      return known
    },
    async firm(enterprise) {
      const account = await add(`firm${enterprise}`, units.town.id, 'enterprise', { scope: 'enterprise', enterprise })
      return clientOf(house, account)
    },
  }
}
