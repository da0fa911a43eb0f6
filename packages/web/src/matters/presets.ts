import type { ListSearch } from './list-search.ts'

export interface Preset {
  value: string
  label: string
  light?: 'red' | 'yellow' | 'grey' | 'done'
  filter: Pick<ListSearch, 'state' | 'light'>
}

/** The chips over the list: what people ask for most, each with its count. */
export const presets: Preset[] = [
  { value: 'open', label: '在办', filter: { state: 'issued,under-way,closing,standing' } },
  { value: 'red', label: '红', light: 'red', filter: { light: 'red' } },
  { value: 'yellow', label: '黄', light: 'yellow', filter: { light: 'yellow' } },
  { value: 'grey', label: '灰', light: 'grey', filter: { light: 'grey' } },
  { value: 'issued', label: '待签收', filter: { state: 'issued' } },
  { value: 'closing', label: '待核查', filter: { state: 'closing' } },
  { value: 'closed', label: '已办结', filter: { state: 'closed' } },
  { value: 'all', label: '全部', filter: {} },
]

/** The chip that an address means; null when it is narrowed in another way. */
export function presetOf(search: ListSearch): string | null {
  const found = presets.find((p) => p.filter.state === search.state && p.filter.light === search.light)
  return found?.value ?? null
}
