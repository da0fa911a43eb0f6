// Shipped columns that a county's own fields are laid on: no table is made or changed while the house is open. A slot
// once taken is never given to another field, so that what was written stays readable under its own name.

export const slotFamilies = ['t', 'l', 'n', 'd', 'b', 'u', 'r', 'a', 'f', 'p', 's'] as const
/**
 * t: a line of text (sorted in pinyin) · l: long text · n: whole number or scaled figure · d: day or month · b: yes or no ·
 * u: unit that sees the record · r: id of something else · a: several choices · f: files · p: place · s: sealed.
 */
export type SlotFamily = (typeof slotFamilies)[number]

export interface SlotRoom {
  /** Before the letter: columns of a shipped library's own table are kept apart by it. */
  readonly prefix: string
  readonly count: Readonly<Record<SlotFamily, number>>
  /** The first so many have an index: their fields can be filtered and sorted by. */
  readonly indexed: Readonly<Record<SlotFamily, number>>
}

/** Columns of `own_record` (see the migration own_libraries). */
export const ownRoom: SlotRoom = {
  prefix: '',
  count: { t: 20, l: 6, n: 20, d: 10, b: 6, u: 4, r: 8, a: 4, f: 3, p: 1, s: 6 },
  indexed: { t: 20, l: 0, n: 20, d: 10, b: 6, u: 4, r: 8, a: 4, f: 0, p: 1, s: 0 },
}

/** Columns that each shipped library's table has for the county's additional fields. */
export const extraRoom: SlotRoom = {
  prefix: 'x_',
  count: { t: 8, l: 2, n: 6, d: 4, b: 2, u: 0, r: 3, a: 2, f: 0, p: 0, s: 2 },
  indexed: { t: 3, l: 0, n: 2, d: 2, b: 0, u: 0, r: 1, a: 2, f: 0, p: 0, s: 0 },
}

/** SQL columns of each family, the suffixes of a place among them: for the migration's test. */
export function slotColumns(room: SlotRoom): readonly string[] {
  return slotFamilies.flatMap((family) =>
    Array.from({ length: room.count[family] }, (_, i) => `${room.prefix}${family}${i + 1}`).flatMap((slot) =>
      family === 'p' ? [`${slot}_x`, `${slot}_y`] : [slot],
    ),
  )
}

export const isIndexedSlot = (room: SlotRoom, slot: string): boolean => {
  const [, family, number] = /^(?:x_)?([a-z])(\d+)$/.exec(slot) ?? []
  return Number(number) <= (room.indexed[family as SlotFamily] ?? 0)
}

/**
 * The first free slot of a family; null: all are taken. `taken` holds the slots of retired fields too. `first` is kept
 * for the field that names the record.
 */
export function freeSlot(room: SlotRoom, family: SlotFamily, taken: ReadonlySet<string>): string | null {
  for (let i = 1; i <= room.count[family]; i += 1) {
    const slot = `${room.prefix}${family}${i}`
    if (!taken.has(slot)) return slot
  }
  return null
}
