// `npm test`: sets itself up on a bare machine, runs everything, and ends with one line of counts.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installIfNeeded } from './install.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
installIfNeeded()
ensureBrowser()

const scratch = mkdtempSync(join(tmpdir(), 'yipanqi-npm-test-'))
let passed = 0
let failed = 0
let skipped = 0

step('type check', ['scripts/typecheck.mjs'])
step('lint and the import law', ['node_modules/oxlint/bin/oxlint', '--deny-warnings'])
step('build', ['scripts/build.mjs'])
for (const project of ['unit', 'integration', 'e2e']) tests(project)
rmSync(scratch, { recursive: true, force: true })

console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exit(failed ? 1 : 0)

/** A step that is not a test runner counts as one check. */
function step(name, args) {
  console.log(`\n— ${name}`)
  const run = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (run.status === 0) passed += 1
  else failed += 1
}

function tests(project) {
  console.log(`\n— ${project}`)
  const report = join(scratch, `${project}.json`)
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const run = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, NO_COLOR: '1' } })
  if (!existsSync(report)) {
    failed += 1
    return
  }
  const counts = JSON.parse(readFileSync(report, 'utf8'))
  passed += counts.numPassedTests
  failed += counts.numFailedTests
  skipped += counts.numPendingTests + (counts.numTodoTests ?? 0)
  // A suite that could not even load has no failed test, yet the run failed.
  if (run.status !== 0 && counts.numFailedTests === 0) failed += 1
}

/** Debian's Chromium and Chinese fonts, for the browser tests. */
function ensureBrowser() {
  const has = (file) => existsSync(file)
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  const missing = [
    ...(has('/usr/bin/chromium') ? [] : ['chromium']),
    ...(fonts.status === 0 && fonts.stdout.trim() ? [] : ['fonts-noto-cjk']),
  ]
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) {
    console.error(`浏览器测试需要 ${missing.join('、')}：请用管理员运行 apt-get install -y ${missing.join(' ')} 后再试`)
    process.exit(1)
  }
  console.error(`正在安装浏览器测试所需的 ${missing.join('、')}…`)
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0
  if (!apt('update', '-qq') || !apt('install', '-y', '-qq', ...missing)) {
    console.error(`没有装上 ${missing.join('、')}：请检查软件源后再试`)
    process.exit(1)
  }
}
