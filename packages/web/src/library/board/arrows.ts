// The board by keyboard: arrows go from card to card and from column to column, as they lie before the eye.

const cards = (column: Element): HTMLElement[] => [...column.querySelectorAll<HTMLElement>('[data-card]')]

/** The card that an arrow leads to from the one that has the focus; null: nowhere. */
export function nextCard(board: Element, from: Element, key: string): HTMLElement | null {
  const columns = [...board.querySelectorAll('[data-column]')]
  const column = columns.findIndex((c) => c.contains(from))
  const here = columns[column]
  if (!here) return null
  const own = cards(here)
  const place = own.findIndex((c) => c.contains(from))
  if (key === 'ArrowDown') return own[place + 1] ?? null
  if (key === 'ArrowUp') return own[place - 1] ?? null
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null
  // Columns without cards are stepped over.
  const onward = key === 'ArrowRight' ? columns.slice(column + 1) : columns.slice(0, column).reverse()
  const there = onward.map(cards).find((list) => list.length > 0) ?? []
  return there[Math.min(place, there.length - 1)] ?? null
}
