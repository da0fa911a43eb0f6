import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { countWords } from '../format/numbers.ts'
import { useMe } from '../session/me.ts'
import { Empty, ErrorNote, Waiting } from '../ui/Notes.tsx'
import { useTitle } from '../ui/title.ts'
import { librariesQuery } from './api.ts'
import type { LibraryItem } from './shapes.ts'
import './libraries.css'

/** 台账: every ledger that one may open, by group, with what it is for and who keeps it. */
export function LibrariesPage(): ReactNode {
  useTitle('台账')
  const me = useMe()
  const query = useQuery(librariesQuery)
  const [words, setWords] = useState('')
  const text = words.trim()
  const found = (query.data ?? []).filter((l) => matches(l, text))
  const groups = [...new Set(found.map((l) => l.group))]
  return (
    <div className="page">
      <div className="page-head">
        <h1>台账</h1>
        <span className="mute" role="status">
          {query.data ? `${found.length} 本` : ''}
        </span>
        <Link to="/own-libraries" className="lib-act no-print">
          自建台账
        </Link>
        <Link to="/code-tables" className="lib-act no-print">
          代码表
        </Link>
        {me.account.post === 'dispatcher' && (
          <Link to="/leaders" className="lib-act no-print">
            县领导分工
          </Link>
        )}
        <Input
          className="libraries-find no-print"
          aria-label="按名称找台账"
          placeholder="台账名称或用途"
          allowClear
          data-slash
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting what="台账" />}
      {groups.map((group) => (
        <section key={group} className="card libraries-group" aria-labelledby={`group-${group}`}>
          <h2 className="section-title" id={`group-${group}`}>
            {group}
          </h2>
          <ul>
            {found
              .filter((l) => l.group === group)
              .map((l) => (
                <LibraryLine key={l.id} library={l} />
              ))}
          </ul>
        </section>
      ))}
      {query.isSuccess && found.length === 0 && (
        <div className="card">
          <Empty title={text ? `没有叫“${text}”的台账` : '还没有您能看的台账'}>
            {text ? '换个短一点的词试试。' : '台账由财经办和保管单位建立，给到您单位后会列在这里。'}
          </Empty>
        </div>
      )}
    </div>
  )
}

const matches = (l: LibraryItem, text: string): boolean =>
  text === '' || [l.name, l.noun, l.purpose, l.group, ...l.keepers].some((word) => word.includes(text))

/** What one may do, in one word; reading goes without saying. */
function mayWords(can: readonly string[]): string {
  if (can.includes('import')) return '可登记、导入'
  if (can.includes('create') || can.includes('edit')) return '可登记、修改'
  return '只看'
}

function LibraryLine({ library }: { library: LibraryItem }): ReactNode {
  return (
    <li>
      <Link to="/libraries/$library" params={{ library: library.id }} className="libraries-line">
        <span className="libraries-name">
          {library.name}
          {library.origin === 'own' && <span className="m-state">本县自建</span>}
        </span>
        <span className="libraries-purpose mute">{library.purpose}</span>
        <span className="libraries-count">
          {library.count ? (
            <>
              <b>{countWords(library.count)}</b> {library.measure}
            </>
          ) : (
            ''
          )}
        </span>
        <span className="mute small libraries-keeper">
          {library.keepers.length > 0 ? `${library.keepers.join('、')}保管` : '未定保管单位'}
        </span>
        <span className="mute small libraries-may">{mayWords(library.can)}</span>
      </Link>
    </li>
  )
}
