import { useState } from 'react'

export interface Selection {
  readonly ids: ReadonlySet<number>
  readonly has: (id: number) => boolean
  readonly toggle: (id: number) => void
  readonly setMany: (ids: readonly number[]) => void
}

/** Ticked records. Another question is another selection: nothing unseen stays ticked. */
export function useSelection(question: string): Selection {
  const [state, setState] = useState<{ question: string; ids: ReadonlySet<number> }>({ question, ids: new Set() })
  const ids = state.question === question ? state.ids : empty
  const keep = (next: ReadonlySet<number>): void => setState({ question, ids: next })
  return {
    ids,
    has: (id) => ids.has(id),
    toggle: (id) => {
      const next = new Set(ids)
      if (!next.delete(id)) next.add(id)
      keep(next)
    },
    setMany: (many) => keep(new Set(many)),
  }
}

const empty: ReadonlySet<number> = new Set()
