// One-time codes as authenticators make them (RFC 6238 over RFC 4226): SHA-1, 30 s, six digits.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const stepSeconds = 30
const digits = 6
/** Clocks of phones go wrong by some seconds: one step before and one after are taken too. */
const tolerance = 1

export function newSecret(): Buffer {
  return randomBytes(20)
}

export function stepOf(now: Date): number {
  return Math.floor(now.getTime() / 1000 / stepSeconds)
}

/** The code of one step. */
export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The step that a code belongs to, or null. Every step of the window is computed, whichever fits. */
export function stepOfCode(secret: Uint8Array, code: string, now: Date): number | null {
  const given = Buffer.from(code.replace(/\s/g, '').padEnd(digits).slice(0, 16))
  let found: number | null = null
  for (let step = stepOf(now) - tolerance; step <= stepOf(now) + tolerance; step += 1) {
    const right = Buffer.from(codeAt(secret, step))
    if (given.length === right.length && timingSafeEqual(given, right)) found = step
  }
  return found
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 without padding, as authenticators want it. */
export function base32(bytes: Uint8Array): string {
  let bits = 0
  let held = 0
  let out = ''
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += alphabet[(held >> bits) & 31]
    }
  }
  return bits > 0 ? out + alphabet[(held << (5 - bits)) & 31] : out
}

export function otpUri(account: string, secret: Uint8Array): string {
  const issuer = encodeURIComponent('一盘棋')
  return `otpauth://totp/${issuer}:${encodeURIComponent(account)}?secret=${base32(secret)}&issuer=${issuer}&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`
}

/** Ten codes for the day when the phone is gone: 50 random bits each, in two groups that can be read out. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const text = base32(randomBytes(7)).slice(0, 10).toLowerCase()
    return `${text.slice(0, 5)}-${text.slice(5)}`
  })
}

/** As it is hashed: case, spaces and the dash do not matter. */
export function plainRecoveryCode(code: string): string {
  return code.toLowerCase().replace(/[\s-]/g, '')
}
