import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '../../session/me.ts'
import { isAdministrator } from '@yipanqi/model/people/words.ts'
import { ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { useTitle } from '../../ui/title.ts'
import { codeTablesQuery } from './queries.ts'
import { CodeTable } from './CodeTable.tsx'
import '../library.css'
import './codes.css'

/** 代码表: what ships of the national classifications, and what the county's own files added. */
export function CodeTablesPage(): ReactNode {
  useTitle('代码表')
  const me = useMe()
  const query = useQuery(codeTablesQuery)
  return (
    <div className="page">
      <div className="page-head">
        {!isAdministrator(me.account.post) && (
          <Link to="/libraries" className="lib-back">
            台账
          </Link>
        )}
        <h1>代码表</h1>
        <span className="mute">导入、筛选和导出都照这里的代码认名称</span>
      </div>
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting what="代码表" />}
      {query.data?.map((table) => (
        <CodeTable key={table.table} table={table} />
      ))}
    </div>
  )
}
