import type { MatterDetail } from '@yipanqi/model'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { TextField } from './TextField.tsx'

type Supports = MatterDetail['supports']

/** Shown before the rest is asked for: sixteen townships would push everything else off the screen. */
const few = 4

const othersOf = (rest: Supports): string =>
  rest
    .slice(0, 3)
    .map((s) => s.unit.short)
    .join('、') + (rest.length > 3 ? '等' : '')

interface Props {
  supports: Supports
  onSave: (supports: { unit: number; part: string }[]) => void
}

/** 配合单位, each with its own part: a unit that does not know its part does nothing. */
export function SupportsField({ supports, onSave }: Props): ReactNode {
  const [adding, setAdding] = useState(false)
  const [all, setAll] = useState(supports.length <= few + 1)
  const plain = supports.map((s) => ({ unit: s.unit.id, part: s.part }))
  return (
    <div className="supports">
      {(all ? supports : supports.slice(0, few)).map((s) => (
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
      {!all && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          还有 {supports.length - few} 个配合单位：{othersOf(supports.slice(few))}
        </button>
      )}
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
