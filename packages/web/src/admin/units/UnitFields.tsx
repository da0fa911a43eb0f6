import { unitKinds } from '@yipanqi/model/people/words.ts'
import { Checkbox, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { Field } from '../../ui/Field.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import type { HeirDraft, UnitDraft } from './unit-draft.ts'

type Faults = Readonly<Record<string, string>>

/** What a new unit is asked for. */
export function UnitFields({
  value,
  onChange,
  faults,
}: {
  value: UnitDraft
  onChange: (next: UnitDraft) => void
  faults: Faults
}): ReactNode {
  const set = (part: Partial<UnitDraft>): void => onChange({ ...value, ...part })
  return (
    <>
      <div className="form-columns">
        <Field label="规范全称" required error={faults['name']}>
          {(id) => (
            <Input id={id} value={value.name} maxLength={60} onChange={(event) => set({ name: event.target.value })} />
          )}
        </Field>
        <Field label="简称" required error={faults['short']}>
          {(id) => (
            <Input
              id={id}
              value={value.short}
              maxLength={20}
              onChange={(event) => set({ short: event.target.value })}
            />
          )}
        </Field>
        <Field label="性质" required error={faults['kind']}>
          {(id) => <KindSelect id={id} value={value.kind} onChange={(kind) => set({ kind })} />}
        </Field>
        <Field label="上级单位" hint="上级能看到下级的事项；县直单位不填。">
          {(id) => <UnitSelect id={id} value={value.parent} onChange={(parent) => set({ parent })} />}
        </Field>
      </div>
      <Checkbox checked={value.mayLead} onChange={(event) => set({ mayLead: event.target.checked })}>
        可以牵头（垂管、法院、统计等只能请配合的不勾）
      </Checkbox>
    </>
  )
}

export function KindSelect({
  id,
  value,
  onChange,
}: {
  id: string
  value: string | null
  onChange: (next: string | null) => void
}): ReactNode {
  return (
    <Select
      id={id}
      className="wide"
      value={value}
      placeholder="选性质"
      options={unitKinds.map((kind) => ({ value: kind, label: kind }))}
      onChange={(next: string) => onChange(next)}
    />
  )
}

/** 承接单位: one of the directory, or one that the same change opens. */
export function HeirFields({
  value,
  onChange,
  faults,
}: {
  value: HeirDraft
  onChange: (next: HeirDraft) => void
  faults: Faults
}): ReactNode {
  return (
    <>
      <Radio.Group
        className="heir-kind"
        value={value.mode}
        onChange={(event) => onChange({ ...value, mode: event.target.value as HeirDraft['mode'] })}
        options={[
          { value: 'existing', label: '现有单位' },
          { value: 'new', label: '新设单位' },
        ]}
      />
      {value.mode === 'existing' ? (
        <Field label="承接单位" required error={faults['unit']}>
          {(id) => <UnitSelect id={id} value={value.unit} onChange={(unit) => onChange({ ...value, unit })} />}
        </Field>
      ) : (
        <UnitFields value={value.open} onChange={(open) => onChange({ ...value, open })} faults={faults} />
      )}
    </>
  )
}
