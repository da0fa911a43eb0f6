import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { findQuery, recordQuery, shapeQuery } from '../api.ts'
import type { WidgetProps } from './widget.ts'

/** A record of another ledger, found by that ledger's own search: part of its name, pinyin initials, its code. */
export function Reference({ id, label, field, value, nameOf, onChange }: WidgetProps): ReactNode {
  return (
    <RecordSelect
      {...(id ? { id } : {})}
      {...(label ? { label } : {})}
      library={field.shape.target ?? ''}
      value={typeof value === 'number' ? value : null}
      name={typeof value === 'number' ? nameOf(field.shape.target ?? '', value) : undefined}
      onChange={(next) => onChange(next)}
    />
  )
}

interface SelectProps {
  id?: string
  label?: string
  library: string
  value: number | null
  name?: string | undefined
  onChange: (value: number | null, title?: string) => void
}

export function RecordSelect({ id, label, library, value, name, onChange }: SelectProps): ReactNode {
  const [words, setWords] = useState('')
  const asked = useDeferredValue(words.trim())
  const shape = useQuery({ ...shapeQuery(library), enabled: library !== '' })
  const found = useQuery({ ...findQuery(library, asked), enabled: asked !== '' })
  const chosen = useTitleOf(library, name === undefined ? value : null)
  const noun = shape.data?.noun ?? '记录'
  const hits = asked === '' ? [] : (found.data ?? [])
  const own = value !== null && !hits.some((hit) => hit.id === value)
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      className="wide"
      allowClear
      value={value}
      placeholder={`写${noun}名称的几个字，或拼音首字母`}
      loading={found.isFetching}
      notFoundContent={asked === '' ? `写几个字来找${noun}` : found.isFetching ? '正在找…' : `没有找到这个${noun}`}
      showSearch={{ filterOption: false, onSearch: setWords }}
      options={[
        ...(own ? [{ value, label: name ?? chosen ?? `${noun} ${value}`, about: '' }] : []),
        ...hits.map((hit) => ({ value: hit.id, label: hit.title, about: hit.subtitle })),
      ]}
      optionRender={hitLine}
      onChange={(next: number | undefined) =>
        onChange(next ?? null, next === undefined ? undefined : hits.find((hit) => hit.id === next)?.title)
      }
    />
  )
}

const hitLine = (option: { label?: ReactNode; data: { about: string } }): ReactNode => (
  <span className="hit">
    <span>{option.label}</span>
    <span className="mute small">{option.data.about}</span>
  </span>
)

/** The title of a record whose name did not come with the page. */
function useTitleOf(library: string, id: number | null): string | undefined {
  return useQuery({ ...recordQuery(library, id ?? 0), enabled: id !== null && library !== '' }).data?.title
}

/** A chosen record by its title. */
export function RecordTitle({
  library,
  id,
  name,
}: {
  library: string
  id: number
  name?: string | undefined
}): ReactNode {
  const title = useTitleOf(library, name === undefined ? id : null)
  return name ?? title ?? `第 ${id} 号`
}
