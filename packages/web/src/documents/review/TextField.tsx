import { type ReactNode, useRef } from 'react'
import { useFollowing } from '../../ui/following.ts'
import { GrowingText } from '../../ui/GrowingText.tsx'

interface Props {
  id?: string
  label: string
  value: string
  min?: number
  max: number
  placeholder?: string
  onSave: (text: string) => void
}

/** A line that saves when it is left or Enter is pressed; Esc leaves it with the old words. */
export function TextField({ id, label, value, min = 0, max, placeholder, onSave }: Props): ReactNode {
  const [text, setText] = useFollowing(value)
  const dropped = useRef(false)
  const leave = (): void => {
    if (dropped.current) {
      dropped.current = false
      setText(value)
      return
    }
    const next = text.trim()
    if (next === value) return
    if (next.length < min) setText(value)
    else onSave(next)
  }
  return (
    <GrowingText
      {...(id ? { id } : {})}
      {...(placeholder ? { placeholder } : {})}
      aria-label={label}
      maxLength={max}
      value={text}
      onChange={(event) => setText(event.target.value.replace(/\n/g, ''))}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') {
          dropped.current = true
          event.currentTarget.blur()
        }
      }}
    />
  )
}
