// Live streams that are open: a server that stops ends them, so that it can drain.

const open = new Set<() => void>()

export const openStreams = {
  /** Registers how to end a stream; answers how to forget it. */
  add(end: () => void): () => void {
    open.add(end)
    return () => open.delete(end)
  },
  count: () => open.size,
  endAll(): void {
    for (const end of open) end()
    open.clear()
  },
}
