// The heads file: one JSON line for each seal, kept away from the data. The only thing that stands against somebody
// who has both the database and the key.
import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'

export interface Head {
  readonly county: string
  readonly number: number
  readonly mac: string
  /** The head before, so that one line lost in a crash is made good by the next. */
  readonly previous?: string
  readonly at: string
  /** Set by a restore: the chain goes on from this number, later heads belong to what was left behind. */
  readonly restored?: true
}

export interface CountyHeads {
  readonly macs: Map<number, string>
  /** The highest number known; 0 when none is. */
  last: number
}

/** Heads of every county in the file; none where there is no file. A line torn by a crash is left out. */
export async function readHeads(file: string): Promise<Map<string, CountyHeads>> {
  const counties = new Map<string, CountyHeads>()
  if (!existsSync(file)) return counties
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const head = parseHead(line)
    if (head) add(counties, head)
  }
  return counties
}

function add(counties: Map<string, CountyHeads>, head: Head): void {
  let known = counties.get(head.county)
  if (!known) {
    known = { macs: new Map(), last: 0 }
    counties.set(head.county, known)
  }
  if (head.restored) {
    for (const number of known.macs.keys()) if (number > head.number) known.macs.delete(number)
    known.last = head.number
  }
  // The first word stands: a number told twice with another mac is what a rewritten chain looks like.
  if (head.number > 0 && (head.restored || !known.macs.has(head.number))) known.macs.set(head.number, head.mac)
  if (head.previous && !known.macs.has(head.number - 1)) known.macs.set(head.number - 1, head.previous)
  // Two sealers may write their lines in either order.
  known.last = Math.max(known.last, head.number)
}

function parseHead(line: string): Head | null {
  try {
    const head = JSON.parse(line) as Partial<Head> | null
    const whole = typeof head?.county === 'string' && typeof head.mac === 'string' && Number.isInteger(head.number)
    return whole ? (head as Head) : null
  } catch {
    return null
  }
}
