import { useInfiniteQuery } from '@tanstack/react-query'
import { type DragEvent, type ReactNode, useState } from 'react'
import { grouped } from '../../format/numbers.ts'
import { useMe } from '../../session/me.ts'
import { ErrorNote } from '../../ui/Notes.tsx'
import { More } from '../../ui/More.tsx'
import type { Asked } from '../api.ts'
import type { LibraryView, NameOf } from '../fields/view.ts'
import { Card } from './Card.tsx'
import { factsOf } from './facts.ts'
import { type BoardColumn, columnQuery } from './queries.ts'
import { useNames } from '../use-library.ts'
import type { Names } from '../shapes.ts'

interface Props {
  library: LibraryView
  asked: Asked
  column: BoardColumn
  names: Names
  movable: boolean
  /** A card of another column is being dragged. */
  mayDrop: boolean
  onOpen: (record: number) => void
  onMove: (record: number, to?: string) => void
  onDrag: (record: number | null) => void
  onDrop: (stage: string) => void
}

/** One stage: how many stand there, how many are stuck, those that have stood longest first. */
export function Column({ library, asked, column, names, movable, mayDrop, onDrop, ...acts }: Props): ReactNode {
  const { today } = useMe()
  const [over, setOver] = useState(false)
  const [wanted, setWanted] = useState(false)
  const rest = useInfiniteQuery({
    ...columnQuery(library.shape.id, asked, column),
    enabled: wanted && column.next !== null,
  })
  const pages = rest.data?.pages ?? []
  const later = pages.flatMap((page) => page.columns[0]?.cards ?? [])
  const nameOf: NameOf = useNames(names, ...pages.map((page) => page.names))
  // A card that moved between two pages is shown once.
  const first = new Set(column.cards.map((card) => card.id))
  const cards = [...column.cards, ...later.filter((card) => !first.has(card.id))]
  const more = {
    hasNextPage: rest.data ? rest.hasNextPage : column.next !== null,
    isFetchingNextPage: rest.isFetching,
    fetchNextPage: () => (wanted ? rest.fetchNextPage() : setWanted(true)),
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    onDrop(column.stage)
  }
  const kind = `board-column${column.exit ? ' board-exit' : ''}${cards.length === 0 ? ' board-bare' : ''}`
  return (
    <section
      className={`${kind}${mayDrop ? ' board-may' : ''}${over ? ' board-over' : ''}`}
      data-column={column.stage}
      aria-label={`${column.name}，${column.count} ${library.shape.measure}`}
      {...(mayDrop
        ? {
            onDragOver: (event: DragEvent) => {
              event.preventDefault()
              setOver(true)
            },
            onDragLeave: () => setOver(false),
            onDrop: drop,
          }
        : {})}
    >
      <h2 className="board-head">
        {column.name}
        <b>{grouped(column.count)}</b>
        {column.stalled > 0 && <span className="ink-yellow small">停滞 {grouped(column.stalled)}</span>}
      </h2>
      <ul className="board-cards" tabIndex={-1}>
        {cards.map((card) => (
          <Card
            key={card.id}
            card={card}
            facts={factsOf(library, card.values, nameOf, today)}
            movable={movable}
            onOpen={() => acts.onOpen(card.id)}
            onMove={() => acts.onMove(card.id)}
            onDrag={(dragging) => acts.onDrag(dragging ? card.id : null)}
          />
        ))}
        {rest.error && (
          <li>
            <ErrorNote error={rest.error} retry={() => void rest.refetch()} />
          </li>
        )}
        {cards.length > 0 && !rest.error && more.hasNextPage && (
          <li>
            <More query={more} />
          </li>
        )}
      </ul>
    </section>
  )
}
