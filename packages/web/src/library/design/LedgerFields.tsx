import type { OwnDefinition } from '@yipanqi/model/libraries/own/definition.ts'
import { Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { Field } from '../../ui/Field.tsx'

interface Props {
  content: OwnDefinition
  groups: readonly string[]
  /** Records may exist: what tells them apart and who reads them stands. */
  fixed: boolean
  told: Readonly<Record<string, string>>
  onChange: (next: OwnDefinition) => void
}

/** What the ledger is called, what one record is, who reads it, by what a record is known. */
export function LedgerFields({ content, groups, fixed, told, onChange }: Props): ReactNode {
  const set = (part: Partial<OwnDefinition>): void => onChange({ ...content, ...part })
  const live = content.fields.filter((f) => !f.retired && f.label.trim() !== '')
  const options = live.map((f) => ({ value: f.name, label: f.label }))
  return (
    <section className="card own-card own-pad" aria-labelledby="own-what">
      <h2 className="own-h" id="own-what">
        这本台账
      </h2>
      <div className="own-two">
        <Field label="台账名称" required error={told['name']}>
          {(id) => (
            <Input
              id={id}
              value={content.name}
              maxLength={20}
              placeholder="撂荒地整治台账"
              onChange={(e) => set({ name: e.target.value })}
            />
          )}
        </Field>
        <Field label="归类" required error={told['group']}>
          {(id) => (
            <Select
              id={id}
              className="wide"
              value={content.group}
              options={groups.map((g) => ({ value: g, label: g }))}
              onChange={(group: string) => set({ group })}
            />
          )}
        </Field>
        <Field label="一条记录叫什么" required error={told['noun']}>
          {(id) => (
            <Input
              id={id}
              value={content.noun}
              maxLength={10}
              placeholder="地块"
              onChange={(e) => set({ noun: e.target.value })}
            />
          )}
        </Field>
        <Field label="量词" required error={told['measure']}>
          {(id) => (
            <Input
              id={id}
              value={content.measure}
              maxLength={4}
              placeholder="块"
              onChange={(e) => set({ measure: e.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label="用途" required error={told['purpose']} hint="一句话：登记什么、给谁用。">
        {(id) => (
          <Input id={id} value={content.purpose} maxLength={120} onChange={(e) => set({ purpose: e.target.value })} />
        )}
      </Field>
      <Field
        label="按哪几栏认记录"
        required
        error={told['key']}
        hint={fixed ? '已经定了，不能换。' : '这几栏都相同就是同一条；导入时照它更新。最多 3 栏。'}
      >
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            className="wide"
            maxCount={3}
            disabled={fixed}
            value={content.key}
            options={options}
            onChange={(key: string[]) => set({ key })}
          />
        )}
      </Field>
      <Field label="清单先显示哪几栏" error={told['columns']} hint="不选就按栏目的顺序，最多 6 栏。">
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            className="wide"
            maxCount={6}
            value={content.columns}
            options={options}
            onChange={(columns: string[]) => set({ columns })}
          />
        )}
      </Field>
      <div className="field">
        <span id="own-open-label">谁能看</span>
        <Radio.Group
          aria-labelledby="own-open-label"
          disabled={fixed}
          value={content.open}
          onChange={(event) => set({ open: event.target.value as boolean })}
          options={[
            { value: false, label: '起草单位、财经办和记录里写到的单位' },
            { value: true, label: '全县各单位' },
          ]}
        />
        {told['open'] && <div className="field-error">{told['open']}</div>}
      </div>
    </section>
  )
}
