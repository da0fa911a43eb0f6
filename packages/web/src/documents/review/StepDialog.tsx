import type { DocumentDetail } from '@yipanqi/model'
import { Input, InputNumber, Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { ApiError } from '../../api/errors.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { useMe } from '../../session/me.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import { onPaperBody, OnPaperFields, type PaperDraft } from '../../ui/OnPaperFields.tsx'
import { missingWords } from './missing.ts'
import { effects, type Step, verbs } from './steps.ts'
import '../../matters/actions/forms.css'

/** The reason beside a title need not say the title again. */
function withoutTitle(why: string, title: string): string {
  return why.replace(`“${title}”`, '')
}

interface Props {
  step: Step
  document: DocumentDetail
  onClose: () => void
  /** Leads to the matter that was refused. */
  onJump: (id: number) => void
}

const done: Record<Step, string> = {
  review: '已核',
  consult: '已发出征求意见',
  'sign-off': '已审定',
  issue: '已印发交办，各单位已收到',
}

export function StepDialog({ step, document: doc, onClose, onJump }: Props): ReactNode {
  const { today } = useMe()
  const [days, setDays] = useState<number | null>(3)
  const [number, setNumber] = useState('')
  const [date, setDate] = useState(today)
  const [paper, setPaper] = useState<PaperDraft | null>(null)
  const [tried, setTried] = useState(false)
  const send = useSend((body: object) => post<DocumentDetail>(`/documents/${doc.id}/actions/${step}`, body), {
    done: done[step],
    onDone: onClose,
  })
  const units = new Set(
    doc.matters.flatMap((m) => [m.lead?.id, ...m.supports.map((s) => s.unit.id)]).filter((id) => id !== undefined),
  )
  const noNumber = step === 'issue' && number.trim().length < 4
  const noSigner = paper !== null && !paper.by.trim()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (noNumber || noSigner) return
    const own = step === 'consult' ? { days: days ?? 3 } : step === 'issue' ? { number: number.trim(), date } : {}
    send.mutate({ version: doc.version, ...own, ...onPaperBody(paper) })
  }
  const lacking = step === 'sign-off' ? doc.matters.filter((m) => missingWords(m).length > 0).length : 0
  const refused = send.error instanceof ApiError ? send.error.items : []
  return (
    <Modal open footer={null} onCancel={onClose} width={560} title={verbs[step]} mask={{ closable: false }}>
      <p className="note note-info form-consequence">{effects[step](units.size)}</p>
      {lacking > 0 && (
        <p className="note note-warn form-consequence">还有 {lacking} 项缺要件，印发前须补齐；最好先补好再审定。</p>
      )}
      <form onSubmit={submit} noValidate>
        {step === 'consult' && (
          <Field label="答复期限（工作日）" hint="一般 2—3 个工作日；逾期不回按无意见。">
            {(id) => <InputNumber id={id} min={1} max={20} precision={0} value={days} onChange={setDays} />}
          </Field>
        )}
        {step === 'issue' && (
          <>
            <Field
              label="发文字号"
              required
              error={tried && noNumber ? '印发须有发文字号' : undefined}
              hint="例如：青委财办〔2026〕6号"
            >
              {(id) => (
                <Input
                  id={id}
                  value={number}
                  onChange={(event) => setNumber(event.target.value)}
                  maxLength={60}
                  autoFocus
                />
              )}
            </Field>
            <Field label="印发日期">
              {(id) => <DateField id={id} value={date} onChange={(next) => setDate(next ?? today)} />}
            </Field>
          </>
        )}
        <OnPaperFields value={paper} onChange={setPaper} />
        {tried && noSigner && <p className="field-error">请写明线下签批人</p>}
        {refused.length > 0 && (
          <div className="note note-warn form-consequence">
            <b>
              这 {refused.length} 项还不能{step === 'issue' ? '印发，点开去补' : '往下走，点开去看'}
            </b>
            <ul>
              {refused.map((item) => (
                <li key={item.id}>
                  <button type="button" className="link refused-jump" onClick={() => onJump(item.id)}>
                    {item.title}
                  </button>
                  <span className="mute">　{withoutTitle(item.why, item.title)}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        <SendRow verb={verbs[step]} error={refused.length > 0 ? null : send.error} pending={send.isPending} />
      </form>
    </Modal>
  )
}
