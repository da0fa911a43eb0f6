import type { DocumentDetail, MatterItem } from '@yipanqi/model'
import type { ReactNode } from 'react'
import { DeadlineDialog } from './DeadlineDialog.tsx'
import { KeysHelp } from './KeysHelp.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { SplitDialog } from './SplitDialog.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

export type OpenDialog = 'split' | 'merge' | 'withdraw' | 'deadline' | 'help' | null

interface Props {
  document: DocumentDetail
  open: OpenDialog
  current: MatterItem | null
  merging: MatterItem[]
  onClose: () => void
  onMerged: (into: number) => void
}

/** The one dialog that is open, if any. */
export function ReviewDialogs({ document: doc, open, current, merging, onClose, onMerged }: Props): ReactNode {
  if (open === 'split') return current && <SplitDialog matter={current} onClose={onClose} />
  if (open === 'withdraw') return current && <WithdrawDialog matter={current} onClose={onClose} />
  if (open === 'deadline') return <DeadlineDialog document={doc} onClose={onClose} />
  if (open === 'help') return <KeysHelp onClose={onClose} />
  if (open !== 'merge') return null
  return (
    <MergeDialog
      matters={merging}
      onClose={(into) => {
        onClose()
        if (into !== null) onMerged(into)
      }}
    />
  )
}
