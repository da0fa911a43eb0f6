import type { MatterDetail } from '@yipanqi/model'
import { Button, Input, InputNumber, Select } from 'antd'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useFollowing } from '../../ui/following.ts'

type Target = NonNullable<MatterDetail['target']>

const relations: { value: Target['relation']; label: string }[] = [
  { value: '>=', label: '不少于' },
  { value: '>', label: '超过' },
  { value: '=', label: '等于' },
  { value: '≈', label: '左右' },
  { value: '<=', label: '不超过' },
  { value: '<', label: '低于' },
  { value: 'range', label: '区间' },
]

const blankTarget: Target = {
  indicator: '',
  relation: '>=',
  basis: 'count',
  value: null,
  to: null,
  unit: '个',
  masked: false,
}

/** 目标. A figure that the text hides (**亿元) must be filled before the matter can be issued as 指标. */
export function TargetField({
  target,
  onSave,
}: {
  target: Target | null
  onSave: (target: Target | null) => void
}): ReactNode {
  const [draft, setDraft] = useFollowing(target)
  const dropped = useRef(false)
  if (!draft) {
    return (
      <Button id="edit-target" size="small" type="dashed" onClick={() => setDraft(blankTarget)}>
        加目标
      </Button>
    )
  }
  // The blur that Esc brings about still has the figures that were typed.
  const leave = (): void => {
    if (!dropped.current) return save(draft)
    dropped.current = false
    setDraft(target)
  }
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    dropped.current = event.key === 'Escape'
    event.currentTarget.blur()
  }
  const save = (next: Target): void => {
    const clean = { ...next, masked: next.masked && next.value === null }
    setDraft(clean)
    if (clean.indicator.trim() && JSON.stringify(clean) !== JSON.stringify(target)) onSave(clean)
  }
  return (
    <div className="target">
      <Input
        id="edit-target"
        aria-label="指标名称"
        className="target-name"
        placeholder="指标名称"
        maxLength={120}
        value={draft.indicator}
        onChange={(event) => setDraft({ ...draft, indicator: event.target.value })}
        onBlur={leave}
        onKeyDown={onKey}
      />
      <Select
        aria-label="关系"
        className="target-relation"
        value={draft.relation}
        options={relations}
        onChange={(relation) => save({ ...draft, relation })}
      />
      <InputNumber
        aria-label="目标值"
        className="target-value"
        placeholder={draft.masked ? '原文为 **' : '数值'}
        status={draft.masked ? 'warning' : ''}
        value={draft.value}
        onChange={(value) => setDraft({ ...draft, value })}
        onBlur={leave}
        onKeyDown={onKey}
      />
      {draft.relation === 'range' && (
        <InputNumber
          aria-label="目标值上限"
          className="target-value"
          placeholder="上限"
          value={draft.to}
          onChange={(to) => setDraft({ ...draft, to })}
          onBlur={leave}
          onKeyDown={onKey}
        />
      )}
      <Input
        aria-label="单位"
        className="target-unit"
        maxLength={20}
        value={draft.unit}
        onChange={(event) => setDraft({ ...draft, unit: event.target.value })}
        onBlur={leave}
        onKeyDown={onKey}
      />
      <button type="button" className="link" onClick={() => onSave(null)}>
        去掉
      </button>
    </div>
  )
}
