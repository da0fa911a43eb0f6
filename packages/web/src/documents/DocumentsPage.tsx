import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { documentsQuery } from '../api/queries.ts'
import { homeKind, useMe } from '../session/me.ts'
import { More } from '../ui/More.tsx'
import { Empty, ErrorNote, Waiting } from '../ui/Notes.tsx'
import { useTitle } from '../ui/title.ts'
import { DocumentRow } from './DocumentRow.tsx'

export function DocumentsPage(): ReactNode {
  useTitle('讲话·文件')
  const me = useMe()
  const query = useInfiniteQuery(documentsQuery)
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const dispatcher = homeKind(me) === 'dispatcher'
  return (
    <div className="page">
      <div className="page-head">
        <h1>讲话·文件</h1>
        <span className="documents-more no-print">
          <Link to="/documents/compare">文件对比</Link>
          {dispatcher && <Link to="/lexicon">纠正词库</Link>}
        </span>
        {dispatcher && (
          <Link to="/documents/new" className="button-link no-print">
            上传讲话或文件
          </Link>
        )}
      </div>
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting what="文件" />}
      {query.isSuccess && (
        <div className="card">
          <ul>
            {rows.map((document) => (
              <DocumentRow key={document.id} document={document} />
            ))}
          </ul>
          {rows.length === 0 && (
            <Empty title="还没有文件">
              {dispatcher ? '点右上“上传讲话或文件”，几秒钟拆出分解表初稿。' : '文件印发后会出现在这里。'}
            </Empty>
          )}
          <More query={query} />
        </div>
      )}
    </div>
  )
}
