import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { ApiError } from '../api/errors.ts'

/** 份号, 内部资料, 明传电报: the gate stops and a person decides. */
export function AskFirst({
  error,
  pending,
  onConfirm,
}: {
  error: ApiError
  pending: boolean
  onConfirm: () => void
}): ReactNode {
  return (
    <div className="note note-warn new-ask" role="alert">
      <b>{error.message}</b>
      <div>{error.why}</div>
      {error.fields.map((field) => (
        <div key={field.path}>· {field.message}</div>
      ))}
      <Button loading={pending} onClick={onConfirm} className="new-confirm">
        我已核对，可以放进本系统
      </Button>
    </div>
  )
}
