import type { DocumentDetail } from '@yipanqi/model'
import { documentStateWords } from '@yipanqi/model/words.ts'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { day } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import { TallyBar } from '../../ui/TallyBar.tsx'

/** 本次讲话落实情况: the figures, what is not on the list and why, and by which rule the lights go. */
export function TallyCard({
  document: doc,
  onRefused,
}: {
  document: DocumentDetail
  onRefused: (start: number) => void
}): ReactNode {
  const { today } = useMe()
  const [open, setOpen] = useState(false)
  const { obligations, covered } = doc.coverage
  const head = doc.kind === '讲话' ? '本次讲话落实情况' : '本文件落实情况'
  return (
    <section className="card tally-card" aria-label={head}>
      <div className="mute small">
        {head} · {doc.state === 'issued' ? `截至 ${day(today, today)}` : `${documentStateWords[doc.state]}，印发后亮灯`}
      </div>
      <TallyBar tally={doc.tally} />
      <div className="tally-foot">
        <span>
          {covered === obligations
            ? `${obligations} 句均已列入清单`
            : `任务句 ${obligations} 句，已列入清单 ${covered} 句`}
          {doc.refused.length > 0 && (
            <>
              {' '}
              · 未列入 {doc.refused.length} 句{' '}
              <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
                附理由
              </button>
            </>
          )}
        </span>
        <Link to="/documents/compare" search={{ b: doc.id }} className="no-print">
          和别的文件对比
        </Link>
        {doc.lightRule && <span>亮灯办法：{doc.lightRule.documentNumber ?? doc.lightRule.name}</span>}
      </div>
      {open && (
        <ul className="refused-list">
          {doc.refused.map((r) => (
            <li key={r.start}>
              <button type="button" className="plain refused-quote" onClick={() => onRefused(r.start)}>
                “{doc.text.slice(r.start, r.end)}”
              </button>
              <span className="mute">{r.why}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
