// 依据: the reader's decision about one field, under the field.
import type { DocumentDetail, GivenRole, MatterDetail, MatterReasons } from '@yipanqi/model'
import type { ReactNode } from 'react'
import type { Sentence } from '../paper/runs.ts'
import { useSpotlight } from '../paper/spotlight.ts'
import { RoleBar } from './RoleBar.tsx'
import { Because, reasonAbout, unread } from './WhyDecision.tsx'
import { deadlineWords, sureWords, targetParts } from './why-words.ts'

interface TaskProps {
  document: DocumentDetail
  title: string
  sentences: readonly Sentence[]
  reasons: MatterReasons | undefined
  onGive: (start: number, role: GivenRole) => void
}

/** Why these sentences oblige somebody, and why they are one matter or several. */
export function WhyTask({ document: doc, title, sentences, reasons, onGive }: TaskProps): ReactNode {
  const split = reasonAbout(reasons, 'split')
  const name = reasonAbout(reasons, 'title')
  const open = doc.state === 'draft' || doc.state === 'reviewed'
  return (
    <div className="reason-block">
      {sentences.slice(0, 4).map((s) => (
        <RoleBar key={s.start} sentence={s} open={open} onGive={onGive} />
      ))}
      <div className="reason">
        {split && <Because reason={split} of="一项还是几项" />}
        {!split && (reasons ? `一项还是几项：${reasons.split}` : unread)}
        {name && <Because reason={name} now={title} of="写法" />}
      </div>
    </div>
  )
}

export function WhyUnit({ matter, reasons }: { matter: MatterDetail; reasons: MatterReasons | undefined }): ReactNode {
  const { lead = [], support = [], written = false } = reasons?.units ?? {}
  const named = [...lead, ...support]
  const [best] = matter.candidates
  const reason = reasonAbout(reasons, 'unit')
  useSpotlight(reason?.words ?? [])
  return (
    <div className="reason reason-block">
      {written && named.length > 0 && (
        <div>
          原文写明：
          {lead.length > 0 && `${lead.join('、')}牵头`}
          {lead.length > 0 && support.length > 0 && '，'}
          {support.length > 0 && `${support.join('、')}${lead.length > 0 ? '配合' : '负责，没有写明谁牵头'}`}
        </div>
      )}
      {written && reason && <div className="mute">{reason.why}</div>}
      {!written && !best && <div>原文没有写单位，也没有哪个单位的职责对得上，请定牵头单位。</div>}
      {best && (
        <>
          <div>
            {written ? '没有写明牵头的，按职责推荐' : '原文没有写单位，按职责推荐'}
            {best.unitRef?.name ?? best.unit}，{sureWords(best.score)}
            {best.why.length > 0 && `，因为有“${best.why.join('”“')}”`}
            {matter.candidates.length > 1 && '；其余候选排在后面'}
          </div>
          {best.score < 0.5 && <div className="mute">把握不到五成，不替您定，留在待认领。</div>}
        </>
      )}
    </div>
  )
}

export function WhyDay({
  document: doc,
  reasons,
}: {
  document: DocumentDetail
  reasons: MatterReasons | undefined
}): ReactNode {
  const reason = reasonAbout(reasons, 'deadline')
  useSpotlight(reason?.words ?? reasons?.deadlines ?? [])
  if (!reasons) return <div className="reason reason-block">{unread}</div>
  if (reasons.deadlines.length === 0) return <div className="reason reason-block">原文没有写时限，由财经办拟定。</div>
  return (
    <div className="reason reason-block">
      {reasons.deadlines.map((d) => (
        <div key={d.start}>{deadlineWords(d, doc.date).join(' → ')}</div>
      ))}
      {reason && <div className="mute">{reason.why}</div>}
      {reasons.deadlines.length > 1 && <div className="mute">写了几个时限，取最晚的一个为完成时限。</div>}
    </div>
  )
}

export function WhyTarget({ reasons }: { reasons: MatterReasons | undefined }): ReactNode {
  const reason = reasonAbout(reasons, 'target')
  useSpotlight(reason?.words ?? reasons?.targets ?? [])
  if (!reasons) return <div className="reason reason-block">{unread}</div>
  if (reasons.targets.length === 0) return <div className="reason reason-block">原文没有写数量目标。</div>
  return (
    <div className="reason reason-block">
      {reasons.targets.map((t) => (
        <dl key={t.start} className="reason-parts">
          {targetParts(t).map(([label, words]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      ))}
      {reasons.targets.length > 1 && <div className="mute">写了几个数，先取总量或个数的一个为目标。</div>}
    </div>
  )
}
