import type { MatterItem } from '@yipanqi/model'
import { stateWords } from '@yipanqi/model/words.ts'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { day } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import { DraftEditor } from './DraftEditor.tsx'
import { JoinedNote } from './JoinedNote.tsx'
import { isDraft, missingWords } from './missing.ts'
import { Proposed } from './Proposed.tsx'

interface Props {
  document: number
  matter: MatterItem
  current: boolean
  chosen: boolean
  onGo: () => void
  onToggle: () => void
  onSplit: () => void
  onWithdraw: () => void
}

/** One draft: a line to read, and the same line opened for editing where the cursor stands. */
export function DraftRow({ document, matter, current, chosen, onGo, onToggle, onSplit, onWithdraw }: Props): ReactNode {
  const { today } = useMe()
  const missing = missingWords(matter)
  const proposed = new Set(matter.provisional)
  const draft = isDraft(matter)
  return (
    <li id={`draft-${matter.id}`} className={current ? 'draft draft-on' : 'draft'}>
      <div className="draft-line">
        <Checkbox checked={chosen} disabled={!draft} onChange={onToggle} aria-label={`选中“${matter.title}”`} />
        <button type="button" className="plain draft-main" aria-expanded={current} onClick={onGo}>
          <span className="draft-title">{matter.title}</span>
          <span className="draft-facts">
            <Proposed on={proposed.has('lead')}>{matter.lead?.short ?? '待认领'}</Proposed>
            <Proposed on={proposed.has('deadline')}>{day(matter.deadline, today)}</Proposed>
            <Proposed on={proposed.has('kind')}>{matter.kind}</Proposed>
            {!draft && <span className="m-state">已归并，{stateWords[matter.state]}</span>}
            {matter.sources.length > 1 && <span>{matter.sources.length} 个来源</span>}
            {missing.length > 0 && <span className="ink-yellow">缺{missing.join('、')}</span>}
          </span>
        </button>
      </div>
      {current && !draft && <JoinedNote matter={matter} />}
      {current && draft && <DraftEditor document={document} id={matter.id} onSplit={onSplit} onWithdraw={onWithdraw} />}
    </li>
  )
}
