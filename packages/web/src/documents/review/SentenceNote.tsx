import type { DocumentDetail, GivenRole } from '@yipanqi/model'
import type { ReactNode } from 'react'
import { ErrorNote } from '../../ui/Notes.tsx'
import { RoleBar } from './RoleBar.tsx'

interface Props {
  document: DocumentDetail
  start: number
  error: unknown
  onGive: (start: number, role: GivenRole) => void
}

/** Why a sentence is not on the list, under the sentence itself; another role puts it there. */
export function SentenceNote({ document: doc, start, error, onGive }: Props): ReactNode {
  const sentence = doc.sentences.find((s) => s.start === start)
  const refused = doc.refused.find((r) => r.start === start)
  if (!sentence) return null
  const open = doc.state === 'draft' || doc.state === 'reviewed'
  return (
    <>
      <div>
        <b>未列入清单</b>
        {refused && `　${refused.why}`}
        {open && (
          <button type="button" className="link note-make" onClick={() => onGive(start, 'obligation')}>
            列为事项
          </button>
        )}
      </div>
      <RoleBar sentence={sentence} open={open} onGive={onGive} />
      {error != null && <ErrorNote error={error} />}
    </>
  )
}
