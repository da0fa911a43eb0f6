import type { MatterItem } from '@yipanqi/model'

export type Pick = 'all' | 'red' | 'yellow' | 'grey' | 'closing' | 'done'
export type By = 'unit' | 'leader'

const matches: Record<Pick, (matter: MatterItem) => boolean> = {
  all: () => true,
  red: (m) => m.light === 'red',
  yellow: (m) => m.light === 'yellow',
  grey: (m) => m.light === 'grey',
  closing: (m) => m.state === 'closing',
  done: (m) => m.light === 'done',
}

export const count = (matters: readonly MatterItem[], pick: Pick): number => matters.filter(matches[pick]).length

/** By unit a matter counts for its lead and for everybody who supports it: a unit looks for its own name. */
function belongs(matter: MatterItem, by: By, id: number): boolean {
  if (by === 'leader') return matter.leader?.id === id
  return matter.lead?.id === id || matter.supports.some((s) => s.unit.id === id)
}

export function picked(matters: readonly MatterItem[], pick: Pick, by: By | null, who: number | null): MatterItem[] {
  return matters.filter((m) => matches[pick](m) && (by === null || who === null || belongs(m, by, who)))
}

/** Whom the list can be narrowed to, the busiest first. */
export function choices(matters: readonly MatterItem[], by: By): { id: number; name: string; count: number }[] {
  const names = new Map<number, string>()
  for (const matter of matters) {
    if (by === 'leader' && matter.leader) names.set(matter.leader.id, matter.leader.name)
    if (by === 'unit' && matter.lead) names.set(matter.lead.id, matter.lead.short)
    if (by === 'unit') for (const s of matter.supports) names.set(s.unit.id, s.unit.short)
  }
  return [...names]
    .map(([id, name]) => ({ id, name, count: matters.filter((m) => belongs(m, by, id)).length }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'zh-CN'))
}
