import type { OwnList } from '@yipanqi/model/libraries/own/api.ts'
import { ownKinds, ownKindWords } from '@yipanqi/model/libraries/own/kinds.ts'
import type { Finding } from '@yipanqi/model/libraries/own/review.ts'
import { Button, Checkbox, Input, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import type { OwnField } from './content.ts'
import { referring, withKind } from './content.ts'
import { FindingList } from './FindingList.tsx'
import { KindOptions } from './KindOptions.tsx'

interface Props {
  field: OwnField
  inForce: boolean
  isTitle: boolean
  /** On a shipped ledger: kinds that have no room there are not offered. */
  extra: boolean
  list: OwnList
  findings: readonly Finding[]
  problems: readonly string[]
  onChange: (next: OwnField) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

const notOnShipped = new Set(['files', 'point'])

/** One field of the ledger: its name, its kind, why it is asked, and what the review says of it. */
export function FieldEditor({
  field,
  inForce,
  isTitle,
  extra,
  list,
  findings,
  problems,
  onChange,
  onMove,
  onRemove,
}: Props): ReactNode {
  const id = useId()
  const name = field.label.trim() || '未命名的栏'
  // A field in force keeps its kind, and the name of a record is its own.
  const referable =
    inForce || isTitle
      ? []
      : findings.filter((f) => f.answer === 'open' && list.targets.some((t) => t.id === f.library))
  const kinds = ownKinds.filter((kind) => !extra || !notOnShipped.has(kind))
  if (field.retired)
    return (
      <div className="own-edit own-field-retired">
        <span className="grow">{name}（停用）：不再填，已填的还在</span>
        <button type="button" className="link" onClick={onRemove}>
          恢复这一栏
        </button>
      </div>
    )
  return (
    <fieldset className="own-edit" aria-label={name}>
      <div className="own-edit-line">
        <Input
          className="own-edit-label"
          aria-label="栏目名"
          placeholder="栏目名"
          value={field.label}
          maxLength={30}
          onChange={(event) => onChange({ ...field, label: event.target.value })}
        />
        <Select
          className="own-edit-kind"
          aria-label={`“${name}”的类型`}
          value={field.kind}
          disabled={inForce || isTitle}
          showSearch={{ optionFilterProp: 'label' }}
          options={kinds.map((kind) => ({ value: kind, label: ownKindWords[kind] }))}
          onChange={(kind: OwnField['kind']) => onChange(withKind(field, kind))}
        />
        <Checkbox
          checked={field.required}
          disabled={isTitle}
          onChange={(event) => onChange({ ...field, required: event.target.checked })}
        >
          必填
        </Checkbox>
        <span className="own-edit-acts">
          <button type="button" className="link" aria-label={`上移${name}`} onClick={() => onMove(-1)}>
            上移
          </button>
          <button type="button" className="link" aria-label={`下移${name}`} onClick={() => onMove(1)}>
            下移
          </button>
          {!isTitle && (
            <button type="button" className="link" onClick={onRemove}>
              {inForce ? '停用' : '删去'}
              <span className="sr">{name}</span>
            </button>
          )}
        </span>
      </div>
      <KindOptions field={field} list={list} inForce={inForce} onChange={onChange} />
      <Input
        aria-label={`“${name}”的填写说明`}
        placeholder="填写说明：为什么要填、怎么填（显示在栏目下面）"
        value={field.help}
        maxLength={120}
        onChange={(event) => onChange({ ...field, help: event.target.value })}
      />
      {isTitle && <p className="small mute">这一栏作记录的名称。</p>}
      {findings.length > 0 && (
        <div className="own-review" role="status">
          <FindingList findings={findings} because="" />
          {findings.some((f) => f.answer !== 'refers') && (
            <>
              <span className="own-refer">
                {referable.map((f) => (
                  <Button key={f.library} size="small" onClick={() => onChange(referring(field, f.library))}>
                    引用{f.libraryName}
                  </Button>
                ))}
              </span>
              <label htmlFor={id} className="small">
                {referable.length > 0 ? '点上面改为引用，不用再填；' : '请去掉这一栏；'}确实还要填的，写明理由：
              </label>
              <Input
                id={id}
                value={field.because}
                maxLength={200}
                onChange={(event) => onChange({ ...field, because: event.target.value })}
              />
            </>
          )}
        </div>
      )}
      {problems.map((problem) => (
        <div key={problem} className="field-error" role="alert">
          {problem}
        </div>
      ))}
    </fieldset>
  )
}
