import type { AccountCode } from '@yipanqi/model'
import { posts, postWords, type Post } from '@yipanqi/model/words.ts'
import { Input, Modal, Select } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { CodeNote } from './CodeNote.tsx'

/** 开账号: who, where, as what. The one-time code is shown once; the person alone chooses the password. */
export function OpenAccountDialog({ onClose }: { onClose: () => void }): ReactNode {
  const [name, setName] = useState('')
  const [display, setDisplay] = useState('')
  const [phone, setPhone] = useState('')
  const [unit, setUnit] = useState<number | null>(null)
  const [role, setRole] = useState<Post | null>(null)
  const [tried, setTried] = useState(false)
  const send = useSend((body: object) => post<AccountCode>('/accounts', body), { done: '已开账号，等安全管理员审批' })
  const faults: Record<string, string> = {
    ...(/^[a-z0-9][a-z0-9._-]{1,62}$/.test(name.trim().toLowerCase())
      ? {}
      : { name: '用小写字母、数字、点、横线，2 到 63 个字符' }),
    ...(display.trim() ? {} : { display: '请写姓名' }),
    ...(phone.trim() === '' || /^\d{5,20}$/.test(phone.trim()) ? {} : { phone: '电话只写数字' }),
    ...(unit === null ? { unit: '请选单位' } : {}),
    ...(role === null ? { role: '请选角色' } : {}),
  }
  const shown = tried ? faults : {}
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(faults).length > 0) return
    send.mutate({
      name: name.trim().toLowerCase(),
      display: display.trim(),
      unit,
      post: role,
      ...(phone.trim() ? { phone: phone.trim() } : {}),
    })
  }
  return (
    <Modal open footer={null} onCancel={onClose} width={560} title="开账号" mask={{ closable: false }}>
      {send.data ? (
        <CodeNote result={send.data} onClose={onClose} />
      ) : (
        <form onSubmit={submit} noValidate>
          <p className="note note-info form-consequence">一人一号，不共用。角色是拟任，由安全管理员审批时定。</p>
          <div className="form-columns">
            <Field label="姓名" required error={shown['display']}>
              {(id) => (
                <Input id={id} value={display} maxLength={30} onChange={(event) => setDisplay(event.target.value)} />
              )}
            </Field>
            <Field label="登录账号" required error={shown['name']} hint="一般用姓名全拼，重名的加单位缩写。">
              {(id) => (
                <Input
                  id={id}
                  value={name}
                  maxLength={63}
                  autoComplete="off"
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
            <Field label="单位" required error={shown['unit']}>
              {(id) => <UnitSelect id={id} value={unit} onChange={setUnit} />}
            </Field>
            <Field label="拟任角色" required error={shown['role']}>
              {(id) => <PostSelect id={id} value={role} onChange={setRole} />}
            </Field>
            <Field label="手机" error={shown['phone']} hint="可以不填；加密存放，列表里只显示后四位。">
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
          </div>
          <SendRow verb="开账号" error={send.error} pending={send.isPending} />
        </form>
      )}
    </Modal>
  )
}

export function PostSelect({
  id,
  value,
  onChange,
}: {
  id: string
  value: Post | null
  onChange: (next: Post) => void
}): ReactNode {
  return (
    <Select
      id={id}
      className="wide"
      value={value}
      placeholder="选角色"
      options={posts.map((p) => ({ value: p, label: postWords[p] }))}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(next: Post) => onChange(next)}
    />
  )
}
