import type { Condition } from '@yipanqi/model/libraries/filter.ts'
import type { Operator } from '@yipanqi/model/libraries/field.ts'
import { Button, Select } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { FieldView, LibraryView, NameOf } from '../fields/view.ts'
import { type Join, joinWords, other } from '../question/edit.ts'
import { operatorWords } from '../question/words.ts'
import { askable, askableFields } from './operators.ts'
import { ValueInput } from './ValueInput.tsx'

/** A condition being made: nothing is asked of the server before it is whole. */
interface Draft {
  readonly key: number
  readonly field: FieldView | undefined
  readonly is: Operator
  readonly value: Condition['value'] | undefined
  readonly problem?: string | undefined
}

const whole = (draft: Draft): boolean =>
  draft.field !== undefined &&
  draft.problem === undefined &&
  (draft.is === 'empty' || draft.is === 'filled' || draft.value !== undefined)

interface Props {
  library: LibraryView
  nameOf: NameOf
  /** How the parts of the filter are joined: within one part it is the other word. */
  join: Join
  part: readonly Condition[]
  onDone: (part: readonly Condition[]) => void
  onClose: () => void
}

/** One part of a filter: a condition, and alternatives to it. */
export function PartEditor({ library, nameOf, join, part, onDone, onClose }: Props): ReactNode {
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => {
    const known = part.map((c, key) => draftOf(library, c, key))
    return known.length > 0 ? known : [{ key: 0, field: undefined, is: 'in', value: undefined }]
  })
  const [tried, setTried] = useState(false)
  const change = (key: number, next: Partial<Draft>): void =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...next } : draft)))
  const ready = drafts.every(whole)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!ready) return
    onDone(
      drafts.map(({ field, is, value }) => ({
        field: field?.name ?? '',
        is,
        ...(value === undefined || is === 'empty' || is === 'filled' ? {} : { value }),
      })),
    )
  }
  return (
    <form className="part-editor" onSubmit={submit} aria-label="筛选条件">
      {drafts.map((draft, index) => (
        <Line
          key={draft.key}
          library={library}
          nameOf={nameOf}
          draft={draft}
          before={index === 0 ? null : joinWords[other(join)]}
          tried={tried}
          onChange={(next) => change(draft.key, next)}
          onRemove={drafts.length > 1 ? () => setDrafts(drafts.filter((d) => d.key !== draft.key)) : null}
        />
      ))}
      <div className="row part-foot">
        <Button type="primary" htmlType="submit">
          筛选
        </Button>
        <Button onClick={onClose}>取消</Button>
        <button
          type="button"
          className="link"
          onClick={() =>
            setDrafts([
              ...drafts,
              {
                key: Math.max(...drafts.map((d) => d.key)) + 1,
                field: drafts.at(-1)?.field,
                is: drafts.at(-1)?.is ?? 'in',
                value: undefined,
              },
            ])
          }
        >
          加一个“{joinWords[other(join)]}”的条件
        </button>
      </div>
    </form>
  )
}

/** A condition as it stands; `eq` of a word from a list is edited as 是 of one. */
function draftOf(library: LibraryView, { field: name, is, value }: Condition, key: number): Draft {
  const field = library.find(name)
  const asList = is === 'eq' && field !== undefined && askable(field).includes('in')
  if (!asList || value === undefined) return { key, field, is, value }
  return { key, field, is: 'in', value: [value as string | number] }
}

interface LineProps {
  library: LibraryView
  nameOf: NameOf
  draft: Draft
  before: string | null
  tried: boolean
  onChange: (next: Partial<Draft>) => void
  onRemove: (() => void) | null
}

function Line({ library, nameOf, draft, before, tried, onChange, onRemove }: LineProps): ReactNode {
  const fields = askableFields(library)
  const sections = [...new Set(fields.map((f) => f.shape.section ?? '常用'))]
  const ways = draft.field ? askable(draft.field) : []
  const way = ways.includes(draft.is) ? draft.is : ways[0]
  return (
    <div className="part-line">
      {before && <b className="part-join">{before}</b>}
      <Select
        aria-label="栏目"
        className="part-field"
        placeholder="选栏目"
        autoFocus={draft.field === undefined}
        defaultOpen={draft.field === undefined}
        showSearch={{ optionFilterProp: 'label' }}
        value={draft.field?.name ?? null}
        options={sections.map((section) => ({
          label: section,
          options: fields
            .filter((f) => (f.shape.section ?? '常用') === section)
            .map((f) => ({ value: f.name, label: f.label })),
        }))}
        onChange={(name: string) => {
          const field = library.find(name)
          onChange({ field, is: (field && askable(field)[0]) ?? 'in', value: undefined, problem: undefined })
        }}
      />
      {draft.field && way && (
        <Select
          aria-label="怎样比"
          className="part-way"
          value={way}
          options={ways.map((is) => ({ value: is, label: operatorWords(draft.field as FieldView, is) }))}
          onChange={(is: Operator) => onChange({ is, value: undefined, problem: undefined })}
        />
      )}
      <div className="part-value">
        {draft.field && way && (
          <ValueInput
            field={draft.field}
            is={way}
            value={draft.value}
            nameOf={nameOf}
            onChange={(value, problem) => onChange({ is: way, value, problem })}
          />
        )}
        {tried && !whole(draft) && (
          <div className="field-error" role="alert">
            {draft.problem ?? (draft.field ? '还没有写值' : '还没有选栏目')}
          </div>
        )}
      </div>
      {onRemove && (
        <button type="button" className="link" onClick={onRemove} aria-label="去掉这一条">
          去掉
        </button>
      )}
    </div>
  )
}
