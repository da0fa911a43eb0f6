import { type ReactNode, useId } from 'react'

interface Props {
  label: string
  /** Why it is asked, or what it changes. */
  hint?: ReactNode
  error?: string | undefined
  required?: boolean
  children: (id: string) => ReactNode
}

/** One question of a form: label above, the reason beneath, the mistake in words. */
export function Field({ label, hint, error, required, children }: Props): ReactNode {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && <span className="field-must"> 必填</span>}
      </label>
      {children(id)}
      {error ? (
        <div className="field-error" role="alert">
          {error}
        </div>
      ) : (
        hint && <div className="field-hint">{hint}</div>
      )}
    </div>
  )
}
