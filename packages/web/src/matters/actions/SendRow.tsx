import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ErrorNote } from '../../ui/Notes.tsx'
import './forms.css'

interface Props {
  verb: string
  error: unknown
  pending: boolean
  danger?: boolean
  disabled?: boolean
  /** Why the button is not ready yet. */
  hint?: string | undefined
  children?: ReactNode
}

/** The foot of a form: what went wrong, then the one verb. */
export function SendRow({ verb, error, pending, danger = false, disabled = false, hint, children }: Props): ReactNode {
  return (
    <>
      {error ? <ErrorNote error={error} /> : null}
      <div className="row form-foot">
        <Button type="primary" size="large" htmlType="submit" danger={danger} loading={pending} disabled={disabled}>
          {verb}
        </Button>
        {children}
        {hint && <span className="field-hint">{hint}</span>}
      </div>
    </>
  )
}
