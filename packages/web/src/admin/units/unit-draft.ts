/** A unit that is to be opened, as a form holds it. */
export interface UnitDraft {
  name: string
  short: string
  kind: string | null
  parent: number | null
  mayLead: boolean
}
export const emptyUnit: UnitDraft = { name: '', short: '', kind: null, parent: null, mayLead: true }

export function unitFaults(unit: UnitDraft): Record<string, string> {
  return {
    ...(unit.name.trim().length >= 2 ? {} : { name: '请写规范全称' }),
    ...(unit.short.trim().length >= 2 ? {} : { short: '请写简称' }),
    ...(unit.kind ? {} : { kind: '请选性质' }),
  }
}

export function unitBody(unit: UnitDraft): object {
  return {
    name: unit.name.trim(),
    short: unit.short.trim(),
    kind: unit.kind,
    parent: unit.parent,
    mayLead: unit.mayLead,
  }
}

/** Who takes over, as a form holds it: a unit of the directory, or a new one. */
export interface HeirDraft {
  mode: 'existing' | 'new'
  unit: number | null
  open: UnitDraft
}
export const emptyHeir: HeirDraft = { mode: 'existing', unit: null, open: emptyUnit }

export function heirFaults(heir: HeirDraft): Record<string, string> {
  if (heir.mode === 'new') return unitFaults(heir.open)
  return heir.unit === null ? { unit: '请选承接单位' } : {}
}

export function heirBody(heir: HeirDraft): object {
  return heir.mode === 'new' ? { open: unitBody(heir.open) } : { unit: heir.unit }
}

/** `2026-0001、2026-0002` or one a line, as clerks paste them. */
export function numbersOf(text: string): string[] {
  return [...new Set(text.split(/[\s,，、;；]+/).filter(Boolean))]
}
