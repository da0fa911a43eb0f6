import { createHash, randomBytes } from 'node:crypto'

/** A session token: 256 random bits. Only its hash is stored, so that a stolen backup opens no door. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
