import type { DocumentDetail, MatterItem } from '@yipanqi/model'
import { lightWords } from '@yipanqi/model/words.ts'
import { type ReactNode, useMemo, useState } from 'react'
import { Chips } from '../../ui/Chips.tsx'
import { Light } from '../../ui/Light.tsx'
import { Empty } from '../../ui/Notes.tsx'
import { MatterRow } from '../../matters/MatterRow.tsx'
import { RowWhy } from '../../matters/RowWhy.tsx'
import { type By, choices, count, type Pick, picked } from './filters.ts'
import { groupByClause } from './groups.ts'

const quick: { value: Pick; label: ReactNode }[] = [
  { value: 'all', label: '全部' },
  { value: 'red', label: <Label light="red" /> },
  { value: 'yellow', label: <Label light="yellow" /> },
  { value: 'grey', label: <Label light="grey" /> },
  { value: 'closing', label: '待核查' },
  { value: 'done', label: '已办结' },
]

function Label({ light }: { light: 'red' | 'yellow' | 'grey' }): ReactNode {
  return (
    <>
      <Light light={light} size={11} silent /> {lightWords[light].slice(0, 1)}
    </>
  )
}

interface Props {
  document: DocumentDetail
  open: number | null
  onPick: (matter: MatterItem) => void
}

/** The list in the order of the document, with chips that count. */
export function MatterList({ document: doc, open, onPick }: Props): ReactNode {
  const [pick, setPick] = useState<Pick>('all')
  const [by, setBy] = useState<By | null>(null)
  const [who, setWho] = useState<number | null>(null)
  const shown = useMemo(() => picked(doc.matters, pick, by, who), [doc.matters, pick, by, who])
  const groups = useMemo(() => groupByClause(shown, doc), [shown, doc])
  const people = useMemo(() => (by ? choices(doc.matters, by) : []), [doc.matters, by])
  const chips = quick
    .map((chip) => ({ ...chip, count: count(doc.matters, chip.value) }))
    .filter((chip) => chip.count > 0 || chip.value === 'all')
  const change = (next: By): void => {
    setWho(null)
    setBy(by === next ? null : next)
  }
  return (
    <section className="card matter-list" aria-label="清单">
      <div className="list-tools no-print">
        <Chips label="按灯筛选" chips={chips} value={pick} onPick={setPick} />
        <div className="list-by">
          {(['unit', 'leader'] as const).map((value) => (
            <button
              key={value}
              type="button"
              className={by === value ? 'chip chip-on' : 'chip'}
              aria-pressed={by === value}
              onClick={() => change(value)}
            >
              {value === 'unit' ? '按单位' : '按牵头领导'}
            </button>
          ))}
        </div>
      </div>
      {by && (
        <div className="list-tools no-print">
          <Chips
            label={by === 'unit' ? '单位' : '牵头领导'}
            chips={[
              { value: '', label: '全部' },
              ...people.map((p) => ({ value: String(p.id), label: p.name, count: p.count })),
            ]}
            value={who === null ? '' : String(who)}
            onPick={(value) => setWho(value ? Number(value) : null)}
          />
        </div>
      )}
      {groups.map((group) => (
        <section key={group.key} aria-label={group.title}>
          <h2 className="list-group">{group.title}</h2>
          <ul>
            {group.matters.map((matter) => (
              <MatterRow
                key={matter.id}
                matter={matter}
                selected={matter.id === open}
                expanded={matter.id === open}
                onPick={onPick}
              >
                {matter.id === open && <RowWhy id={matter.id} />}
              </MatterRow>
            ))}
          </ul>
        </section>
      ))}
      {shown.length === 0 && (
        <Empty title={doc.matters.length === 0 ? '清单里还没有事项' : '没有符合条件的事项'}>
          {doc.matters.length > 0 && '点“全部”看完整清单。'}
        </Empty>
      )}
    </section>
  )
}
