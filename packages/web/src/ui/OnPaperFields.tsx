import { Checkbox, Input } from 'antd'
import type { ReactNode } from 'react'
import { useMe } from '../session/me.ts'
import { DateField } from './DateField.tsx'
import { Field } from './Field.tsx'

export interface PaperDraft {
  number: string
  by: string
  date: string
}

/** `{onPaper: …}` for the body, or nothing where it was not signed on paper. */
export function onPaperBody(paper: PaperDraft | null): {
  onPaper?: { number: string | null; by: string; date: string }
} {
  if (!paper) return {}
  return { onPaper: { number: paper.number.trim() || null, by: paper.by.trim(), date: paper.date } }
}

/** 已线下签批: what was signed on paper is recorded in one step, never done twice. */
export function OnPaperFields({
  value,
  onChange,
}: {
  value: PaperDraft | null
  onChange: (value: PaperDraft | null) => void
}): ReactNode {
  const me = useMe()
  return (
    <div className="on-paper">
      <Checkbox
        checked={value !== null}
        onChange={(event) => onChange(event.target.checked ? { number: '', by: '', date: me.today } : null)}
      >
        已线下签批，在此补录
      </Checkbox>
      {value && (
        <div className="on-paper-fields">
          <Field label="签批人" required hint={`代录人自动记为 ${me.account.display}`}>
            {(id) => (
              <Input
                id={id}
                value={value.by}
                onChange={(event) => onChange({ ...value, by: event.target.value })}
                maxLength={60}
              />
            )}
          </Field>
          <Field label="签批日期">
            {(id) => (
              <DateField
                id={id}
                value={value.date}
                onChange={(date) => onChange({ ...value, date: date ?? me.today })}
                max={me.today}
              />
            )}
          </Field>
          <Field label="文号或件号" hint="没有可以不填。">
            {(id) => (
              <Input
                id={id}
                value={value.number}
                onChange={(event) => onChange({ ...value, number: event.target.value })}
                maxLength={60}
              />
            )}
          </Field>
        </div>
      )}
    </div>
  )
}
