import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMe } from '../../session/me.ts'
import { cellText, figureText } from '../fields/view.ts'
import type { WidgetProps } from './widget.ts'

/**
 * Whatever is typed as one text and read by its kind: figures (1,234.5万, 一千二), codes, names, places. What was
 * understood is said back beneath when it differs from what was typed.
 */
export function Typed({ id, label, field, value, onChange }: WidgetProps): ReactNode {
  const { today } = useMe()
  const [text, setText] = useState(() => cellText(field, value))
  const [said, setSaid] = useState('')
  const unit = field.field.unit ?? field.shape.unit
  const read = (typed: string): void => {
    setText(typed)
    const parsed = field.field.parse({ text: typed }, { today, find: () => null })
    if (!parsed.ok) {
      setSaid('')
      return onChange(value, parsed.message)
    }
    const words = parsed.value === null ? '' : figureText(field, parsed.value)
    setSaid(parsed.warning ?? (words && plain(words) !== plain(typed) && unit ? `即 ${words}` : ''))
    onChange(parsed.value)
  }
  const wide = !unit
  return (
    <>
      <Input
        {...(id ? { id } : {})}
        aria-label={label}
        className={wide ? undefined : 'typed-figure'}
        value={text}
        maxLength={400}
        autoComplete="off"
        inputMode={field.shape.kind === 'integer' || field.shape.kind === 'year' ? 'numeric' : 'text'}
        {...(unit ? { suffix: unit } : {})}
        onChange={(event) => read(event.target.value)}
        onBlur={() => {
          // Shown as the ledger will show it; what could not be read stays as it was typed.
          const parsed = field.field.parse({ text }, { today, find: () => null })
          if (parsed.ok) setText(cellText(field, parsed.value))
        }}
      />
      {said && <div className="typed-said">{said}</div>}
    </>
  )
}

const plain = (text: string): string => text.replace(/[\s,，]/g, '').replace(/[^\d.-]+$/, '')
