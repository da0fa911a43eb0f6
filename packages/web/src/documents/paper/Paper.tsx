import type { DocumentDetail } from '@yipanqi/model'
import { scopeWords } from '@yipanqi/model/words.ts'
import { memo, type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react'
import { fullDay } from '../../format/dates.ts'
import { useGradually } from '../../ui/gradually.ts'
import { Gutter } from './Gutter.tsx'
import { SpokenWords } from './SpokenWords.tsx'
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
  const shown = useGradually(paragraphs.length, 20, pickAny)
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
        {paragraphs.slice(0, shown).map((paragraph) => {
          const starts = paragraph.runs.flatMap((r) => r.sentence?.start ?? [])
          return (
            <Line
              key={paragraph.start}
              paragraph={paragraph}
              marks={paragraph.runs.map((r) => (r.sentence ? markOf(r.sentence, refused, issued) : '')).join(' ')}
              selected={starts.filter((start) => selected.has(start)).join(' ')}
              onSentence={onSentence}
              note={note && starts.includes(note.start) ? note.content : null}
              pickAny={pickAny}
            />
          )
        })}
      </article>
      {/* After the sheet, so that the sheet stands when the marks are measured. */}
      <Gutter sheet={sheet} lights={lights} />
      {pickAny && <SpokenWords sheet={sheet} />}
    </section>
  )
})

interface LineProps {
  paragraph: Paragraph
  /** How each run is underlined, and which sentences are lit up: as text, so that it compares by value. */
  marks: string
  selected: string
  onSentence: (sentence: Sentence) => void
  note: ReactNode
  pickAny: boolean
}

/** A paragraph of a long report is drawn again only when something in it has changed. */
const Line = memo(function Line({ paragraph, marks, selected, onSentence, note, pickAny }: LineProps): ReactNode {
  const markOfRun = marks.split(' ')
  const lit = selected === '' ? [] : selected.split(' ').map(Number)
  const body = paragraph.runs.map((run, index) => (
    <RunSpan
      key={run.start}
      run={run}
      mark={run.sentence ? (markOfRun[index] as MarkKind) : null}
      lit={run.sentence !== null && lit.includes(run.sentence.start)}
      onSentence={onSentence}
      pickAny={pickAny}
    />
  ))
  return (
    <>
      {paragraph.level === null ? <p>{body}</p> : paragraph.level === 1 ? <h2>{body}</h2> : <h3>{body}</h3>}
      {note && <div className="sheet-note no-print">{note}</div>}
    </>
  )
}, sameLine)

/** The document comes anew after each change; its paragraphs are cut again, but most say and hold the same. */
function sameLine(old: LineProps, next: LineProps): boolean {
  const { paragraph: a, ...rest } = old
  const { paragraph: b, ...others } = next
  const same = (Object.keys(rest) as (keyof typeof rest)[]).every((name) => Object.is(rest[name], others[name]))
  if (!same || a.level !== b.level || a.runs.length !== b.runs.length) return false
  return a.runs.every((run, index) => {
    const other = b.runs[index]
    return run.sentence === other?.sentence && run.text === other?.text && run.heading === other?.heading
  })
}

interface RunProps {
  run: Run
  mark: MarkKind | null
  lit: boolean
  onSentence: (sentence: Sentence) => void
  pickAny: boolean
}

function RunSpan({ run, mark, lit, onSentence, pickAny }: RunProps): ReactNode {
  const sentence = run.sentence
  const weight = run.heading ? 'run-heading' : undefined
  if (!sentence || !mark || (mark === 'quiet' && (!pickAny || run.heading))) {
    return (
      <span className={mark === 'quiet' && !run.heading ? 'quiet' : weight} data-at={run.start}>
        {run.text}
      </span>
    )
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
        className={['s', `s-${mark}`, lit ? 's-on' : '', weight ?? ''].join(' ')}
        role="button"
        tabIndex={mark === 'quiet' ? -1 : 0}
        aria-pressed={lit}
        title={mark === 'refused' ? '未列入清单，点开看理由' : markWords[mark]}
        data-start={sentence.start}
        data-at={run.start}
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
