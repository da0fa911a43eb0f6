import type { Condition } from '@yipanqi/model/libraries/filter.ts'
import type { Operator, Value } from '@yipanqi/model/libraries/field.ts'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { leadersQuery, unitsQuery } from '../../api/queries.ts'
import { unitMatches } from '../../ui/UnitSelect.tsx'
import type { FieldView, NameOf } from '../fields/view.ts'
import { FieldWidget } from '../widgets/FieldWidget.tsx'
import { RecordSelect, RecordTitle } from '../widgets/Reference.tsx'

interface Props {
  field: FieldView
  is: Operator
  value: Condition['value'] | undefined
  nameOf: NameOf
  onChange: (value: Condition['value'] | undefined, problem?: string) => void
}

/** What a condition compares with: the field's own widget, or several of its words at once. */
export function ValueInput({ field, is, value, nameOf, onChange }: Props): ReactNode {
  if (is === 'empty' || is === 'filled') return null
  if (is === 'contains') {
    return (
      <Input
        aria-label="含有的字"
        placeholder="名称里的几个字"
        maxLength={60}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.target.value.trim() === '' ? undefined : event.target.value)}
      />
    )
  }
  if (is === 'in') return <Several field={field} value={value} nameOf={nameOf} onChange={onChange} />
  return (
    <FieldWidget
      // Another operator is another question: what was typed half does not stay behind.
      key={`${field.name} ${is}`}
      label="值"
      field={field}
      value={(value ?? null) as Value}
      nameOf={nameOf}
      onChange={(next, problem) => onChange(next === null ? undefined : (next as Condition['value']), problem)}
    />
  )
}

function Several({ field, value, nameOf, onChange }: Omit<Props, 'is'>): ReactNode {
  const units = useQuery({ ...unitsQuery, enabled: field.shape.widget === 'unit' })
  const leaders = useQuery({ ...leadersQuery, enabled: field.shape.widget === 'leader' })
  const chosen = (Array.isArray(value) ? value : value === undefined ? [] : [value]) as (string | number)[]
  const keep = (next: readonly (string | number)[]): void => onChange(next.length > 0 ? next : undefined)
  if (field.shape.widget === 'reference') {
    const library = field.shape.target ?? ''
    return (
      <div className="grow">
        {chosen.map((one) => (
          <span key={one} className="row small">
            <RecordTitle library={library} id={Number(one)} name={nameOf(library, Number(one))} />
            <button type="button" className="link" onClick={() => keep(chosen.filter((other) => other !== one))}>
              去掉
            </button>
          </span>
        ))}
        <RecordSelect
          label="值"
          library={library}
          value={null}
          onChange={(next) => next !== null && !chosen.includes(next) && keep([...chosen, next])}
        />
      </div>
    )
  }
  const byId = new Map(units.data?.map((unit) => [unit.id, unit]))
  const options =
    field.shape.widget === 'unit'
      ? (units.data ?? []).map((unit) => ({ value: unit.id, label: unit.name }))
      : field.shape.widget === 'leader'
        ? (leaders.data ?? []).map((l) => ({ value: l.id, label: `${l.post} ${l.name}` }))
        : (field.shape.choices ?? []).map((one) => ({
            value: one,
            label: field.shape.kind === 'choices' ? one : field.field.format(one),
          }))
  return (
    <Select
      aria-label="值"
      className="wide"
      mode="multiple"
      placeholder="可选几个"
      maxCount={100}
      value={chosen}
      options={options as { value: string | number; label: string }[]}
      showSearch={{
        filterOption: (text, option) => {
          const unit = byId.get(Number(option?.value))
          return unit ? unitMatches(unit, text) : String(option?.label ?? '').includes(text.trim())
        },
      }}
      onChange={(next: (string | number)[]) => keep(next)}
    />
  )
}
