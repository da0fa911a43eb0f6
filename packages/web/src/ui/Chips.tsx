import type { ReactNode } from 'react'

export interface Chip<T extends string> {
  value: T
  label: ReactNode
  count?: string | number | undefined
}

interface Props<T extends string> {
  label: string
  chips: Chip<T>[]
  value: T
  onPick: (value: T) => void
}

/** Filters as chips with counts; one is on. */
export function Chips<T extends string>({ label, chips, value, onPick }: Props<T>): ReactNode {
  return (
    <div className="chips" role="group" aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          className={chip.value === value ? 'chip chip-on' : 'chip'}
          aria-pressed={chip.value === value}
          onClick={() => onPick(chip.value)}
        >
          {chip.label}
          {chip.count !== undefined && chip.count !== '' && <span className="chip-count">{chip.count}</span>}
        </button>
      ))}
    </div>
  )
}
