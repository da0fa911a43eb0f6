// Installs what the lockfile says, when node_modules is missing or made from another lockfile.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const lock = join(root, 'package-lock.json')
/** Which lockfile was installed last; npm ci takes it away with the rest. */
const digestFile = join(root, 'node_modules/.installed-lock')

export function installIfNeeded() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`需要 Node 20.19 以上，现在是 ${process.versions.node}`)
    process.exit(1)
  }
  if (isInstalled()) return
  console.error('正在安装依赖（只在第一次）…')
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const run = spawnSync(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (run.status !== 0) {
    console.error('依赖没有装上：请检查网络或 npm 的镜像设置后再试')
    process.exit(1)
  }
  writeFileSync(digestFile, digestOf(lock))
}

/** By content where we installed ourselves: a checkout that only touches the lockfile's time asks for nothing. */
function isInstalled() {
  const mark = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(mark)) return false
  if (existsSync(digestFile)) return readFileSync(digestFile, 'utf8') === digestOf(lock)
  return statSync(mark).mtimeMs >= statSync(lock).mtimeMs
}

function digestOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
