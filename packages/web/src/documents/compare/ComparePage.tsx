import type { DocumentComparison, Fate } from '@yipanqi/model'
import { fates, fateWords } from '@yipanqi/model/lexicon-words.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { fullDay } from '../../format/dates.ts'
import { Empty, ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { useTitle } from '../../ui/title.ts'
import { PairRow } from './PairRow.tsx'
import { choicesQuery, compareQuery, type CompareSearch } from './queries.ts'
import './compare.css'

/** 文件对比: this year's report beside last year's — what is new, what is asked no longer, which targets moved. */
export function ComparePage(): ReactNode {
  useTitle('文件对比')
  const search = useSearch({ from: '/shell/documents/compare' }) as CompareSearch
  const navigate = useNavigate()
  const { a, b } = search
  const query = useQuery({ ...compareQuery(a ?? 0, b ?? 0), enabled: a !== undefined && b !== undefined && a !== b })
  const change = (part: CompareSearch): void => {
    const next = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)
    void navigate({ to: '/documents/compare', search: Object.fromEntries(next) as CompareSearch, replace: true })
  }
  return (
    <div className="page compare-page">
      <div className="page-head">
        <Link to="/documents" className="compare-back no-print">
          讲话·文件
        </Link>
        <h1>文件对比</h1>
        <span className="mute">日期早的在前</span>
      </div>
      <div className="compare-choose no-print">
        <Choice label="一份文件" value={a} other={b} onPick={(id) => change({ a: id })} />
        <span className="compare-with" aria-hidden="true">
          对
        </span>
        <Choice label="另一份文件" value={b} other={a} onPick={(id) => change({ b: id })} />
      </div>
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isLoading && <Waiting what="对比结果" />}
      {query.data && <Result data={query.data} show={search.show} onShow={(show) => change({ show })} />}
      {(a === undefined || b === undefined) && (
        <div className="card">
          <Empty title="选两份文件">如今年和去年的政府工作报告，看哪些是新提出的、哪些不再提、哪些目标变了。</Empty>
        </div>
      )}
    </div>
  )
}

interface ChoiceProps {
  label: string
  value: number | undefined
  other: number | undefined
  onPick: (id: number | undefined) => void
}

function Choice({ label, value, other, onPick }: ChoiceProps): ReactNode {
  const choices = useQuery(choicesQuery)
  const options = (choices.data ?? [])
    .filter((item) => item.id !== other)
    .map((item) => ({ value: item.id, label: item.date ? `${item.title}（${fullDay(item.date)}）` : item.title }))
  return (
    <Select
      aria-label={label}
      className="compare-pick"
      placeholder={`选${label}`}
      // A document further back than the choices reach still shows as chosen once it is compared.
      value={value !== undefined && (choices.isPending || options.some((o) => o.value === value)) ? value : null}
      loading={choices.isPending}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      notFoundContent="没有别的文件"
      onChange={(id: number | undefined) => onPick(id)}
    />
  )
}

interface ResultProps {
  data: DocumentComparison
  show: Fate | undefined
  onShow: (show: Fate | undefined) => void
}

function Result({ data, show, onShow }: ResultProps): ReactNode {
  const counts = new Map(fates.map((fate) => [fate, data.pairs.filter((pair) => pair.fate === fate).length]))
  const pairs = show ? data.pairs.filter((pair) => pair.fate === show) : data.pairs
  return (
    <>
      <div className="chips compare-chips" role="group" aria-label="只看一类">
        <button
          type="button"
          className={show ? 'chip' : 'chip chip-on'}
          aria-pressed={!show}
          onClick={() => onShow(undefined)}
        >
          全部 {data.pairs.length}
        </button>
        {fates.map((fate) => (
          <button
            key={fate}
            type="button"
            className={show === fate ? 'chip chip-on' : 'chip'}
            aria-pressed={show === fate}
            onClick={() => onShow(show === fate ? undefined : fate)}
          >
            {fateWords[fate]} {counts.get(fate)}
          </button>
        ))}
      </div>
      <div className="compare-heads">
        <Head document={data.older} />
        <Head document={data.newer} />
      </div>
      <ul className="card compare-list">
        {pairs.map((pair, at) => (
          <PairRow key={`${pair.older?.start ?? 'x'}-${pair.newer?.start ?? at}`} pair={pair} data={data} />
        ))}
        {pairs.length === 0 && (
          <li>
            <Empty title={show ? `没有${fateWords[show]}的` : '两份文件都没有读出任务'} />
          </li>
        )}
      </ul>
    </>
  )
}

function Head({ document: doc }: { document: DocumentComparison['older'] }): ReactNode {
  return (
    <div className="compare-head">
      <Link to="/documents/$id" params={{ id: String(doc.id) }}>
        {doc.title}
      </Link>
      <span className="mute small">
        {doc.date ? fullDay(doc.date) : '没有写日期'} · 读出 {doc.matters} 项
      </span>
    </div>
  )
}
