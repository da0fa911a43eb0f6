// Encrypt, then authenticate: SM4-CTR under one derived key, HMAC-SM3 under another. The context (whose bytes these
// are) is authenticated too, so that a sealed value cannot be moved from one person to another.
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const version = 1
const ivLength = 16
const tagLength = 32
const head = 1 + ivLength

/** `version(1) | iv(16) | ciphertext | tag(32)`. The key is 32 random bytes. */
export function sealBytes(key: Uint8Array, plain: Uint8Array, context: string): Buffer {
  const iv = takeRandom()
  const cipher = createCipheriv('sm4-ctr', derive(key).cipher, iv)
  const body = Buffer.concat([Buffer.from([version]), iv, cipher.update(plain), cipher.final()])
  return Buffer.concat([body, tag(key, body, context)])
}

// Asking the generator costs as much as sealing a short value: an import asks it once for many.
let pool: Buffer = Buffer.alloc(0)

/** A piece of its own, never handed out twice. */
function takeRandom(): Buffer {
  if (pool.length < ivLength) pool = randomBytes(256 * ivLength)
  const iv = pool.subarray(0, ivLength)
  pool = pool.subarray(ivLength)
  return iv
}

/** The plain bytes, or null when they were not sealed with this key for this context (or were changed since). */
export function openBytes(key: Uint8Array, sealed: Uint8Array, context: string): Buffer | null {
  if (sealed.length < head + tagLength || sealed[0] !== version) return null
  const body = sealed.subarray(0, sealed.length - tagLength)
  if (!timingSafeEqual(tag(key, body, context), sealed.subarray(sealed.length - tagLength))) return null
  const decipher = createDecipheriv('sm4-ctr', derive(key).cipher, body.subarray(1, head))
  return Buffer.concat([decipher.update(body.subarray(head)), decipher.final()])
}

/** One key seals many values (the master wraps every record's key): what follows from it is derived once. */
const derived = new WeakMap<Uint8Array, { readonly cipher: Buffer; readonly tag: Buffer }>()

function derive(key: Uint8Array): { readonly cipher: Buffer; readonly tag: Buffer } {
  const known = derived.get(key)
  if (known) return known
  const made = {
    cipher: createHmac('sm3', key).update('yipanqi/sm4').digest().subarray(0, 16),
    tag: createHmac('sm3', key).update('yipanqi/tag').digest(),
  }
  derived.set(key, made)
  return made
}

function tag(key: Uint8Array, body: Uint8Array, context: string): Buffer {
  const name = Buffer.from(context)
  // The context's length goes first: without it, bytes could wander between context and body.
  const size = Buffer.alloc(4)
  size.writeUInt32BE(name.length)
  return createHmac('sm3', derive(key).tag).update(size).update(name).update(body).digest()
}
