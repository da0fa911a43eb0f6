// How a process is told to stop. One Ctrl-C may arrive twice (the terminal signals the whole group, and npm hands it
// on), so what comes within a second is the same wish; a later one means: at once.

export interface StopSignal {
  readonly asked: boolean
  /** Settles at the first signal. */
  readonly first: Promise<void>
  /** Settles at a second signal that is not an echo of the first. */
  readonly again: Promise<void>
}

const echo = 1000

export function onStopSignal(): StopSignal {
  let at = 0
  let settleFirst = () => {}
  let settleAgain = () => {}
  const first = new Promise<void>((settle) => (settleFirst = settle))
  const again = new Promise<void>((settle) => (settleAgain = settle))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (at === 0) {
        at = performance.now()
        settleFirst()
      } else if (performance.now() - at > echo) settleAgain()
    })
  }
  return {
    get asked() {
      return at !== 0
    },
    first,
    again,
  }
}
