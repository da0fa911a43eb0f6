// Which answers on the screen a change of somebody else makes old. They are asked for again where they stand: lists keep
// the row that is being read in its place, forms keep what was typed.

/** A live event as the server sends it. */
export interface Told {
  readonly kind: string
  readonly ids: readonly number[]
  /** Of a record: its ledger. */
  readonly library?: string
}

const nouns: Record<string, readonly string[]> = {
  matter: ['matter', 'matters', 'document', 'consultation', 'home'],
  document: ['document', 'documents', 'consultation', 'home'],
  import: ['import'],
}

export function staleAfter({ kind, library }: Told): (key: readonly unknown[]) => boolean {
  // A ledger's list, board, map, counts and records are all under its id.
  if (kind === 'record') return ([noun, of]) => noun === 'library' && of === library
  const named = new Set<unknown>(nouns[kind])
  // Matters are a ledger too, and a record shows its matters.
  const shown = kind === 'matter' ? (of: unknown, what: unknown) => of === 'matters' || what === 'matters' : () => false
  return ([noun, of, what]) => named.has(noun) || (noun === 'library' && shown(of, what))
}
