import type { MatterDetail } from '@yipanqi/model'
import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { AdjustForm } from './AdjustForm.tsx'
import { ConsentForm } from './ConsentForm.tsx'
import { ReportForm } from './ReportForm.tsx'
import { RequestCloseForm } from './RequestCloseForm.tsx'
import { ReturnForm } from './ReturnForm.tsx'
import { VerifyForm } from './VerifyForm.tsx'
import { canWords, consequence, type MatterAction } from './words.ts'
import './forms.css'

export interface FormProps {
  matter: MatterDetail
  onDone: () => void
}

const forms: Record<Exclude<MatterAction, 'sign'>, (props: FormProps) => ReactNode> = {
  report: ReportForm,
  'request-close': RequestCloseForm,
  verify: VerifyForm,
  return: ReturnForm,
  consent: ConsentForm,
  adjust: AdjustForm,
}

interface Props {
  action: Exclude<MatterAction, 'sign'>
  matter: MatterDetail
  onClose: () => void
}

/** One action, one column, one verb on the button. */
export function ActionDialog({ action, matter, onClose }: Props): ReactNode {
  const Form = forms[action]
  return (
    <Modal open footer={null} onCancel={onClose} width={560} title={canWords[action]} mask={{ closable: false }}>
      <p className="form-about">{matter.title}</p>
      {consequence[action] && <p className="note note-info form-consequence">{consequence[action]}</p>}
      <Form matter={matter} onDone={onClose} />
    </Modal>
  )
}
