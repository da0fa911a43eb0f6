import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { Fault } from '../http/fault.ts'

// scrypt N=2^15, r=8, p=1 takes 32 MB and some 80 ms: two at once, a bounded queue behind, so that a flood of logins
// costs the others neither memory nor the thread pool.
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
const atOnce = 2
const queueRoom = 64

let running = 0
const queue: (() => void)[] = []

async function turn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (queue.length >= queueRoom) {
      throw new Fault(429, 'busy', '登录的人太多，请过几秒再试', { why: '同时核对密码的请求已满' })
    }
    await new Promise<void>((resolve) => queue.push(resolve))
  }
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    queue.shift()?.()
  }
}

function derive(password: string, salt: Buffer, N: number, r: number, p: number): Promise<Buffer> {
  return turn(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, 32, { ...cost, N, r, p }, (error, key) =>
          error ? reject(error) : resolve(key),
        )
      }),
  )
}

/** `scrypt$N$r$p$salt$key`, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost.N, cost.r, cost.p)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Compares in constant time. Without a stored hash the same work is done, so that names cannot be told by time. */
export async function checkPassword(password: string, stored: string | null): Promise<boolean> {
  const parts = (stored ?? `scrypt$${cost.N}$${cost.r}$${cost.p}$AAAAAAAAAAAAAAAAAAAAAA$`).split('$')
  const [, n, r, p, salt = '', key = ''] = parts
  const made = await derive(password, Buffer.from(salt, 'base64url'), Number(n), Number(r), Number(p))
  const kept = Buffer.from(key, 'base64url')
  return kept.length === made.length && timingSafeEqual(kept, made)
}

/** A password that is not on every list: length first (GB/T 39786 practice), then no plain repetition. */
export function refuseWeak(password: string): string | null {
  if (password.length < 10) return '密码至少 10 个字符'
  if (password.length > 256) return '密码最长 256 个字符'
  if (new Set(password).size < 5) return '密码里不同的字符至少 5 个'
  return null
}
