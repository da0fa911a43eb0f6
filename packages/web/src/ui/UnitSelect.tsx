import type { UnitItem } from '@yipanqi/model'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { leadersQuery, unitsQuery } from '../api/queries.ts'

/** Full name, short name and old names all find a unit. */
export function unitMatches(unit: Pick<UnitItem, 'name' | 'short' | 'aliases'>, text: string): boolean {
  const words = text.trim()
  return [unit.name, unit.short, ...unit.aliases].some((name) => name.includes(words))
}

interface Props {
  id?: string
  value: number | null
  onChange: (value: number | null) => void
  label?: string
  placeholder?: string
  leadersOnly?: boolean
}

export function UnitSelect({
  id,
  value,
  onChange,
  label,
  placeholder = '选单位',
  leadersOnly = false,
}: Props): ReactNode {
  const units = useQuery(unitsQuery)
  const list = (units.data ?? []).filter((unit) => !leadersOnly || unit.mayLead)
  const byId = new Map(list.map((unit) => [unit.id, unit]))
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      className="wide"
      value={value}
      allowClear
      loading={units.isPending}
      placeholder={placeholder}
      notFoundContent="没有这个单位，换个简称试试"
      popupMatchSelectWidth={280}
      options={list.map((unit) => ({ value: unit.id, label: unit.name }))}
      showSearch={{
        filterOption: (text, option) => {
          const unit = byId.get(Number(option?.value))
          return unit ? unitMatches(unit, text) : false
        },
      }}
      onChange={(next: number | undefined) => onChange(next ?? null)}
    />
  )
}

export function LeaderSelect({ id, value, onChange, label }: Omit<Props, 'leadersOnly'>): ReactNode {
  const leaders = useQuery(leadersQuery)
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      className="wide"
      value={value}
      allowClear
      loading={leaders.isPending}
      placeholder="选牵头县领导"
      popupMatchSelectWidth={320}
      options={(leaders.data ?? []).map((leader) => ({ value: leader.id, label: `${leader.post} ${leader.name}` }))}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(next: number | undefined) => onChange(next ?? null)}
    />
  )
}
