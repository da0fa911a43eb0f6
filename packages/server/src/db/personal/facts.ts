/** What stands sealed about a person. */
export interface PersonFacts {
  /** The name that colleagues see. */
  readonly display: string
  readonly phone?: string
}

/** What the screen says where a person's key was erased ({@link openPerson} gave null). */
export const erasedPerson = '（已注销）'

/** Names the owner of sealed bytes inside their tag. A county is six digits, so the parts cannot run together. */
export function contextOf(county: string, subject: string): string {
  return `${county}/${subject}`
}

/** Sealed lengths would tell how long a name is: spaces up to a multiple of 64 bytes, which JSON ignores. */
export function encodeFacts(facts: PersonFacts): Buffer {
  const bytes = Buffer.from(JSON.stringify(facts))
  return Buffer.concat([bytes, Buffer.alloc((64 - (bytes.length % 64)) % 64, ' ')])
}

export function decodeFacts(bytes: Uint8Array): PersonFacts {
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as PersonFacts
}
