import type { DocumentDetail, Reasons } from '@yipanqi/model'
import { Button, Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import { ErrorNote } from '../../ui/Notes.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { useMatchUnit } from './use-review.ts'

type Unknown = Reasons['unknownUnits'][number]

interface Props {
  document: DocumentDetail
  unknown: readonly Unknown[]
  onGo: (id: number) => void
}

/** 未识别单位: kept as written; the clerk says which unit is meant, and whether the county keeps the name. */
export function UnknownUnits({ document: doc, unknown, onGo }: Props): ReactNode {
  const left = unknown.filter((u) => u.given === null)
  if (left.length === 0) return null
  const open = doc.state === 'draft' || doc.state === 'reviewed'
  return (
    <section aria-label="未识别单位" className="unknown">
      <h2 className="list-group">未识别单位 {left.length} 个（照原文留着，请定）</h2>
      <ul>
        {left.map((u) => (
          <UnknownRow key={u.name} document={doc.id} unit={u} open={open} onGo={onGo} />
        ))}
      </ul>
    </section>
  )
}

interface RowProps {
  document: number
  unit: Unknown
  open: boolean
  onGo: (id: number) => void
}

function UnknownRow({ document, unit, open, onGo }: RowProps): ReactNode {
  const [chosen, setChosen] = useState(unit.counterpart?.id ?? null)
  const [keepAlias, setKeepAlias] = useState(unit.counterpart === null)
  const match = useMatchUnit(document)
  const first = unit.matters[0]
  return (
    <li className="unknown-row">
      <div>
        <b>{unit.name}</b>
        {first !== undefined && (
          <button type="button" className="link unknown-go" onClick={() => onGo(first)}>
            {unit.matters.length} 项写到它
          </button>
        )}
        {unit.counterpart && <div className="mute small">是上级单位；在本县对口的是{unit.counterpart.name}</div>}
      </div>
      {open && (
        <div className="unknown-act">
          <UnitSelect label={`${unit.name}对应`} value={chosen} onChange={setChosen} placeholder="与现有单位对应" />
          <Checkbox checked={keepAlias} onChange={(event) => setKeepAlias(event.target.checked)}>
            记为别名，本县以后的文件自动认出
          </Checkbox>
          <Button
            size="small"
            disabled={chosen === null}
            loading={match.isPending}
            onClick={() => chosen !== null && match.mutate({ name: unit.name, unit: chosen, keepAlias })}
          >
            对应
          </Button>
        </div>
      )}
      {match.error && <ErrorNote error={match.error} />}
    </li>
  )
}
