import { expect } from 'vitest'
import type { Client } from './harness.ts'
import type { Owner } from './snapshot.ts'

export interface Refused {
  error: { code: string; message: string; why: string; fields?: { path: string; message: string }[] }
}

export type Refusal = (status: number, code: string | null, ask: () => Promise<Response>) => Promise<Refused>

/**
 * Expects what is asked to be refused with this status and code (null: any), in Chinese without a programmer's words,
 * with nothing written in the county, by a server that still lives.
 */
export function refusalIn(county: string, owner: Owner, client: Client): Refusal {
  return async (status, code, ask) => {
    const before = await owner.snapshot(county)
    const answer = await ask()
    const text = await answer.text()
    expect([answer.status, text.slice(0, 300)]).toEqual([status, expect.any(String)])
    const body = JSON.parse(text) as Refused
    if (code !== null) expect(body.error.code).toBe(code)
    expect(body.error.message).toMatch(/[一-鿿]/)
    expect(body.error.message + body.error.why).not.toMatch(
      /invalid|error|syntax|undefined|expected|string|unsupported/i,
    )
    expect(await owner.snapshot(county)).toEqual(before)
    expect((await client.get('/health')).status).toBe(200)
    return body
  }
}
