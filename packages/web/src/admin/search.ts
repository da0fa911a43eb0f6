import type { AccountFilter, AuditFilter } from './queries.ts'

type Raw = Record<string, unknown>

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 64 ? value : undefined
const number = (value: unknown): number | undefined => {
  const n = Number(value)
  return Number.isSafeInteger(n) && n > 0 ? n : undefined
}
const yes = (value: unknown): true | undefined => (value === true || value === 'true' ? true : undefined)

/** Only what was asked for stays in the address. */
function kept<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T
}

export interface AccountSearch extends AccountFilter {
  /** The account that is open in the drawer. */
  account?: number | undefined
}
export const parseAccountSearch = (raw: Raw): AccountSearch =>
  kept({
    state: word(raw['state']),
    post: word(raw['post']),
    unit: number(raw['unit']),
    text: word(raw['text']),
    locked: yes(raw['locked']),
    account: number(raw['account']),
  })

export interface UnitSearch {
  text?: string | undefined
  /** 已撤并 units are listed too. */
  ended?: true | undefined
  unit?: number | undefined
}
export const parseUnitSearch = (raw: Raw): UnitSearch =>
  kept({ text: word(raw['text']), ended: yes(raw['ended']), unit: number(raw['unit']) })

const day = (value: unknown): string | undefined => {
  const text = word(value)
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined
}
export const parseAuditSearch = (raw: Raw): AuditFilter =>
  kept({
    from: day(raw['from']),
    to: day(raw['to']),
    account: word(raw['account']),
    table: word(raw['table']),
    op: word(raw['op']),
    admins: yes(raw['admins']),
  })
