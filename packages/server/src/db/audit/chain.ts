// What is sealed, byte for byte. A change here breaks every chain that exists.
import { createHmac, type Hmac } from 'node:crypto'
import { sealKeyId } from './seal-key.ts'

/** A place in the order of the audit: eras first, transactions within one. Batches are [from, to). */
export interface Place {
  readonly era: number
  readonly xid: number
}

export const beginning: Place = { era: 0, xid: 0 }

export function isBefore(a: Place, b: Place): boolean {
  return a.era < b.era || (a.era === b.era && a.xid < b.xid)
}

export interface Batch {
  readonly county: string
  readonly number: number
  readonly from: Place
  readonly to: Place
}

/** The mac of one batch as its rows pass by: HMAC-SM3(key, previous mac, county, number, from, to, rows, row count). */
export class BatchMac {
  private readonly hmac: Hmac
  private readonly id: string
  private count = 0

  constructor(key: Uint8Array, previous: string, batch: Batch) {
    this.id = sealKeyId(key)
    this.hmac = createHmac('sm3', key)
    // JSON holds no raw line break, so that lines cannot run into each other.
    const { county, number, from, to } = batch
    this.line(JSON.stringify([previous, county, number, from.era, from.xid, to.era, to.xid]))
  }

  add(text: string): void {
    this.count += 1
    this.line(text)
  }

  get rows(): number {
    return this.count
  }

  /** `<key id>.<64 hex digits>`; ends the batch. */
  finish(): string {
    this.line(JSON.stringify({ rows: this.count }))
    return `${this.id}.${this.hmac.digest('hex')}`
  }

  private line(text: string): void {
    this.hmac.update(text)
    this.hmac.update('\n')
  }
}
