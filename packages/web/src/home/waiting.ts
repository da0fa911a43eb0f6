import type { Home } from '@yipanqi/model'

export type WaitingItem = Home['waiting'][number]

export interface WaitingGroup {
  words: string
  what: WaitingItem['what']
  items: WaitingItem[]
}

/** 待我办 by kind of action, in the order in which the server found them; the nearest due first within a kind. */
export function groupWaiting(waiting: readonly WaitingItem[]): WaitingGroup[] {
  const groups = new Map<string, WaitingGroup>()
  for (const item of waiting) {
    const group = groups.get(item.words) ?? { words: item.words, what: item.what, items: [] }
    group.items.push(item)
    groups.set(item.words, group)
  }
  for (const group of groups.values()) group.items.sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))
  return [...groups.values()]
}

export interface Place {
  to: '/documents/$id' | '/matters/$id' | '/own-libraries/$id'
  id: string
}

/** Where one waiting item is done: opinions, review and issue on the document, own ledgers on theirs, all else on the matter. */
export function placeOf(item: WaitingItem): Place {
  if (item.own !== undefined) return { to: '/own-libraries/$id', id: item.own }
  const onDocument =
    item.matter === null || ['review', 'adopt', 'sign-off', 'issue', 'answer', 'claim'].includes(item.what)
  if (onDocument && item.document !== null) return { to: '/documents/$id', id: String(item.document) }
  return { to: '/matters/$id', id: String(item.matter ?? item.document ?? 0) }
}
