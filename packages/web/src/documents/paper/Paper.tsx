import type { DocumentDetail } from '@yipanqi/model'
import { scopeWords } from '@yipanqi/model/words.ts'
import { memo, type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react'
import { fullDay } from '../../format/dates.ts'
import { Gutter } from './Gutter.tsx'
import { type Paragraph, type Run, type Sentence, splitPaper, withoutTitle } from './runs.ts'
import { type MarkKind, markOf, markWords } from './marks.ts'
import './paper.css'

interface Props {
  document: DocumentDetail
  /** Starts of the sentences that are lit up on both sides. */
  selected: ReadonlySet<number>
  onSentence: (sentence: Sentence) => void
  /** Stands under the sentence that was clicked: the reason of a refusal, for example. */
  note?: { start: number; content: ReactNode } | null
  /** While drafting, a sentence that obliges nobody can be picked too: the reading may have missed it. */
  pickAny?: boolean
}

/** The document on paper: every sentence that obliges somebody is underlined by its light. */
export const Paper = memo(function Paper({ document, selected, onSentence, note, pickAny = false }: Props): ReactNode {
  const sheet = useRef<HTMLElement>(null)
  const paragraphs = useMemo(
    () => withoutTitle(splitPaper(document.text, document.sentences, document.outline), document.title),
    [document.text, document.sentences, document.outline, document.title],
  )
  const refused = useMemo(() => new Set(document.refused.map((r) => r.start)), [document.refused])
  const issued = document.state === 'issued'
  const lights = useMemo(() => {
    const lit = issued ? document.sentences.filter((s) => s.matters.length > 0) : []
    return new Map(lit.flatMap((s) => (s.light ? [[s.start, s.light] as const] : [])))
  }, [document.sentences, issued])
  const { obligations, covered } = document.coverage
  const meta = [
    document.number ?? '尚未编号',
    document.date ? fullDay(document.date) : '日期未写明',
    scopeWords[document.scope],
    `任务句 ${obligations} 句，${covered === obligations ? '均已列入清单' : `已列入清单 ${covered} 句`}`,
  ]
  return (
    <section className="paper" aria-label="文件正文">
      <article className="sheet" ref={sheet}>
        <h1>{document.title}</h1>
        <p className="sheet-meta">{meta.join(' · ')}</p>
        {paragraphs.map((paragraph) => (
          <Line
            key={paragraph.start}
            paragraph={paragraph}
            markOf={(s) => markOf(s, refused, issued)}
            selected={selected}
            onSentence={onSentence}
            note={note ?? null}
            pickAny={pickAny}
          />
        ))}
      </article>
      {/* After the sheet, so that the sheet stands when the marks are measured. */}
      <Gutter sheet={sheet} lights={lights} />
    </section>
  )
})

interface LineProps {
  paragraph: Paragraph
  markOf: (sentence: Sentence) => MarkKind
  selected: ReadonlySet<number>
  onSentence: (sentence: Sentence) => void
  note: { start: number; content: ReactNode } | null
  pickAny: boolean
}

function Line({ paragraph, markOf: mark, selected, onSentence, note, pickAny }: LineProps): ReactNode {
  const noted = note && paragraph.runs.some((r) => r.sentence?.start === note.start)
  const body = paragraph.runs.map((run) => (
    <RunSpan
      key={run.start}
      run={run}
      mark={run.sentence ? mark(run.sentence) : null}
      selected={selected}
      onSentence={onSentence}
      pickAny={pickAny}
    />
  ))
  return (
    <>
      {paragraph.level === null ? <p>{body}</p> : paragraph.level === 1 ? <h2>{body}</h2> : <h3>{body}</h3>}
      {noted && <div className="sheet-note no-print">{note.content}</div>}
    </>
  )
}

interface RunProps {
  run: Run
  mark: MarkKind | null
  selected: ReadonlySet<number>
  onSentence: (sentence: Sentence) => void
  pickAny: boolean
}

function RunSpan({ run, mark, selected, onSentence, pickAny }: RunProps): ReactNode {
  const sentence = run.sentence
  const weight = run.heading ? 'run-heading' : undefined
  if (!sentence || !mark || (mark === 'quiet' && (!pickAny || run.heading))) {
    return <span className={mark === 'quiet' && !run.heading ? 'quiet' : weight}>{run.text}</span>
  }
  const last = run.end === sentence.end
  const many = sentence.matters.length
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onSentence(sentence)
  }
  return (
    <>
      <span
        className={['s', `s-${mark}`, selected.has(sentence.start) ? 's-on' : '', weight ?? ''].join(' ')}
        role="button"
        tabIndex={mark === 'quiet' ? -1 : 0}
        aria-pressed={selected.has(sentence.start)}
        title={mark === 'refused' ? '未列入清单，点开看理由' : markWords[mark]}
        data-start={sentence.start}
        onClick={() => onSentence(sentence)}
        onKeyDown={onKey}
      >
        {run.text}
      </span>
      {/* Joined to the last word: the count never stands on a line of its own. */}
      {last && many > 1 && '\u2060'}
      {last && many > 1 && <sup className={`count ink-${mark}`}>{many}项</sup>}
      {last && <span className={`print-mark pm-${mark}`} aria-hidden="true" />}
    </>
  )
}
