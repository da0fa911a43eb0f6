import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { WidgetProps } from './widget.ts'

/** One of a closed list. */
export function Choice({ id, label, field, value, onChange }: WidgetProps): ReactNode {
  const choices = field.shape.choices ?? []
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      className="wide"
      allowClear
      placeholder="请选"
      value={typeof value === 'string' ? value : null}
      showSearch={choices.length > 8}
      options={choices.map((one) => ({ value: one, label: field.field.format(one) }))}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  )
}

/** Several of a closed list. */
export function Choices({ id, label, field, value, onChange }: WidgetProps): ReactNode {
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      className="wide"
      mode="multiple"
      allowClear
      placeholder="可选几个"
      value={Array.isArray(value) ? value.map(String) : []}
      options={(field.shape.choices ?? []).map((one) => ({ value: one, label: one }))}
      onChange={(next: string[]) => onChange(next.length > 0 ? next : null)}
    />
  )
}

/** 是 or 否, and not said yet, which is not 否. */
export function YesNo({ id, label, value, onChange }: WidgetProps): ReactNode {
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      className="narrow"
      allowClear
      placeholder="未填"
      value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
      options={[
        { value: 'yes', label: '是' },
        { value: 'no', label: '否' },
      ]}
      onChange={(next: string | undefined) => onChange(next === undefined ? null : next === 'yes')}
    />
  )
}
