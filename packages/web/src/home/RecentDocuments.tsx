import type { DocumentItem } from '@yipanqi/model'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { DocumentRow } from '../documents/DocumentRow.tsx'
import { Empty } from '../ui/Notes.tsx'

export function RecentDocuments({
  documents,
  title = '讲话·文件',
  canAdd = false,
}: {
  documents: DocumentItem[]
  title?: string
  canAdd?: boolean
}): ReactNode {
  return (
    <section className="card" aria-label={title}>
      <h2 className="section-title">
        {title}
        <span className="end row">
          {canAdd && <Link to="/documents/new">上传讲话或文件</Link>}
          <Link to="/documents">看全部</Link>
        </span>
      </h2>
      <ul>
        {documents.slice(0, 8).map((document) => (
          <DocumentRow key={document.id} document={document} />
        ))}
      </ul>
      {documents.length === 0 && (
        <Empty title="还没有文件">
          {canAdd ? '点“上传讲话或文件”，几秒钟拆出分解表初稿。' : '文件印发后会出现在这里。'}
        </Empty>
      )}
    </section>
  )
}
