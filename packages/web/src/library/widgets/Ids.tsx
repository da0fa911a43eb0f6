import type { ReactNode } from 'react'
import { LeaderSelect, UnitSelect } from '../../ui/UnitSelect.tsx'
import type { WidgetProps } from './widget.ts'

const numberOf = (value: WidgetProps['value']): number | null => (typeof value === 'number' ? value : null)

export function Unit({ id, label, value, onChange }: WidgetProps): ReactNode {
  return (
    <UnitSelect {...(id ? { id } : {})} {...(label ? { label } : {})} value={numberOf(value)} onChange={onChange} />
  )
}

export function Leader({ id, label, value, onChange }: WidgetProps): ReactNode {
  return (
    <LeaderSelect {...(id ? { id } : {})} {...(label ? { label } : {})} value={numberOf(value)} onChange={onChange} />
  )
}
