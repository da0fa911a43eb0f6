import type { DocumentDetail } from '@yipanqi/model'
import type { ReactNode } from 'react'

/** Why a sentence is not on the list. (Before issue the review screen explains more and lets the office change it.) */
export function RefusedNote({ document: doc, start }: { document: DocumentDetail; start: number }): ReactNode {
  const refused = doc.refused.find((r) => r.start === start)
  const sentence = doc.sentences.find((s) => s.start === start)
  if (!refused && !sentence) return null
  return (
    <>
      <b>未列入清单</b>　{refused?.why ?? sentence?.why}
    </>
  )
}
