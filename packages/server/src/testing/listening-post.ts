// A real socket with ears on the live stream: who hears of what.
import { serve, type ServerType } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import type { House } from '../house.ts'
import { createApp } from '../http/app.ts'
import { testPassword } from './harness.ts'

export interface Heard {
  event: string
  id: string | null
  data: { kind?: string; ids?: number[]; library?: string }
}
export interface Ear {
  readonly status: number
  readonly heard: Heard[]
  /** Resolves true when the server ends the stream. */
  readonly ended: Promise<boolean>
  until(what: (heard: Heard[]) => boolean): Promise<void>
  close(): void
}
export interface ListeningPost {
  readonly base: string
  tokenOf(account: string): Promise<string>
  listen(token: string, headers?: Record<string, string>): Promise<Ear>
  /** Closes every ear. */
  hush(): void
  close(): Promise<void>
}

export async function openListeningPost(house: House): Promise<ListeningPost> {
  const ears: Ear[] = []
  const app = createApp(house)
  const server = await new Promise<ServerType>((resolve) => {
    const one = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(one))
  })
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`
  return {
    base,
    async tokenOf(account) {
      const answer = await fetch(`${base}/sessions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ account, password: testPassword, token: true }),
      })
      return ((await answer.json()) as { token: string }).token
    },
    async listen(token, headers = {}) {
      const ear = await listen(base, token, headers)
      ears.push(ear)
      if (ear.status === 200) await ear.until((h) => h.some((x) => x.event === 'ready'))
      return ear
    },
    hush() {
      for (const ear of ears.splice(0)) ear.close()
    },
    async close() {
      for (const ear of ears.splice(0)) ear.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function listen(base: string, token: string, headers: Record<string, string>): Promise<Ear> {
  const abort = new AbortController()
  const response = await fetch(`${base}/events`, {
    headers: { Authorization: `Bearer ${token}`, ...headers },
    signal: abort.signal,
  })
  const heard: Heard[] = []
  return {
    status: response.status,
    heard,
    ended: readInto(heard, response),
    async until(what) {
      for (let i = 0; i < 200 && !what(heard); i += 1) await pause(25)
      expect(what(heard), JSON.stringify(heard)).toBe(true)
    },
    close: () => abort.abort(),
  }
}

async function readInto(heard: Heard[], response: Response): Promise<boolean> {
  let rest = ''
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const blocks = (rest + Buffer.from(chunk).toString()).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const lines = new Map(
          block.split('\n').map((l) => [l.slice(0, l.indexOf(':')), l.slice(l.indexOf(':') + 1).trim()]),
        )
        const event = lines.get('event')
        if (event)
          heard.push({
            event,
            id: lines.get('id') ?? null,
            data: JSON.parse(lines.get('data') ?? '{}') as Heard['data'],
          })
      }
    }
    return true
  } catch {
    return false
  }
}
