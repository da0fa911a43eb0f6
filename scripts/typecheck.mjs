// Three rooms, three sets of globals: the pure packages see neither Node nor the DOM.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
let failed = 0
for (const room of ['pure', 'node', 'web']) {
  const run = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', `tsconfig.${room}.json`], {
    cwd: root,
    stdio: 'inherit',
  })
  if (run.status !== 0) failed += 1
}
process.exit(failed ? 1 : 0)
