import type { MatterDetail } from '@yipanqi/model'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { TextField } from './TextField.tsx'

type Supports = MatterDetail['supports']

interface Props {
  supports: Supports
  onSave: (supports: { unit: number; part: string }[]) => void
}

/** 配合单位, each with its own part: a unit that does not know its part does nothing. */
export function SupportsField({ supports, onSave }: Props): ReactNode {
  const [adding, setAdding] = useState(false)
  const plain = supports.map((s) => ({ unit: s.unit.id, part: s.part }))
  return (
    <div className="supports">
      {supports.map((s) => (
        <div key={s.unit.id} className="support">
          <span className="support-name">{s.unit.short}</span>
          <TextField
            label={`${s.unit.short}的分工`}
            value={s.part}
            max={200}
            placeholder="分工"
            onSave={(part) => onSave(plain.map((p) => (p.unit === s.unit.id ? { ...p, part } : p)))}
          />
          <button
            type="button"
            className="link"
            aria-label={`去掉${s.unit.short}`}
            onClick={() => onSave(plain.filter((p) => p.unit !== s.unit.id))}
          >
            去掉
          </button>
        </div>
      ))}
      {adding ? (
        <UnitSelect
          label="加配合单位"
          value={null}
          placeholder="选配合单位"
          onChange={(unit) => {
            setAdding(false)
            if (unit !== null && !plain.some((p) => p.unit === unit)) onSave([...plain, { unit, part: '' }])
          }}
        />
      ) : (
        <Button size="small" type="dashed" onClick={() => setAdding(true)}>
          加配合单位
        </Button>
      )}
    </div>
  )
}
