import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of packages/server, from the sources as from the bundle: migrations and assets are found from here. */
export function packageRoot(): string {
  let at = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(at, 'migrations'))) {
    const up = dirname(at)
    if (up === at) throw new Error('packages/server not found')
    at = up
  }
  return at
}
