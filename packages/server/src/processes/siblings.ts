// What one process keeps in memory for a moment, another may have changed: it says so to its siblings at once, so that
// who changes something and asks again is not told the old by the next process that answers.

type Forget = (what: string) => void

export interface Forgotten {
  readonly say: 'forget'
  readonly topic: string
  readonly what: string
}

const forgets = new Map<string, Forget>()

/** Registers how a memory is let go, in this process; answers how to let it go in all of them. */
export function sharedForget(topic: string, forget: Forget): Forget {
  forgets.set(topic, forget)
  return (what) => {
    forget(what)
    // A process without a parent that listens (a test, a command) has no siblings.
    if (process.connected) process.send?.({ say: 'forget', topic, what } satisfies Forgotten)
  }
}

/** A sibling's word. */
export function forgetHere({ topic, what }: Forgotten): void {
  forgets.get(topic)?.(what)
}
