import type { DocumentDetail, MatterItem } from '@yipanqi/model'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useHotkeys } from '../../ui/hotkeys.ts'
import { usePhone } from '../../ui/phone.ts'
import { Paper } from '../paper/Paper.tsx'
import type { Sentence } from '../paper/runs.ts'
import { RefusedNote } from './RefusedNote.tsx'
import { MatterList } from './MatterList.tsx'
import { matterAt, nextMatter, sentencesOf, startOf } from './selection.ts'
import { TallyCard } from './TallyCard.tsx'
import './living.css'

const reveal = (id: string): void => {
  requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView({ block: 'nearest' }))
}
const revealSentence = (start: number): void => {
  requestAnimationFrame(() => document.querySelector(`[data-start="${start}"]`)?.scrollIntoView({ block: 'center' }))
}

interface Props {
  document: DocumentDetail
  /** Where a link from a matter's source leads: an offset into the text. */
  arrived: number | null
}

/** 活文件: the speech on paper, the list beside it, and each lights up the other. */
export function LivingDocument({ document: doc, arrived }: Props): ReactNode {
  const phone = usePhone()
  const [tab, setTab] = useState<'paper' | 'list'>('paper')
  const [open, setOpen] = useState<number | null>(() => matterAt(doc, arrived))
  const [refusedAt, setRefusedAt] = useState<number | null>(null)

  const selected = useMemo(() => {
    const starts = open === null ? [] : sentencesOf(doc, open).map((s) => s.start)
    return new Set(refusedAt === null ? starts : [refusedAt])
  }, [doc, open, refusedAt])

  const pickSentence = useCallback(
    (sentence: Sentence) => {
      if (sentence.matters.length === 0) {
        setOpen(null)
        setRefusedAt((old) => (old === sentence.start ? null : sentence.start))
        return
      }
      setRefusedAt(null)
      setOpen((old) => {
        const next = nextMatter(sentence.matters, old)
        if (next !== null) reveal(`matter-${next}`)
        return next
      })
      if (phone) setTab('list')
    },
    [phone],
  )
  const pickMatter = useCallback(
    (matter: MatterItem) => {
      setRefusedAt(null)
      setOpen((old) => (old === matter.id ? null : matter.id))
      const start = startOf(doc, matter.id)
      if (start !== null && !phone) revealSentence(start)
    },
    [doc, phone],
  )
  const showRefused = (start: number): void => {
    setOpen(null)
    setTab('paper')
    setRefusedAt(start)
    revealSentence(start)
  }
  useEffect(() => {
    if (arrived !== null) revealSentence(arrived)
  }, [arrived])
  useHotkeys({ Escape: () => setOpen(null) }, open !== null)

  const note =
    refusedAt === null
      ? null
      : {
          start: refusedAt,
          content: <RefusedNote document={doc} start={refusedAt} />,
        }
  const tally = <TallyCard document={doc} onRefused={showRefused} />
  const paper = <Paper document={doc} selected={selected} onSentence={pickSentence} note={note} />
  const list = <MatterList document={doc} open={open} onPick={pickMatter} />
  if (!phone) {
    return (
      <div className="living">
        {paper}
        <aside className="living-side" aria-label="落实情况">
          {tally}
          {list}
        </aside>
      </div>
    )
  }
  return (
    <div className="living">
      {tally}
      <div className="living-tabs no-print" role="group" aria-label="看正文或清单">
        <button type="button" aria-pressed={tab === 'paper'} onClick={() => setTab('paper')}>
          正文
        </button>
        <button type="button" aria-pressed={tab === 'list'} onClick={() => setTab('list')}>
          清单 {doc.matters.length}
        </button>
      </div>
      {tab === 'paper' ? paper : list}
    </div>
  )
}
