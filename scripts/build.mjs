// Builds the server's bundle (our own packages in one file, libraries stay in node_modules) and the web app.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const server = join(root, 'packages/server')
const out = join(server, 'dist')
const stamp = join(out, 'built-at')
const web = join(root, 'packages/web')
const webOut = join(web, 'dist/index.html')

function newest(folder, skip = /node_modules|dist|\.test\.ts$/) {
  let latest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (skip.test(entry.name)) continue
    latest = Math.max(latest, entry.isDirectory() ? newest(path, skip) : statSync(path).mtimeMs)
  }
  return latest
}

const pure = ['base', 'reading', 'rules', 'model'].map((p) => join(root, 'packages', p, 'src'))

function isStale(made, folders) {
  if (!existsSync(made)) return true
  const at = statSync(made).mtimeMs
  return folders.some((f) => newest(f) > at)
}

/** Our own packages are bundled from their sources; everything else is a library. */
const ours = {
  name: 'ours',
  setup(build) {
    build.onResolve({ filter: /^@yipanqi\// }, ({ path }) => {
      const [, name, ...rest] = path.split('/')
      const base = name === 'samples' ? join(root, 'samples') : join(root, 'packages', name, 'src')
      return { path: join(base, rest.length ? rest.join('/') : 'index.ts') }
    })
    // chinese-days is imported as JSON, which Node wants marked and bundlers do not: it goes in with our own.
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('chinese-days') ? undefined : { path, external: true },
    )
  },
}

async function buildServer() {
  const { build } = await import('esbuild')
  const began = new Date()
  const made = join(out, `.new-${process.pid}`)
  await build({
    absWorkingDir: root,
    entryPoints: {
      main: join(server, 'src/cli/main.ts'),
      'read-worker': join(server, 'src/files/read-worker.ts'),
      'reading-thread': join(server, 'src/documents/reading-thread.ts'),
      'sheet-worker': join(server, 'src/sheets/sheet-worker.ts'),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outdir: made,
    sourcemap: true,
    plugins: [ours],
    logLevel: 'warning',
  })
  copyTexts(join(root, 'samples'), made)
  writeFileSync(join(made, 'built-at'), began.toISOString())
  moveInto(made, out, 'built-at')
  // As old as its beginning: what was edited meanwhile is newer.
  utimesSync(stamp, began, began)
}

/**
 * Puts a finished build in its place file by file, `last` at the end: a command that starts at this moment, or a server
 * that already runs, finds each file whole, the old one or the new.
 */
function moveInto(made, to, last) {
  const move = (folder) => {
    for (const entry of readdirSync(join(made, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) move(path)
      else if (path !== last) place(path)
    }
  }
  const place = (path) => {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    renameSync(join(made, path), join(to, path))
  }
  move('')
  place(last)
  rmSync(made, { recursive: true, force: true })
}

/** The samples read their texts from beside their code: beside the bundle, then. */
function copyTexts(samples, made, folder = samples) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && entry.name !== 'node_modules') copyTexts(samples, made, path)
    else if (entry.name.endsWith('.txt')) {
      const to = join(made, relative(samples, path))
      mkdirSync(dirname(to), { recursive: true })
      cpSync(path, to)
    }
  }
}

function buildWeb() {
  const began = new Date()
  const made = `dist/.new-${process.pid}`
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const run = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', made, '--emptyOutDir'], {
    cwd: web,
    stdio: ['ignore', 2, 2],
  })
  if (run.status !== 0) {
    rmSync(join(web, made), { recursive: true, force: true })
    throw new Error('网页没有构建成功')
  }
  const files = new Set(readdirSync(join(web, made, 'assets')))
  moveInto(join(web, made), join(web, 'dist'), 'index.html')
  utimesSync(webOut, began, began)
  // Names carry their content's digest: what this build has not made belongs to an earlier one.
  for (const name of readdirSync(join(web, 'dist/assets'))) {
    if (!files.has(name)) rmSync(join(web, 'dist/assets', name), { force: true })
  }
}

/** Builds what is older than its sources. Silent on standard output, so that a command can print JSON alone. */
export async function buildIfStale({ web: withWeb = true, force = false } = {}) {
  if (force || isStale(stamp, [...pure, join(server, 'src'), join(root, 'samples')])) await buildServer()
  if (withWeb && (force || isStale(webOut, [...pure, join(web, 'src'), join(web, 'public')]))) buildWeb()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildIfStale({ force: true })
  console.log(`built ${readFileSync(stamp, 'utf8')}`)
}
