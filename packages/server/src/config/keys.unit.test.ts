import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { keys } from './keys.ts'
import { ConfigError, readConfig } from './read-config.ts'

const page = new URL('../../../../docs/operations/configuration.md', import.meta.url)

/** Rows of the page's table: name, default, what it is for. */
function rows(): string[][] {
  return readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

it('every key stands in docs/operations/configuration.md as it is in the program, in its order', () => {
  const wanted = Object.values(keys).map(({ name, fallback, about }) => [
    `\`${name}\``,
    fallback === null ? '（不设）' : `\`${String(fallback)}\``,
    about,
  ])
  expect(rows()).toEqual(wanted)
})

it('nothing set: the defaults', () => {
  const config = readConfig({})
  for (const [field, { fallback }] of Object.entries(keys)) expect(config[field as keyof typeof keys]).toBe(fallback)
  expect(readConfig({ PORT: '' }).port).toBe(keys.port.fallback)
})

it('what is set is read by its kind; a flag wins', () => {
  const config = readConfig({ PORT: '9000', YIPANQI_COOKIE_SECURE: 'true', YIPANQI_LOG: 'warn' }, { port: 9001 })
  expect(config).toMatchObject({ port: 9001, cookieSecure: true, logLevel: 'warn' })
})

it.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['YIPANQI_POOL', '1'],
  ['YIPANQI_COOKIE_SECURE', 'perhaps'],
  ['YIPANQI_ORIGIN', 'county'],
  ['YIPANQI_LOG', 'loud'],
])('%s=%s is refused by name', (name, value) => {
  const read = () => readConfig({ [name]: value })
  expect(read).toThrow(ConfigError)
  expect(read).toThrow(name)
})
