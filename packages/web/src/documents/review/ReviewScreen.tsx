import type { DocumentDetail, GivenRole, MatterDetail, MatterItem } from '@yipanqi/model'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { matterQuery } from '../../api/queries.ts'
import { usePhone } from '../../ui/phone.ts'
import { ConsultationTable } from '../consult/ConsultationTable.tsx'
import { groupByClause } from '../living/groups.ts'
import { nextMatter, sentencesOf, startOf } from '../living/selection.ts'
import { Paper } from '../paper/Paper.tsx'
import type { Sentence } from '../paper/runs.ts'
import { DraftList } from './DraftList.tsx'
import type { RowActs } from './DraftRow.tsx'
import { useEdit } from './edit.ts'
import { candidateUnits } from './LeadField.tsx'
import { isDraft } from './missing.ts'
import { ReviewDialogs, type OpenDialog } from './ReviewDialogs.tsx'
import { SentenceNote } from './SentenceNote.tsx'
import { StepBar } from './StepBar.tsx'
import { useLook } from './use-look.ts'
import { useReviewKeys } from './use-review-keys.ts'
import { confirmation, useGiveRole } from './use-review.ts'
import './review.css'

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
  const [open, setOpen] = useState<OpenDialog>(null)
  const [why, setWhy] = useState(false)
  const [spot, setSpot] = useState<{ id: number | null; index: number }>({ id: at, index: 0 })
  const phone = usePhone()
  const { from: looking, look, back, leave } = useLook()
  const index = order.findIndex((m) => m.id === at)
  const current = order[index] ?? null
  if (index >= 0 && (at !== spot.id || index !== spot.index)) setSpot({ id: at, index })
  // The draft under the cursor went away (split, merged, withdrawn): the cursor stays where it was on the list. One
  // that is not there yet, because it was only just made, is waited for.
  if (index < 0 && at !== null && at === spot.id) setAt(order[Math.min(spot.index, order.length - 1)]?.id ?? null)

  // The document changes with every field that is saved; what rows and sentences call must not.
  const now = useRef({ doc, order, at, giving: false })
  const go = useCallback(
    (id: number | null) => {
      setTab('drafts')
      setRefusedAt(null)
      setAt(id)
      leave()
      if (id === null) return
      reveal(`#draft-${id}`)
      const start = startOf(now.current.doc, id)
      // On the phone the paper stands under the list: to show the sentence there would take the draft away.
      if (start !== null && !phone) reveal(`.sheet [data-start="${start}"]`)
    },
    [phone, leave],
  )
  const step = useCallback(
    (by: number): void => {
      const { order: list, at: from } = now.current
      const next = list[Math.max(0, Math.min(list.length - 1, list.findIndex((m) => m.id === from) + by))]
      if (next) go(next.id)
    },
    [go],
  )
  const toggle = useCallback((id: number): void => {
    setChosen((old) => {
      const next = new Set(old)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  const pickSentence = useCallback(
    (sentence: Sentence) => {
      if (sentence.matters.length > 0) go(nextMatter(sentence.matters, now.current.at) ?? sentence.matters[0] ?? null)
      else setRefusedAt((old) => (old === sentence.start ? null : sentence.start))
    },
    [go],
  )
  const showRefused = useCallback((start: number): void => {
    setRefusedAt(start)
    reveal(`.sheet [data-start="${start}"]`)
  }, [])

  const client = useQueryClient()
  const { mutate: edit } = useEdit(doc.id)
  const role = useGiveRole(doc, ({ made, withdrawn }, start) => {
    if (made !== null) go(made)
    else if (withdrawn.length > 0) setRefusedAt(start)
  })
  const { mutate: giveRole, isPending: giving } = role
  useEffect(() => {
    now.current = { doc, order, at, giving }
  })
  const give = useCallback(
    (start: number, to: GivenRole): void => {
      if (!now.current.giving) giveRole({ start, role: to })
    },
    [giveRole],
  )
  const confirm = useCallback(
    (id: number): void => {
      const matter = now.current.order.find((m) => m.id === id)
      const change = matter && isDraft(matter) && matter.state !== 'signed-off' ? confirmation(matter) : null
      if (change) edit({ id, change })
      step(1)
    },
    [edit, step],
  )
  const acts = useMemo<RowActs>(
    () => ({
      onGo: go,
      onToggle: toggle,
      onWhy: () => setWhy((old) => !old),
      onGive: give,
      onConfirm: confirm,
      onSplit: () => setOpen('split'),
      onWithdraw: () => setOpen('withdraw'),
      onLook: (id) => {
        const start = startOf(now.current.doc, id)
        if (start !== null) look(id, start)
      },
    }),
    [go, toggle, give, confirm, look],
  )
  useReviewKeys(
    {
      step,
      open: setOpen,
      acts,
      current,
      give: (to) => {
        const start = refusedAt ?? (current && startOf(doc, current.id))
        const here = doc.sentences.find((s) => s.start === start)
        if (here) give(here.start, to)
      },
      takeUnit: (place) => {
        if (!current || !isDraft(current)) return
        const detail: MatterDetail | undefined = client.getQueryData(matterQuery(current.id).queryKey)
        const unit = detail && candidateUnits(detail)[place]?.unitRef
        if (unit) edit({ id: current.id, change: { lead: unit.id } })
      },
    },
    tab === 'drafts' && open === null,
  )

  const selected = useMemo(() => {
    if (refusedAt !== null) return new Set([refusedAt])
    return new Set(at === null ? [] : sentencesOf(doc, at).map((s) => s.start))
  }, [doc, at, refusedAt])
  const note = useMemo(
    () =>
      refusedAt === null
        ? null
        : {
            start: refusedAt,
            content: <SentenceNote document={doc} start={refusedAt} error={role.error} onGive={give} />,
          },
    [doc, refusedAt, role.error, give],
  )
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
              why={why}
              acts={acts}
              onMerge={() => setOpen('merge')}
              onDeadline={() => setOpen('deadline')}
              onRefused={showRefused}
            />
          ) : (
            <ConsultationTable document={doc} onGo={go} />
          )}
        </aside>
      </div>
      {phone && looking !== null && (
        <button type="button" className="look-back no-print" onClick={back}>
          <span className="look-title">{current?.title}</span>
          回到拟稿
        </button>
      )}
      <ReviewDialogs
        document={doc}
        open={open}
        current={current}
        merging={order.filter((m: MatterItem) => chosen.has(m.id))}
        onClose={() => setOpen(null)}
        onMerged={(into) => {
          setChosen(new Set())
          setAt(into)
        }}
      />
    </div>
  )
}
