import type { DocumentDetail, MatterDetail } from '@yipanqi/model'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { homeKind, useMe } from '../../session/me.ts'
import { ErrorNote } from '../../ui/Notes.tsx'

/** Why a sentence is not on the list; one click puts it there while the document is not issued. */
export function RefusedNote({
  document: doc,
  start,
  onMade,
}: {
  document: DocumentDetail
  start: number
  onMade: (id: number) => void
}): ReactNode {
  const me = useMe()
  const refused = doc.refused.find((r) => r.start === start)
  const sentence = doc.sentences.find((s) => s.start === start)
  const end = refused?.end ?? sentence?.end
  const make = useSend(
    () =>
      post<MatterDetail>(`/documents/${doc.id}/matters`, {
        version: doc.version,
        start,
        end,
      }),
    { done: '已列为事项，请补齐牵头单位和时限', onDone: (matter) => onMade(matter.id) },
  )
  if (end === undefined) return null
  const open = doc.state === 'draft' || doc.state === 'reviewed'
  return (
    <>
      <b>未列入清单</b>　{refused?.why ?? sentence?.why}
      {homeKind(me) === 'dispatcher' && open && (
        <Button size="small" loading={make.isPending} onClick={() => make.mutate()} className="refused-make">
          列为事项
        </Button>
      )}
      {make.error && <ErrorNote error={make.error} />}
    </>
  )
}
