import type { IsoDate } from '@yipanqi/base'
import type { UnitAlias, UnitEntry, UnitKind } from '../types.ts'
import { unitBook } from './book.ts'

/** A unit as a county keeps it. */
export interface OwnUnit {
  code: string
  name: string
  short?: string
  aliases?: readonly string[]
  /** Old names with the day on which they ended. */
  formerly?: readonly { name: string; until: IsoDate }[]
  kind: UnitKind
  mayLead: boolean
  validFrom?: IsoDate
  validTo?: IsoDate
}

// 中共青禾县委组织部, 青禾县人民政府办公室, 国家税务总局青禾县税务局: the county's name stands in front or inside.
const COUNTY = /(?:中共|国网|国家税务总局|国家金融监督管理总局)?[\u4e00-\u9fff]{2,4}(?=县)/
const BARE = /^(?:中共)?[\u4e00-\u9fff]{0,4}县(?:委)?/

function nameForms(unit: OwnUnit): string[] {
  const full = unit.name
  const forms = [unit.short ?? '', ...(unit.aliases ?? []), full, full.replace(COUNTY, ''), full.replace(BARE, '')]
  return forms.filter((form) => form.length >= 2)
}

/**
 * Makes a reading catalogue of a county's own units: names and dates are the county's, duties and usual measures come
 * from the preset units whose names it carries (自然资源局 with the plate of 林业局 inherits both). A preset unit that
 * two own units could inherit (重点项目中心 beside 发展和改革局) goes to the one that bears its full name. The
 * collective 各乡镇（街道） is kept where the county has townships.
 */
export function adoptUnits(own: readonly OwnUnit[]): UnitEntry[] {
  const book = unitBook()
  const heirs = new Map<UnitEntry, { unit: OwnUnit; exact: boolean }>()
  for (const unit of own) {
    for (const form of nameForms(unit)) {
      const preset = book.entryOf(form)
      if (!preset || preset.code === COLLECTIVE) continue
      const exact = preset.name === form || preset.name === `县${form}` || preset.name === form.replace(COUNTY, '')
      const heir = heirs.get(preset)
      if (!heir || (exact && !heir.exact)) heirs.set(preset, { unit, exact })
    }
  }
  const inherited = new Map<string, UnitEntry[]>()
  for (const [preset, { unit, exact }] of heirs) {
    const list = inherited.get(unit.code) ?? []
    // The unit's own office stands before the plates that it carries.
    if (exact) list.unshift(preset)
    else list.push(preset)
    inherited.set(unit.code, list)
  }
  const taken = new Set(own.flatMap((unit) => [unit.name, ...nameForms(unit)]))
  const adopted = own.map((unit) => adopt(unit, inherited.get(unit.code) ?? [], taken))
  const collective = book.entries.find((entry) => entry.code === COLLECTIVE)
  return collective && own.some((unit) => unit.kind === '乡镇') ? [...adopted, collective] : adopted
}

const COLLECTIVE = 'xiangzhen'

/** Old names in full and without the county in front, each with the day on which it ended. */
function formerForms(unit: OwnUnit): UnitAlias[] {
  return (unit.formerly ?? []).flatMap(({ name, until }) =>
    [...new Set([name, name.replace(COUNTY, ''), name.replace(BARE, '')])]
      .filter((form) => form.length >= 2)
      .map((form) => ({ name: form, until })),
  )
}

function union(presets: readonly UnitEntry[], pick: (entry: UnitEntry) => readonly string[]): string[] {
  return [...new Set(presets.flatMap(pick))]
}

/** What such an office is usually called (发改局, 发改委), unless another unit of the county is called so. */
function usualForms(
  presets: readonly UnitEntry[],
  forms: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): UnitAlias[] {
  return presets.flatMap((preset) => preset.aliases).filter(({ name }) => !forms.has(name) && !taken.has(name))
}

function adopt(unit: OwnUnit, presets: readonly UnitEntry[], taken: ReadonlySet<string>): UnitEntry {
  const forms = new Set(nameForms(unit))
  forms.delete(unit.name)
  const entry: UnitEntry = {
    code: unit.code,
    name: unit.name,
    aliases: [...[...forms].map((name) => ({ name })), ...formerForms(unit), ...usualForms(presets, forms, taken)],
    kind: unit.kind,
    mayLead: unit.mayLead,
    duties: union(presets, (preset) => preset.duties),
    leads: union(presets, (preset) => preset.leads),
    supports: union(presets, (preset) => preset.supports),
  }
  const [office] = presets
  if (office) entry.preset = office.code
  if (unit.validFrom !== undefined) entry.validFrom = unit.validFrom
  if (unit.validTo !== undefined) entry.validTo = unit.validTo
  return entry
}
