import type { MatterDetail } from '@yipanqi/model'
import type { ReactNode } from 'react'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { sureWords } from './why-words.ts'

/** The candidates that a number key takes, best first. */
export const candidateUnits = (matter: Pick<MatterDetail, 'candidates'>): MatterDetail['candidates'] =>
  matter.candidates.filter((c) => c.unitRef !== null).slice(0, 5)

/** 牵头单位: the candidates with the words that spoke for them, and a search over all units. */
export function LeadField({
  matter,
  onPick,
}: {
  matter: MatterDetail
  onPick: (unit: number | null) => void
}): ReactNode {
  const candidates = candidateUnits(matter)
  return (
    <div className="lead-field">
      <UnitSelect
        id="edit-lead"
        label="牵头单位"
        value={matter.lead?.id ?? null}
        onChange={onPick}
        leadersOnly
        placeholder="待认领：选牵头单位"
      />
      {candidates.length > 0 && (
        <ul className="candidates" aria-label="候选单位">
          {candidates.map((c, index) => (
            <li key={c.unit}>
              <button
                type="button"
                className={c.unitRef?.id === matter.lead?.id ? 'candidate candidate-on' : 'candidate'}
                aria-pressed={c.unitRef?.id === matter.lead?.id}
                onClick={() => onPick(c.unitRef?.id ?? null)}
              >
                <kbd aria-hidden="true">{index + 1}</kbd>
                <b>{c.unitRef?.short}</b>
                <span className="candidate-score">{sureWords(c.score)}</span>
                {c.why.length > 0 && <span className="mute">因为：{c.why.slice(0, 3).join('、')}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
