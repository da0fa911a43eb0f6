import type { BoardCard } from '@yipanqi/model/libraries/records-api.ts'
import type { DragEvent, ReactNode } from 'react'
import type { Fact } from './facts.ts'

interface Props {
  card: BoardCard
  facts: readonly Fact[]
  /** May it be moved. */
  movable: boolean
  onOpen: () => void
  onMove: () => void
  onDrag: (dragging: boolean) => void
}

/** One record on the board: what it is, two facts, how long it has stood and what it owes. */
export function Card({ card, facts, movable, onOpen, onMove, onDrag }: Props): ReactNode {
  const start = (event: DragEvent): void => {
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', card.title)
    onDrag(true)
  }
  return (
    <li
      className={card.stalled ? 'board-card board-stalled' : 'board-card'}
      draggable={movable}
      onDragStart={start}
      onDragEnd={() => onDrag(false)}
    >
      <button type="button" className="plain board-title" data-card={card.id} onClick={onOpen}>
        {card.title}
      </button>
      {facts.length > 0 && (
        <span className="board-facts">
          {facts.map((fact) => (
            <span key={fact.name}>{fact.text}</span>
          ))}
        </span>
      )}
      <span className="board-foot">
        <span className={card.stalled ? 'ink-yellow' : 'mute'}>
          {card.stalled ? `停滞 ${card.days} 天` : `${card.days} 天`}
        </span>
        {card.missing > 0 && <span className="board-owes">缺 {card.missing} 件</span>}
        {movable && (
          <button type="button" className="link board-move" onClick={onMove} aria-label={`转阶段：${card.title}`}>
            转阶段
          </button>
        )}
      </span>
    </li>
  )
}
