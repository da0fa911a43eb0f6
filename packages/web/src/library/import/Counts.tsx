import type { ImportCounts } from '@yipanqi/model/libraries/import-api.ts'
import type { ReactNode } from 'react'
import { grouped } from '../../format/numbers.ts'
import type { Only } from './search.ts'

interface Props {
  counts: ImportCounts
  only: Only | undefined
  onOnly: (only: Only | undefined) => void
}

const chips: readonly { only: Only; words: string }[] = [
  { only: 'invalid', words: '有问题' },
  { only: 'new', words: '新增' },
  { only: 'change', words: '修改' },
  { only: 'same', words: '没有变化' },
  { only: 'warned', words: '有提醒' },
]

export function Counts({ counts, only, onOnly }: Props): ReactNode {
  return (
    <div className="chips run-chips" role="group" aria-label="看哪些行">
      {chips
        .filter((chip) => counts[chip.only] > 0)
        .map((chip) => (
          <button
            key={chip.only}
            type="button"
            className={only === chip.only ? 'chip chip-on' : 'chip'}
            aria-pressed={only === chip.only}
            onClick={() => onOnly(chip.only)}
          >
            {chip.words}
            <span className={chip.only === 'invalid' ? 'chip-count ink-red' : 'chip-count'}>
              {grouped(counts[chip.only])}
            </span>
          </button>
        ))}
    </div>
  )
}
