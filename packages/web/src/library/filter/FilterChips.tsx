import type { Condition, Filter } from '@yipanqi/model/libraries/filter.ts'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { LibraryView, NameOf } from '../fields/view.ts'
import { filterOf, joinWords, other, partsOf, withPart } from '../question/edit.ts'
import { filterWords } from '../question/words.ts'
import './filter.css'

const PartEditor = lazy(() => import('./PartEditor.tsx').then((m) => ({ default: m.PartEditor })))

interface Props {
  library: LibraryView
  filter: Filter | undefined
  nameOf: NameOf
  onChange: (filter: Filter | undefined) => void
  /** Where no condition is asked yet the button stands elsewhere. */
  open: boolean
  onOpen: (open: boolean) => void
}

/** The filter as sentences that can be changed or taken away: 总投资 ≥ 5,000 万元 且 阶段 是 在建、竣工. */
export function FilterChips({ library, filter, nameOf, onChange, open, onOpen }: Props): ReactNode {
  const parts = partsOf(filter)
  const [editing, setEditing] = useState<number | null>(null)
  if (!parts) {
    return (
      <div className="filter-chips no-print">
        <span className="filter-chip">
          {filter && filterWords(filter, library.find, nameOf)}
          <Remove onClick={() => onChange(undefined)} />
        </span>
      </div>
    )
  }
  const at = open ? parts.parts.length : editing
  const close = (): void => {
    setEditing(null)
    onOpen(false)
  }
  const set = (index: number, part: readonly Condition[]): void => {
    onChange(filterOf(withPart(parts, index, part)))
    close()
  }
  if (parts.parts.length === 0 && at === null) return null
  return (
    <div className="filter-chips" role="group" aria-label="筛选条件">
      {parts.parts.map((part, index) => {
        const words = filterWords(filterOf({ join: parts.join, parts: [part] }) ?? { all: [] }, library.find, nameOf)
        return (
          <span key={words} className="filter-item">
            {index > 0 && (
              <button
                type="button"
                className="filter-join"
                title={`点一下改成“${joinWords[other(parts.join)]}”`}
                aria-label={`条件之间是“${joinWords[parts.join]}”，改成“${joinWords[other(parts.join)]}”`}
                onClick={() => onChange(filterOf({ ...parts, join: other(parts.join) }))}
              >
                {joinWords[parts.join]}
              </button>
            )}
            <span className={at === index ? 'filter-chip filter-chip-on' : 'filter-chip'}>
              <button
                type="button"
                className="plain"
                onClick={() => {
                  onOpen(false)
                  setEditing(index)
                }}
              >
                {words}
              </button>
              <Remove onClick={() => set(index, [])} />
            </span>
          </span>
        )
      })}
      {parts.parts.length > 0 && (
        <span className="no-print">
          <button type="button" className="link" onClick={() => onOpen(true)}>
            加条件
          </button>
          {' · '}
          <button type="button" className="link" onClick={() => onChange(undefined)}>
            全部清除
          </button>
        </span>
      )}
      {at !== null && (
        <Suspense fallback={null}>
          <PartEditor
            key={at}
            library={library}
            nameOf={nameOf}
            join={parts.join}
            part={parts.parts[at] ?? []}
            onDone={(part) => set(at, part)}
            onClose={close}
          />
        </Suspense>
      )}
    </div>
  )
}

function Remove({ onClick }: { onClick: () => void }): ReactNode {
  return (
    <button type="button" className="filter-remove no-print" aria-label="去掉这个条件" onClick={onClick}>
      ×
    </button>
  )
}
