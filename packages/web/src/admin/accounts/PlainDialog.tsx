import type { AccountCode, AccountFull } from '@yipanqi/model'
import { Input, Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'
import { CodeNote } from './CodeNote.tsx'

type Verb = 'reset-password' | 'suspend' | 'unlock' | 'reset-second-factor'

const words: Record<Verb, { title: string; about: string; done: string }> = {
  'reset-password': {
    title: '重置密码',
    about: '原来的密码马上作废，已登录的地方都退出；会得到一个新的设置码，当面交给本人。',
    done: '密码已重置',
  },
  suspend: { title: '暂停', about: '马上退出登录，再用要重新审批。', done: '已暂停' },
  unlock: { title: '解锁', about: '因密码输错的暂停马上解除；密码不变。', done: '已解锁' },
  'reset-second-factor': {
    title: '重置两步验证',
    about: '手机丢了或换了才办：请当面核对本人。原来的验证码和恢复码作废，下次登录重新绑定。',
    done: '已重置，下次登录重新绑定',
  },
}

/** Actions that ask for nothing but a yes (and a reason where somebody is shut out). */
export function PlainDialog({
  account,
  verb,
  onClose,
}: {
  account: AccountFull
  verb: Verb
  onClose: () => void
}): ReactNode {
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const { title, about, done } = words[verb]
  const send = useSend(
    (body: object) => post<AccountCode | AccountFull>(`/accounts/${account.id}/actions/${verb}`, body),
    { done, onDone: () => verb !== 'reset-password' && onClose() },
  )
  const asks = verb === 'suspend'
  const missing = asks && note.trim().length < 2
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!missing) send.mutate({ version: account.version, ...(asks ? { note: note.trim() } : {}) })
  }
  const result = send.data && 'code' in send.data ? send.data : null
  return (
    <Modal
      open
      footer={null}
      onCancel={onClose}
      width={480}
      title={`${title}：${account.display}`}
      mask={{ closable: false }}
    >
      {result ? (
        <CodeNote result={result} onClose={onClose} />
      ) : (
        <form onSubmit={submit} noValidate>
          <p className="note note-info form-consequence">{about}</p>
          {asks && (
            <Field label="原因" required error={tried && missing ? '请写原因' : undefined}>
              {(id) => <Input id={id} value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />}
            </Field>
          )}
          <SendRow verb={title} danger={asks} error={send.error} pending={send.isPending} />
        </form>
      )}
    </Modal>
  )
}
