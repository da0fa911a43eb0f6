import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { countWords } from '../format/numbers.ts'
import { type Asked, countQuery } from './api.ts'
import type { LibraryView } from './fields/view.ts'
import type { Change } from './LibraryPage.tsx'
import type { LibrarySearch, Tab } from './question/search.ts'
import { EndNote } from './design/EndNote.tsx'
import { KeptBy } from './setting/KeptBy.tsx'

/** Name, how many, the ways to look at it, and what one may do. */
export function LibraryHead({
  library,
  search,
  asked,
  onChange,
}: {
  library: LibraryView
  search: LibrarySearch
  asked: Asked
  onChange: Change
}): ReactNode {
  const { shape } = library
  const params = { library: shape.id }
  const tab = search.tab ?? 'list'
  const sights: { value: Tab; label: string; there: boolean }[] = [
    { value: 'list', label: '列表', there: true },
    { value: 'board', label: '看板', there: shape.stages.length > 0 },
    { value: 'funnel', label: '漏斗', there: shape.stages.length > 0 },
    { value: 'map', label: '地图', there: shape.map !== null },
  ]
  const shown = sights.filter((s) => s.there)
  return (
    <header className="page-head lib-head">
      <Link to="/libraries" className="lib-back no-print">
        台账
      </Link>
      <h1>{shape.name}</h1>
      <Total library={library} asked={asked} />
      <KeptBy library={library} />
      {shown.length > 1 && (
        <div className="lib-tabs no-print" role="group" aria-label="看法">
          {shown.map(({ value, label }) => (
            <button
              key={value}
              type="button"
              className={tab === value ? 'lib-tab lib-tab-on' : 'lib-tab'}
              aria-pressed={tab === value}
              onClick={() => onChange({ tab: value === 'list' ? undefined : value, by: undefined, step: undefined })}
            >
              {label}
            </button>
          ))}
        </div>
      )}
      <span className="lib-acts no-print">
        {shape.origin === 'own' && (
          <Link to="/own-libraries/$id" params={{ id: shape.id }} className="lib-act">
            方案、期限
          </Link>
        )}
        {shape.can.includes('import') && (
          <Link to="/libraries/$library/import" params={params} className="lib-act">
            导入
          </Link>
        )}
        {shape.can.includes('create') && (
          <Link to="/libraries/$library/new" params={params} className="button-link">
            新增<span className="lib-desk">{shape.noun}</span>
          </Link>
        )}
      </span>
      {shape.origin === 'own' && <EndNote id={shape.id} />}
    </header>
  )
}

/** The count comes after the rows; beyond a thousand it is counted to the end only when asked. */
function Total({ library, asked }: { library: LibraryView; asked: Asked }): ReactNode {
  const question = JSON.stringify([asked.filter, asked.search, asked.removed])
  const [exactly, setExactly] = useState<string | null>(null)
  const exact = exactly === question
  const count = useQuery(countQuery(library.shape.id, asked, exact))
  const { measure } = library.shape
  return (
    <span className="mute" role="status">
      {count.data ? `${countWords(count.data)} ${measure}` : ''}
      {count.data && !count.data.exact && !exact && (
        <>
          {' '}
          <button type="button" className="link no-print" onClick={() => setExactly(question)}>
            数清楚
          </button>
        </>
      )}
      {exact && count.isFetching && ' 正在数…'}
    </span>
  )
}
