// How long from `npm start` to the `listening` line: the first time in an empty data folder (after install; a fresh clone
// adds the build, printed beside it), and the second time. Prints both; says nothing about another machine, nor about a browser's first paint.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'yipanqi-bench-start-'))
// As root the database runs under another uid, which has to get in.
chmodSync(folder, 0o755)

/** Starts as a person would, in a process group of its own, and presses Ctrl-C when the line is there. */
function start(): Promise<{ listening: number; stopped: number }> {
  const began = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', YIPANQI_DATA: join(folder, 'data') },
  })
  return new Promise((settle, reject) => {
    let text = ''
    let listening = 0
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      if (listening > 0 || !/^listening /m.test(text)) return
      listening = performance.now() - began
      process.kill(-(child.pid ?? 0), 'SIGINT')
    })
    child.once('close', () => {
      if (listening > 0) settle({ listening, stopped: performance.now() - began - listening })
      else reject(new Error(`it ended before it listened:\n${text}`))
    })
  })
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
try {
  const load = loadavg()[0] ?? 0
  console.log(`${cpus().length} cores, load ${load.toFixed(1)} before (a busy machine makes every figure longer)`)
  const began = performance.now()
  const build = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (build.status !== 0) throw new Error('the build failed')
  const built = performance.now() - began
  console.log(`build of server and web from nothing: ${seconds(built)}`)
  const first = await start()
  console.log(
    `first start, sample filled: ${seconds(first.listening)} to listening, ${seconds(built + first.listening)} with the build (bar 10 s); Ctrl-C to the end ${seconds(first.stopped)}`,
  )
  const later = []
  for (let i = 0; i < 3; i += 1) later.push(await start())
  const sorted = later.map((s) => s.listening).sort((a, b) => a - b)
  console.log(
    `later start: ${seconds(sorted[1] ?? 0)} to listening, median of 3 (bar 3 s); ${sorted.map(seconds).join(', ')}`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
