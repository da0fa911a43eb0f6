import type { LessonItem } from '@yipanqi/model'
import { lessonKinds, lessonKindWords, lessonStates, lessonStateWords } from '@yipanqi/model/lexicon-words.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { address } from '../../api/client.ts'
import { useFollowing } from '../../ui/following.ts'
import { More } from '../../ui/More.tsx'
import { Empty, ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { useTitle } from '../../ui/title.ts'
import { AliasDialog } from './AliasDialog.tsx'
import { ChangeLessonDialog } from './ChangeLessonDialog.tsx'
import { LessonRow } from './LessonRow.tsx'
import { type LexiconFilter, lexiconQuery } from './queries.ts'
import './lexicon.css'

/** 纠正词库: what the office corrected in drafts, and what of it the next reading hears. */
export function LexiconPage(): ReactNode {
  useTitle('纠正词库')
  const search = useSearch({ from: '/shell/lexicon' }) as LexiconFilter
  const navigate = useNavigate()
  const query = useInfiniteQuery(lexiconQuery(search))
  const [alias, setAlias] = useState(false)
  const [changing, setChanging] = useState<LessonItem | null>(null)
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const count = query.data?.pages[0]?.count?.value
  const narrowed = Object.keys(search).length > 0
  const change = (part: LexiconFilter): void => {
    const next = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined && value !== '')
    void navigate({ to: '/lexicon', search: Object.fromEntries(next) as LexiconFilter, replace: true })
  }
  return (
    <div className="page">
      <div className="page-head">
        <Link to="/documents" className="lexicon-back no-print">
          讲话·文件
        </Link>
        <h1>纠正词库</h1>
        <span className="mute">改过的稿子教给系统，读本县下一份文件时先用；只在本县用</span>
        <span className="lexicon-acts no-print">
          <Button onClick={() => setAlias(true)}>登记单位别名</Button>
          <a className="lexicon-export" href={`/api/v1${address('/lexicon/export', { ...search })}`} download>
            导出
          </a>
        </span>
      </div>
      <Filters search={search} change={change} />
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting what="纠正词库" />}
      {query.isSuccess && rows.length > 0 && (
        <>
          <p className="mute small lexicon-count">共 {count} 条</p>
          <ul className="card">
            {rows.map((item) => (
              <LessonRow key={item.id} item={item} onChange={() => setChanging(item)} />
            ))}
          </ul>
        </>
      )}
      {query.isSuccess && rows.length === 0 && (
        <div className="card">
          {narrowed ? (
            <Empty title="没有符合条件的">
              <button
                type="button"
                className="link"
                onClick={() => change({ kind: undefined, state: undefined, text: undefined })}
              >
                清除条件
              </button>
            </Empty>
          ) : (
            <Empty title="还没有纠正">
              核稿时改牵头单位、把没列入的一句列为事项、并项拆项，都会记在这里；下一份文件里同样的事就按改过的来，并写明出处。记错了可以随时撤回。
            </Empty>
          )}
        </div>
      )}
      <More query={query} />
      {alias && <AliasDialog onClose={() => setAlias(false)} />}
      {changing && <ChangeLessonDialog item={changing} onClose={() => setChanging(null)} />}
    </div>
  )
}

function Filters({ search, change }: { search: LexiconFilter; change: (part: LexiconFilter) => void }): ReactNode {
  const [text, setText] = useFollowing(search.text ?? '')
  return (
    <div className="lexicon-filters no-print">
      <Input.Search
        aria-label="查词、单位、原句或文件"
        placeholder="查词、单位、原句或文件"
        className="lexicon-find"
        value={text}
        allowClear
        maxLength={60}
        onChange={(event) => setText(event.target.value)}
        onSearch={(words) => change({ text: words.trim() || undefined })}
      />
      <Select
        aria-label="种类"
        placeholder="种类"
        className="lexicon-choice"
        allowClear
        value={search.kind ?? null}
        options={lessonKinds.map((value) => ({ value, label: lessonKindWords[value] }))}
        onChange={(kind) => change({ kind: kind ?? undefined })}
      />
      <Select
        aria-label="状态"
        placeholder="状态"
        className="lexicon-choice"
        allowClear
        value={search.state ?? null}
        options={lessonStates.map((value) => ({ value, label: lessonStateWords[value] }))}
        onChange={(state) => change({ state: state ?? undefined })}
      />
    </div>
  )
}
