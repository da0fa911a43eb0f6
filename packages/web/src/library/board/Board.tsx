import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useEffect, useEffectEvent, useState } from 'react'
import { grouped } from '../../format/numbers.ts'
import { ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { usePhone } from '../../ui/phone.ts'
import { toast } from '../../ui/toast.ts'
import { recordQuery } from '../api.ts'
import type { SightProps } from '../slots.ts'
import type { LibraryView } from '../fields/view.ts'
import { nextCard } from './arrows.ts'
import { Column } from './Column.tsx'
import { type BoardColumn, boardQuery } from './queries.ts'
import './board.css'

const StageDialog = lazy(() => import('../stage/StageDialog.tsx').then((m) => ({ default: m.StageDialog })))

/** 看板: a column a stage; a card is moved by dragging it, or by its button and the keyboard. */
export function Board({ library, asked, onOpen }: SightProps): ReactNode {
  const phone = usePhone()
  const query = useQuery(boardQuery(library.shape.id, asked))
  const [moving, setMoving] = useState<{ record: number; to?: string } | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [stage, setStage] = useState<string | null>(null)
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Waiting what="看板" />
  const { columns, names } = query.data
  const movable = library.shape.can.includes('stage')
  const home = columns.find((c) => c.cards.some((card) => card.id === dragged))?.stage
  const draw = (column: BoardColumn): ReactNode => (
    <Column
      key={column.stage}
      library={library}
      asked={asked}
      column={column}
      names={names}
      movable={movable}
      mayDrop={dragged !== null && column.stage !== home}
      onOpen={onOpen}
      onMove={(record) => setMoving({ record })}
      onDrag={setDragged}
      onDrop={(to) => dragged !== null && setMoving({ record: dragged, to })}
    />
  )
  const shown = columns.find((c) => c.stage === stage) ?? columns.find((c) => c.count > 0) ?? columns[0]
  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (!(event.target instanceof HTMLElement) || !event.target.dataset['card']) return
    if (event.key === 'm' && movable) return setMoving({ record: Number(event.target.dataset['card']) })
    const next = nextCard(event.currentTarget, event.target, event.key)
    if (!next) return
    event.preventDefault()
    next.focus()
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  return (
    <>
      {phone ? (
        <div className="board-phone">
          <div className="chips" role="group" aria-label="阶段">
            {columns.map((column) => (
              <button
                key={column.stage}
                type="button"
                className={column === shown ? 'chip chip-on' : 'chip'}
                aria-pressed={column === shown}
                onClick={() => setStage(column.stage)}
              >
                {column.name}
                <span className="chip-count">{grouped(column.count)}</span>
              </button>
            ))}
          </div>
          {shown && draw(shown)}
        </div>
      ) : (
        <div className="board" onKeyDown={walk}>
          {columns.filter((c) => !c.exit).map(draw)}
          <div className="board-exits">{columns.filter((c) => c.exit).map(draw)}</div>
        </div>
      )}
      {!phone && movable && (
        <p className="mute small board-hint no-print">拖到别的阶段就办进阶；键盘用方向键选、回车打开、M 转阶段。</p>
      )}
      <Suspense fallback={null}>
        {moving && <Moving key={moving.record} library={library} {...moving} onClose={() => setMoving(null)} />}
      </Suspense>
    </>
  )
}

/** The dialog wants the whole record, a card is only its face. */
function Moving({
  library,
  record: id,
  to,
  onClose,
}: {
  library: LibraryView
  record: number
  to?: string
  onClose: () => void
}): ReactNode {
  const { data: record, error } = useQuery(recordQuery(library.shape.id, id))
  const may = record?.can.includes('stage') ?? true
  const leave = useEffectEvent((why: string) => {
    toast(why, 'warn')
    onClose()
  })
  useEffect(() => {
    // The ledger may be moved by the reader's unit, this one record by another.
    if (!may) leave('这一条不由您转阶段')
    else if (error) leave(error.message)
  }, [may, error])
  if (!record || !may) return null
  return <StageDialog library={library} record={record} {...(to === undefined ? {} : { to })} onClose={onClose} />
}
