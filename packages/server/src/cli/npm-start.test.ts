// `npm start` as a person runs it: a terminal's Ctrl-C reaches npm, its shell and the server all at once.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { build, cleanUp, postmasterOf, root, scratchFolder } from './testing/command.ts'

beforeAll(build)
afterAll(() => cleanUp())

/** Starts in a process group of its own; `say` is called with each piece of output. */
function npmStart(data: string, say: (text: string, group: number) => void): Promise<string> {
  const child = spawn('npm', ['start'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: '0', HOST: '', YIPANQI_DATA: data, DATABASE_URL: '', DATABASE_OWNER_URL: '' },
  })
  let text = ''
  const hear = (chunk: Buffer) => {
    text += chunk.toString('utf8')
    say(text, child.pid ?? 0)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return new Promise((settle) => child.once('close', () => settle(text)))
}

const count = (text: string, word: string) => text.split(word).length - 1

it('fills the sample, prints where and who, and one Ctrl-C stops it once', async () => {
  const data = join(scratchFolder(), 'data')
  let pressed = false
  const text = await npmStart(data, (sofar, group) => {
    if (pressed || !/^listening http:\/\/127\.0\.0\.1:\d+$/m.test(sofar)) return
    pressed = true
    process.kill(-group, 'SIGINT')
  })
  expect(count(text, '\naccount ')).toBeGreaterThan(5)
  expect(count(text, '正在停机')).toBe(1)
  expect(count(text, '已停机')).toBe(1)
  expect(text).not.toMatch(/npm error| {4}at /)
  expect(postmasterOf(data)).toBeNull()
}, 180_000)

it('Ctrl-C in the middle of a first start leaves no database running, and the next start goes on', async () => {
  const data = join(scratchFolder(), 'data')
  let pressed = false
  const poll = (group: number) => {
    if (postmasterOf(data) === null) setTimeout(poll, 50, group)
    else process.kill(-group, 'SIGINT')
  }
  const text = await npmStart(data, (_, group) => {
    if (pressed) return
    pressed = true
    poll(group)
  })
  // On a quick machine the door may open before the key is heard: then it closed again in order.
  expect(count(text, '已停机')).toBe(1)
  expect(text).not.toMatch(/ {4}at /)
  expect(postmasterOf(data)).toBeNull()
  let again = false
  const second = await npmStart(data, (sofar, group) => {
    if (again || !/^listening /m.test(sofar)) return
    again = true
    process.kill(-group, 'SIGINT')
  })
  expect(count(second, '\naccount ')).toBeGreaterThan(5)
  expect(postmasterOf(data)).toBeNull()
}, 180_000)
