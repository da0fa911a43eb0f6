import { type ReactNode, useState } from 'react'
import { useMe } from '../../session/me.ts'
import { GrowingText } from '../../ui/GrowingText.tsx'
import type { WidgetProps } from './widget.ts'

/** Text of several lines; also an outline, pasted as the surveyor's text. */
export function LongText({ id, label, field, value, onChange }: WidgetProps): ReactNode {
  const { today } = useMe()
  const [text, setText] = useState(() =>
    value === null ? '' : String(field.field.toCell?.(value) ?? field.field.format(value)),
  )
  return (
    <GrowingText
      {...(id ? { id } : {})}
      aria-label={label}
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        const parsed = field.field.parse({ text: event.target.value }, { today, find: () => null })
        if (parsed.ok) onChange(parsed.value)
        else onChange(value, parsed.message)
      }}
    />
  )
}
