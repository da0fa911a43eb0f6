import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMe } from '../../session/me.ts'
import type { WidgetProps } from './widget.ts'

/** A sealed number: what is there is not shown, so it is either kept or written anew in full. */
export function Secret({ id, label, field, value, onChange }: WidgetProps): ReactNode {
  const { today } = useMe()
  const [first] = useState(value)
  const [anew, setAnew] = useState(first === null)
  const [text, setText] = useState('')
  if (!anew && first !== null) {
    return (
      <div className="row">
        <span>{String(first)}</span>
        <Button {...(id ? { id } : {})} onClick={() => setAnew(true)} aria-label={`改${field.label}`}>
          改
        </Button>
      </div>
    )
  }
  const read = (typed: string): void => {
    setText(typed)
    const parsed = field.field.parse({ text: typed }, { today, find: () => null })
    if (parsed.ok) onChange(parsed.value ?? (first !== null && typed === '' ? null : parsed.value))
    else onChange(value, parsed.message)
  }
  return (
    <div className="row">
      <Input
        {...(id ? { id } : {})}
        aria-label={label}
        className="grow"
        value={text}
        maxLength={40}
        autoComplete="off"
        placeholder={first === null ? '' : '写新的全号；留空就是删去'}
        onChange={(event) => read(event.target.value)}
      />
      {first !== null && (
        <Button
          onClick={() => {
            setAnew(false)
            setText('')
            onChange(first)
          }}
        >
          不改了
        </Button>
      )}
    </div>
  )
}
