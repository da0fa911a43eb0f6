import type { Finding } from '@yipanqi/model/libraries/own/review.ts'
import { findingWords } from '@yipanqi/model/libraries/own/words.ts'
import type { ReactNode } from 'react'

const answers = { refers: '已引用', explained: '已写理由', open: '还没有答复' } as const

/** 减负审核 of one field: which ledger already has it, and how that was answered. */
export function FindingList({ findings, because }: { findings: readonly Finding[]; because: string }): ReactNode {
  if (findings.length === 0) return null
  return (
    <span className="own-findings">
      {findings.map((f) => (
        <span key={f.library} className={f.answer === 'open' ? 'own-finding own-finding-open' : 'own-finding'}>
          {f.libraryName}已有“{f.holderLabel}”（{findingWords[f.how]}），{answers[f.answer]}
        </span>
      ))}
      {because && <span className="mute">理由：{because}</span>}
    </span>
  )
}
