import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Passwords of the embedded database's roles: random per data folder, readable by its owner only. */
export interface DatabaseSecrets {
  readonly superuser: string
  readonly owner: string
  readonly app: string
  readonly reader: string
}

export function readSecrets(dataDir: string): DatabaseSecrets {
  const file = join(dataDir, 'keys', 'database.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DatabaseSecrets
  const secret = () => randomBytes(24).toString('base64url')
  const made: DatabaseSecrets = { superuser: secret(), owner: secret(), app: secret(), reader: secret() }
  writeSecretFile(file, JSON.stringify(made))
  return made
}

/** Writes whole or not at all, mode 0600 in a 0700 folder. */
export function writeSecretFile(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.new`, content, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
