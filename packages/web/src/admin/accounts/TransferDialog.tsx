import type { AccountFull } from '@yipanqi/model'
import { Input, Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { PostSelect } from './OpenAccountDialog.tsx'

/** 换岗 (and 重新启用): a proposal that a security administrator grants. */
export function TransferDialog({ account, onClose }: { account: AccountFull; onClose: () => void }): ReactNode {
  const [unit, setUnit] = useState<number | null>(account.unit.id)
  const [role, setRole] = useState(account.post)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const again = account.state === 'left'
  const send = useSend((body: object) => post(`/accounts/${account.id}/actions/transfer`, body), {
    done: '已办，等安全管理员审批',
    onDone: onClose,
  })
  const same = !again && unit === account.unit.id && role === account.post
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (unit !== null && !same) send.mutate({ version: account.version, unit, post: role, note: note.trim() })
  }
  return (
    <Modal
      open
      footer={null}
      onCancel={onClose}
      width={520}
      title={`${again ? '重新启用' : '换岗'}：${account.display}`}
      mask={{ closable: false }}
    >
      <form onSubmit={submit} noValidate>
        <p className="note note-info form-consequence">
          事项跟岗位走，不跟人走。安全管理员审批前，这个账号不能登录
          {again ? '；审批后请再办一次“重置密码”，把设置码交给本人。' : '。'}
        </p>
        <Field label="单位" required error={tried && unit === null ? '请选单位' : undefined}>
          {(id) => <UnitSelect id={id} value={unit} onChange={setUnit} />}
        </Field>
        <Field label="拟任角色" required error={tried && same ? '单位和角色都没有变' : undefined}>
          {(id) => <PostSelect id={id} value={role} onChange={setRole} />}
        </Field>
        <Field label="备注" hint="任职文件的文号。">
          {(id) => <Input id={id} value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        <SendRow verb={again ? '重新启用' : '换岗'} error={send.error} pending={send.isPending} />
      </form>
    </Modal>
  )
}
