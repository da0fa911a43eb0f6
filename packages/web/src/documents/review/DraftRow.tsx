import type { DocumentDetail, MatterItem } from '@yipanqi/model'
import { stateWords } from '@yipanqi/model/words.ts'
import { memo, type ReactNode } from 'react'
import { day } from '../../format/dates.ts'
import { DraftEditor, type EditorProps } from './DraftEditor.tsx'
import { JoinedNote } from './JoinedNote.tsx'
import { isDraft, missingWords } from './missing.ts'
import { Proposed } from './Proposed.tsx'

/** What rows and their editors ask of the screen; the same object for as long as the screen stands. */
export interface RowActs
  extends Pick<EditorProps, 'onWhy' | 'onGive' | 'onConfirm' | 'onSplit' | 'onWithdraw' | 'onLook'> {
  onGo: (id: number) => void
  onToggle: (id: number) => void
}

interface Props {
  /** Only where the cursor stands: the other rows need nothing of it, and are not drawn again when it changes. */
  document: DocumentDetail | null
  matter: MatterItem
  today: string
  chosen: boolean
  why: boolean
  acts: RowActs
}

/** One draft: a line to read, and the same line opened for editing where the cursor stands. */
export const DraftRow = memo(function DraftRow({ document, matter, today, chosen, why, acts }: Props): ReactNode {
  const missing = missingWords(matter)
  const proposed = new Set(matter.provisional)
  const draft = isDraft(matter)
  const current = document !== null
  return (
    <li id={`draft-${matter.id}`} className={current ? 'draft draft-on' : 'draft'}>
      <div className="draft-line">
        {/* The browser's own box: three hundred of Ant Design's would be felt when the page opens. */}
        <input
          type="checkbox"
          className="draft-box"
          checked={chosen}
          disabled={!draft}
          onChange={() => acts.onToggle(matter.id)}
          aria-label={`选中“${matter.title}”`}
        />
        <button type="button" className="plain draft-main" aria-expanded={current} onClick={() => acts.onGo(matter.id)}>
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
      {document && draft && <DraftEditor document={document} id={matter.id} why={why} {...acts} />}
    </li>
  )
})
