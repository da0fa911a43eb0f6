import { expect, it } from 'vitest'
import { bindKeys, commandKeys, type Command, helpRows, unitPlaces } from './keys.ts'
import { roleChoices } from './roles.ts'

const commands = Object.keys(commandKeys) as Command[]
const done: string[] = []
const bound = bindKeys({
  commands: Object.fromEntries(commands.map((c) => [c, () => done.push(c)])) as Record<Command, () => number>,
  takeUnit: (place) => done.push(`unit ${place}`),
  give: (role) => done.push(role),
})

/** The keys that a row of the table names. */
const named = (shown: string): string[] => {
  const arrows: Record<string, string> = { '↓': 'ArrowDown', '↑': 'ArrowUp' }
  if (shown === `1—${unitPlaces}`) return Array.from({ length: unitPlaces }, (_, n) => String(n + 1))
  return shown.split(' 或 ').map((key) => arrows[key] ?? key.toLowerCase())
}

it('no key stands for two things', () => {
  const all = [...commands.flatMap((c) => commandKeys[c].keys), ...roleChoices.map((r) => r.key)]
  expect(new Set(all).size).toBe(all.length)
  expect(Object.keys(bound)).toHaveLength(all.length + unitPlaces)
})

it('the table names every key that does something, and none that does nothing', () => {
  const told = helpRows().flatMap(([shown]) => (shown === 'Esc' ? [] : named(shown)))
  expect(new Set(told)).toEqual(new Set(Object.keys(bound)))
  expect(told).toHaveLength(new Set(told).size)
})

it('each key does what the table says', () => {
  for (const command of commands) {
    for (const key of commandKeys[command].keys) {
      done.length = 0
      bound[key]?.({} as KeyboardEvent)
      expect(done).toEqual([command])
    }
    expect(helpRows()).toContainEqual([commandKeys[command].shown, commandKeys[command].words])
  }
  for (const { key, role, words } of roleChoices) {
    done.length = 0
    bound[key]?.({} as KeyboardEvent)
    expect(done).toEqual([role])
    expect(helpRows()).toContainEqual([key.toUpperCase(), `这一句是${words}`])
  }
})
