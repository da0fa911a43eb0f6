import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMe } from '../../session/me.ts'
import { ErrorNote, Waiting } from '../../ui/Notes.tsx'
import type { RecordAnswer } from '../api.ts'
import type { LibraryView } from '../fields/view.ts'
import { gatesQuery } from './queries.ts'
import { StageForm } from './StageForm.tsx'
import { targetsOf, usualTarget } from './move.ts'
import './stage.css'

interface Props {
  library: LibraryView
  record: RecordAnswer
  /** Where it was dropped; otherwise the next stage is offered. */
  to?: string
  onClose: () => void
}

/** 进阶: one record through its gate, with what is there and what lacks. */
export function StageDialog({ library, record, to, onClose }: Props): ReactNode {
  const { today } = useMe()
  const query = useQuery({ ...gatesQuery(library.shape.id, record.id), refetchOnWindowFocus: false })
  const targets = query.data ? targetsOf(query.data, record.stageName ?? '') : []
  const [chosen, setChosen] = useState<string | undefined>(to)
  const target = targets.find((t) => t.to === chosen) ?? usualTarget(targets)
  return (
    <Modal
      open
      footer={null}
      width={780}
      title={`转阶段：${record.title || `第 ${record.id} 号`}`}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {!query.error && !query.data && <Waiting what="进阶条件" />}
      {query.data && !target && <p>没有别的阶段可去。</p>}
      {query.data && target && (
        <StageForm
          library={library}
          record={record}
          gates={query.data}
          targets={targets}
          target={target}
          today={today}
          onTarget={setChosen}
          onClose={onClose}
        />
      )}
    </Modal>
  )
}
