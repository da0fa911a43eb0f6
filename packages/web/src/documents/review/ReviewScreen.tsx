import type { DocumentDetail, MatterItem } from '@yipanqi/model'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { useHotkeys } from '../../ui/hotkeys.ts'
import { ConsultationTable } from '../consult/ConsultationTable.tsx'
import { groupByClause } from '../living/groups.ts'
import { RefusedNote } from '../living/RefusedNote.tsx'
import { nextMatter, sentencesOf, startOf } from '../living/selection.ts'
import { Paper } from '../paper/Paper.tsx'
import type { Sentence } from '../paper/runs.ts'
import { DeadlineDialog } from './DeadlineDialog.tsx'
import { DraftList } from './DraftList.tsx'
import { KeysHelp } from './KeysHelp.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { SplitDialog } from './SplitDialog.tsx'
import { isDraft } from './missing.ts'
import { StepBar } from './StepBar.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'
import './review.css'

type Open = 'split' | 'merge' | 'withdraw' | 'deadline' | 'help' | null

const focus = (id: string): void => {
  requestAnimationFrame(() => {
    const field = document.getElementById(id)
    field?.focus()
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length)
  })
}
const reveal = (selector: string): void => {
  requestAnimationFrame(() => document.querySelector(selector)?.scrollIntoView({ block: 'nearest' }))
}

/** 核: the paper left, the drafts right, both hands on the keyboard. */
export function ReviewScreen({ document: doc }: { document: DocumentDetail }): ReactNode {
  const [tab, setTab] = useState<'drafts' | 'answers'>(doc.state === 'consulting' ? 'answers' : 'drafts')
  const groups = useMemo(() => groupByClause(doc.matters, doc), [doc])
  const order = useMemo(() => groups.flatMap((g) => g.matters), [groups])
  const [at, setAt] = useState<number | null>(order[0]?.id ?? null)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [refusedAt, setRefusedAt] = useState<number | null>(null)
  const [open, setOpen] = useState<Open>(null)
  const [spot, setSpot] = useState<{ id: number | null; index: number }>({ id: at, index: 0 })
  const index = order.findIndex((m) => m.id === at)
  const current = order[index] ?? null
  if (index >= 0 && (at !== spot.id || index !== spot.index)) setSpot({ id: at, index })
  // The draft under the cursor went away (split, merged, withdrawn): the cursor stays where it was on the list. One
  // that is not there yet, because it was only just made, is waited for.
  if (index < 0 && at !== null && at === spot.id) setAt(order[Math.min(spot.index, order.length - 1)]?.id ?? null)

  const go = useCallback(
    (id: number | null) => {
      setTab('drafts')
      setRefusedAt(null)
      setAt(id)
      if (id === null) return
      reveal(`#draft-${id}`)
      const start = startOf(doc, id)
      if (start !== null) reveal(`[data-start="${start}"]`)
    },
    [doc],
  )
  const step = (by: number): void => {
    const next = order[Math.max(0, Math.min(order.length - 1, index + by))]
    if (next) go(next.id)
  }
  const toggle = (id: number): void => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const pickSentence = useCallback(
    (sentence: Sentence) => {
      if (sentence.matters.length > 0) go(nextMatter(sentence.matters, at) ?? sentence.matters[0] ?? null)
      else setRefusedAt((old) => (old === sentence.start ? null : sentence.start))
    },
    [go, at],
  )
  useHotkeys(
    {
      j: () => step(1),
      ArrowDown: () => step(1),
      k: () => step(-1),
      ArrowUp: () => step(-1),
      e: () => focus('edit-title'),
      u: () => focus('edit-lead'),
      d: () => focus('edit-deadline'),
      x: () => current && isDraft(current) && toggle(current.id),
      s: () => current && isDraft(current) && setOpen('split'),
      m: () => setOpen('merge'),
      '?': () => setOpen('help'),
    },
    tab === 'drafts' && open === null,
  )

  const selected = useMemo(() => {
    if (refusedAt !== null) return new Set([refusedAt])
    return new Set(at === null ? [] : sentencesOf(doc, at).map((s) => s.start))
  }, [doc, at, refusedAt])
  const merging = order.filter((m: MatterItem) => chosen.has(m.id))
  const close = (): void => setOpen(null)
  const note =
    refusedAt === null
      ? null
      : { start: refusedAt, content: <RefusedNote document={doc} start={refusedAt} onMade={go} /> }
  return (
    <div className="review">
      <StepBar document={doc} onJump={go} />
      <div className="review-body">
        <div className="review-paper">
          <Paper document={doc} selected={selected} onSentence={pickSentence} note={note} pickAny />
        </div>
        <aside className="review-side" aria-label="拟稿">
          <div className="review-tabs no-print" role="group" aria-label="看拟稿或答复">
            <button type="button" aria-pressed={tab === 'drafts'} onClick={() => setTab('drafts')}>
              拟稿 {doc.matters.length} 项
            </button>
            {doc.state !== 'draft' && (
              <button type="button" aria-pressed={tab === 'answers'} onClick={() => setTab('answers')}>
                采纳情况表
              </button>
            )}
            {tab === 'drafts' && (
              <button type="button" className="review-keys" onClick={() => setOpen('help')}>
                快捷键 <kbd>?</kbd>
              </button>
            )}
          </div>
          {tab === 'drafts' ? (
            <DraftList
              document={doc}
              groups={groups}
              at={at}
              chosen={chosen}
              onGo={go}
              onToggle={toggle}
              onSplit={() => setOpen('split')}
              onMerge={() => setOpen('merge')}
              onDeadline={() => setOpen('deadline')}
              onWithdraw={() => setOpen('withdraw')}
              onRefused={(start) => {
                setRefusedAt(start)
                reveal(`[data-start="${start}"]`)
              }}
            />
          ) : (
            <ConsultationTable document={doc} onGo={go} />
          )}
        </aside>
      </div>
      {open === 'split' && current && <SplitDialog matter={current} onClose={close} />}
      {open === 'merge' && (
        <MergeDialog
          matters={merging}
          onClose={(into) => {
            close()
            if (into === null) return
            setChosen(new Set())
            setAt(into)
          }}
        />
      )}
      {open === 'withdraw' && current && <WithdrawDialog matter={current} onClose={close} />}
      {open === 'deadline' && <DeadlineDialog document={doc} onClose={close} />}
      {open === 'help' && <KeysHelp onClose={close} />}
    </div>
  )
}
