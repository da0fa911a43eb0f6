import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { documentQuery } from '../api/queries.ts'
import { homeKind, useMe } from '../session/me.ts'
import { ErrorNote, Waiting } from '../ui/Notes.tsx'
import { useTitle } from '../ui/title.ts'
import { LivingDocument } from './living/LivingDocument.tsx'
import { TwinsNote } from './similar/TwinsNote.tsx'

const ReviewScreen = lazy(() => import('./review/ReviewScreen.tsx').then((m) => ({ default: m.ReviewScreen })))
const AnswerPage = lazy(() => import('./consult/AnswerPage.tsx').then((m) => ({ default: m.AnswerPage })))

/** One address for one document all its life: what it shows depends on where it stands and who looks. */
export function DocumentPage(): ReactNode {
  const id = Number(useParams({ from: '/shell/documents/$id' }).id)
  const place = /^s(\d+)$/.exec(useLocation({ select: (l) => l.hash }))?.[1]
  const me = useMe()
  const query = useQuery(documentQuery(id))
  useTitle(query.data?.title ?? '文件')
  if (query.error) {
    return (
      <div className="page">
        <ErrorNote error={query.error} retry={() => void query.refetch()} />
      </div>
    )
  }
  const document = query.data
  if (!document) return <Waiting what="文件" />
  const kind = homeKind(me)
  return (
    <Suspense fallback={<Waiting what="文件" />}>
      {document.state !== 'issued' && kind === 'dispatcher' ? (
        <>
          {(document.state === 'draft' || document.state === 'reviewed') && <TwinsNote document={document.id} />}
          <ReviewScreen document={document} />
        </>
      ) : document.state === 'consulting' && kind === 'unit' ? (
        <AnswerPage document={document} />
      ) : (
        <LivingDocument key={`${document.id}-${place}`} document={document} arrived={place ? Number(place) : null} />
      )}
    </Suspense>
  )
}
