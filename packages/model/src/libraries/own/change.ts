// From one approved version to the next: what was written must stay readable, so names, slots and kinds stand.
import type { DefinitionFault, OwnField, SlotMap } from './definition.ts'
import { familyOf, ownKindWords } from './kinds.ts'
import { freeSlot, type SlotRoom } from './slots.ts'

/**
 * What a next version may not do to the fields of the approved one: take one away (it is retired instead), change its
 * kind, or take off a choice that records may hold.
 */
export function findChangeFaults(before: readonly OwnField[], after: readonly OwnField[]): DefinitionFault[] {
  const faults: DefinitionFault[] = []
  for (const old of before) {
    const at = after.findIndex((f) => f.name === old.name)
    const now = after[at]
    if (!now) {
      faults.push({ path: 'fields', message: `“${old.label}”已经在用，不能删去；不再填请设为停用` })
      continue
    }
    const say = (part: string, message: string) => faults.push({ path: `fields.${at}.${part}`, message })
    if (now.kind !== old.kind || familyOf(now) !== familyOf(old))
      say('kind', `“${old.label}”已经按“${ownKindWords[old.kind]}”存了，不能改类型；请停用后另加一栏`)
    if (now.target !== old.target) say('target', `“${old.label}”引用的台账不能改；请停用后另加一栏`)
    // Kept as whole numbers of the smallest step: other places would read them another way.
    if (old.kind === 'decimal' && (now.places ?? 2) !== (old.places ?? 2)) say('places', '小数位数不能改')
    const gone = (old.choices ?? []).filter((word) => !(now.choices ?? []).includes(word))
    if (gone.length > 0) say('choices', `选项“${gone.join('、')}”可能已有记录在用，不能去掉`)
  }
  return faults
}

/**
 * Gives every new field its slot; those that have one keep it, retired ones too. `title` takes the first of its
 * family. Answers a Chinese fault where a family is used up.
 */
export function assignSlots(
  room: SlotRoom,
  fields: readonly OwnField[],
  before: SlotMap,
  title?: string,
): { readonly slots: SlotMap; readonly faults: readonly DefinitionFault[] } {
  const slots: Record<string, string> = { ...before }
  const taken = new Set(Object.values(before))
  const faults: DefinitionFault[] = []
  const order = [...fields.entries()].sort(([, a], [, b]) => Number(b.name === title) - Number(a.name === title))
  for (const [i, field] of order) {
    if (slots[field.name] !== undefined) continue
    const family = familyOf(field)
    const slot = freeSlot(room, family, taken)
    if (slot === null) {
      const most = room.count[family]
      faults.push({
        path: `fields.${i}.kind`,
        message:
          most === 0
            ? `这里不能加“${ownKindWords[field.kind]}”的栏`
            : `“${ownKindWords[field.kind]}”一类的栏最多 ${most} 个（停用的也占位），已经用完`,
      })
      continue
    }
    slots[field.name] = slot
    taken.add(slot)
  }
  return { slots, faults }
}
