import type { OwnList } from '@yipanqi/model/libraries/own/api.ts'
import { areaMeasures, moneyMeasures } from '@yipanqi/model/libraries/own/kinds.ts'
import { Checkbox, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { type OwnField, readChoices } from './content.ts'

interface Props {
  field: OwnField
  list: OwnList
  inForce: boolean
  onChange: (next: OwnField) => void
}

/** What the chosen kind needs to know beside its name. */
export function KindOptions({ field, list, inForce, onChange }: Props): ReactNode {
  const name = field.label || '这一栏'
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return <Choices field={field} name={name} onChange={onChange} />
    case 'money':
    case 'area':
      return (
        <Select
          className="own-edit-kind"
          aria-label={`“${name}”的计量单位`}
          value={field.measure ?? null}
          options={(field.kind === 'money' ? moneyMeasures : areaMeasures).map((m) => ({
            value: m,
            label: `按${m}填`,
          }))}
          onChange={(measure: string) => onChange({ ...field, measure })}
        />
      )
    case 'integer':
    case 'decimal':
      return (
        <Input
          className="own-edit-kind"
          aria-label={`“${name}”的计量单位`}
          placeholder="计量单位，如 人、吨"
          value={field.measure ?? ''}
          maxLength={6}
          onChange={(event) => onChange({ ...field, measure: event.target.value })}
        />
      )
    case 'reference':
      return (
        <Select
          className="wide"
          aria-label={`“${name}”引用哪本台账`}
          placeholder="引用哪本台账"
          disabled={inForce}
          value={field.target ?? null}
          options={list.targets.map((t) => ({ value: t.id, label: t.name }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(target: string) => onChange({ ...field, target })}
        />
      )
    case 'unit':
      return (
        <Checkbox
          checked={field.sees ?? false}
          disabled={inForce}
          onChange={(event) => onChange({ ...field, sees: event.target.checked })}
        >
          填到的单位能看、能改这条记录
        </Checkbox>
      )
    default:
      return null
  }
}

/** Written freely and read when one leaves it: a list that is cut at each key cannot be typed. */
function Choices({ field, name, onChange }: { field: OwnField; name: string; onChange: Props['onChange'] }): ReactNode {
  const [text, setText] = useState((field.choices ?? []).join('、'))
  return (
    <Input
      aria-label={`“${name}”的选项`}
      placeholder="选项，用顿号隔开，如 缺劳力、缺水源"
      value={text}
      maxLength={1000}
      onChange={(event) => {
        setText(event.target.value)
        onChange({ ...field, choices: readChoices(event.target.value) })
      }}
      onBlur={() => setText((field.choices ?? []).join('、'))}
    />
  )
}
