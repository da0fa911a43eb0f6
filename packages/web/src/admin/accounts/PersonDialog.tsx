import type { AccountFull } from '@yipanqi/model'
import { Input, Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { patch } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'

/** Name and phone. The phone is written anew: the one that is kept is not shown. */
export function PersonDialog({ account, onClose }: { account: AccountFull; onClose: () => void }): ReactNode {
  const [display, setDisplay] = useState(account.display)
  const [phone, setPhone] = useState('')
  const [tried, setTried] = useState(false)
  const send = useSend((body: object) => patch(`/accounts/${account.id}`, body), { done: '已改', onDone: onClose })
  const wrong = phone.trim() !== '' && !/^\d{5,20}$/.test(phone.trim())
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!display.trim() || wrong) return
    send.mutate({
      version: account.version,
      display: display.trim(),
      ...(phone.trim() ? { phone: phone.trim() } : {}),
    })
  }
  return (
    <Modal open footer={null} onCancel={onClose} width={440} title={`改姓名、手机：${account.display}`}>
      <form onSubmit={submit} noValidate>
        <Field label="姓名" required error={tried && !display.trim() ? '请写姓名' : undefined}>
          {(id) => (
            <Input id={id} value={display} maxLength={30} onChange={(event) => setDisplay(event.target.value)} />
          )}
        </Field>
        <Field
          label="手机"
          error={tried && wrong ? '电话只写数字' : undefined}
          hint={account.phone ? `现在是 ${account.phone}；不填就不改。` : '没有登记。'}
        >
          {(id) => (
            <Input
              id={id}
              value={phone}
              maxLength={20}
              inputMode="numeric"
              onChange={(event) => setPhone(event.target.value)}
            />
          )}
        </Field>
        <SendRow verb="保存" error={send.error} pending={send.isPending} />
      </form>
    </Modal>
  )
}
