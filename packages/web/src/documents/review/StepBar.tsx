import type { DocumentDetail } from '@yipanqi/model'
import { documentStates, documentStateWords } from '@yipanqi/model/words.ts'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { actorWords } from '../../api/errors.ts'
import { day } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import { StepDialog } from './StepDialog.tsx'
import { type Step, stepNames, steps, verbs } from './steps.ts'

/** 初拆 → 核 → 征求意见 → 审定 → 印发, with the one step that comes next. */
export function StepBar({
  document: doc,
  onJump,
}: {
  document: DocumentDetail
  onJump: (id: number) => void
}): ReactNode {
  const { today } = useMe()
  const [open, setOpen] = useState<Step | null>(null)
  const at = documentStates.indexOf(doc.state)
  const can = doc.can.filter((c): c is typeof c & { action: Step } => (steps as readonly string[]).includes(c.action))
  const ready = can.filter((c) => c.allowed)
  const next = can.find((c) => c.action === steps[at])
  return (
    <div className="stepbar no-print">
      <h1 className="stepbar-title">{doc.title}</h1>
      <ol className="stepper" aria-label="办到哪一步">
        {documentStates.map((state, index) => (
          <li
            key={state}
            className={index < at ? 'done' : index === at ? 'now' : ''}
            aria-current={index === at ? 'step' : undefined}
          >
            {stepNames[state]}
          </li>
        ))}
      </ol>
      <div className="row stepbar-acts">
        {doc.private && <span className="propose">记录稿，未经本人审阅，只有您看得到，不能往下走</span>}
        {doc.state === 'consulting' && (
          <span className="mute small">
            {doc.awaiting > 0 ? `还有 ${doc.awaiting} 份答复没到` : '答复已齐'}
            {doc.consultDue && `，${day(doc.consultDue, today)} 截止，到期不回按无意见`}
          </span>
        )}
        {ready.length === 0 && next && !next.allowed && !doc.private && (
          <span className="mute small">
            {documentStateWords[doc.state]}：{next.why}
            {next.who.length > 0 && `（${next.who.slice(0, 2).map(actorWords).join('、')}）`}
          </span>
        )}
        {ready.map((c, index) => (
          <Button key={c.action} type={index === 0 ? 'primary' : 'default'} onClick={() => setOpen(c.action)}>
            {verbs[c.action]}
          </Button>
        ))}
      </div>
      {open && (
        <StepDialog
          step={open}
          document={doc}
          onClose={() => setOpen(null)}
          onJump={(id) => {
            setOpen(null)
            onJump(id)
          }}
        />
      )}
    </div>
  )
}
