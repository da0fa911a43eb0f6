import { type ComponentProps, type ReactNode, useLayoutEffect, useRef } from 'react'

/**
 * A text field as high as its words. (Ant Design's own writes style attributes, which the page's policy refuses, and
 * leaves a hidden twin that keyboards stumble over.)
 */
export function GrowingText(props: ComponentProps<'textarea'>): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null)
  const measured = useRef<typeof props.value | null>(null)
  useLayoutEffect(() => {
    const element = field.current
    // To measure lays the whole page out: only when the words have changed.
    if (!element || measured.current === props.value) return
    measured.current = props.value
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  })
  return <textarea rows={1} {...props} ref={field} className="growing" />
}
