// Persons opened lately, in this process. Bounded in number, and in time: another server may erase a key.
import { sharedForget } from '../../processes/siblings.ts'
import type { PersonFacts } from './facts.ts'

interface Opened {
  readonly sealed: string
  readonly facts: PersonFacts
  readonly until: number
}

const room = 5_000
const lifetime = 60_000
// A Map keeps the order of insertion: the first key is the one that was used longest ago.
const opened = new Map<string, Opened>()

export function recall(context: string, sealed: Uint8Array, now = Date.now()): PersonFacts | null {
  const hit = opened.get(context)
  if (!hit || hit.until < now || hit.sealed !== textOf(sealed)) return null
  opened.delete(context)
  opened.set(context, hit)
  return hit.facts
}

export function remember(context: string, sealed: Uint8Array, facts: PersonFacts, now = Date.now()): void {
  opened.delete(context)
  opened.set(context, { sealed: textOf(sealed), facts, until: now + lifetime })
  if (opened.size > room) opened.delete(opened.keys().next().value as string)
}

export const forget = sharedForget('persons', (context) => opened.delete(context))

export function openedCount(): number {
  return opened.size
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
