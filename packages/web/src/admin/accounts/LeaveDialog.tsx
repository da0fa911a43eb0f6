import type { AccountFull, HandOverPreview } from '@yipanqi/model'
import { postWords } from '@yipanqi/model/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Input, Modal, Select } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'
import { ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { handOverQuery } from '../queries.ts'

interface Props {
  account: AccountFull
  verb: 'leave' | 'hand-over'
  onClose: () => void
}

/** 交接 and 离岗: says truthfully what goes with the person and what stays with unit and post. */
export function LeaveDialog({ account, verb, onClose }: Props): ReactNode {
  const query = useQuery(handOverQuery(account.id))
  const leaving = verb === 'leave'
  return (
    <Modal
      open
      footer={null}
      onCancel={onClose}
      width={600}
      title={`${leaving ? '离岗' : '交接'}：${account.display}`}
      mask={{ closable: false }}
    >
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting what="名下的事" />}
      {query.data && <Form account={account} verb={verb} work={query.data} onClose={onClose} />}
    </Modal>
  )
}

function Form({ account, verb, work, onClose }: Props & { work: HandOverPreview }): ReactNode {
  const leaving = verb === 'leave'
  const [to, setTo] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const send = useSend(
    () =>
      post(`/accounts/${account.id}/actions/${verb}`, {
        version: account.version,
        to,
        ...(leaving ? { note: note.trim() } : {}),
      }),
    { done: leaving ? '已离岗，账号停用' : '已交接', onDone: onClose },
  )
  const must = work.moves.length > 0 || !leaving
  const missing = must && to === null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!missing) send.mutate()
  }
  if (!leaving && work.moves.length === 0)
    return (
      <>
        <p>名下没有随人走的事，不用交接。</p>
        <Stays work={work} />
      </>
    )
  return (
    <form onSubmit={submit} noValidate>
      {leaving && (
        <p className="note note-warn form-consequence">
          离岗后，登录马上失效，密码和两步验证作废；办过的事仍记在本人名下。
        </p>
      )}
      {work.warnings.map((warning) => (
        <p key={warning} className="note note-warn form-consequence">
          {warning}
        </p>
      ))}
      <Lines title="随人转给接手人" lines={work.moves} empty="没有，不用指定接手人。" />
      <Stays work={work} />
      {must && (
        <Field
          label="接手人"
          required
          error={tried && missing ? '请选接手人' : undefined}
          hint={`要是在用的${postWords[account.post]}账号`}
        >
          {(id) => (
            <Select
              id={id}
              className="wide"
              value={to}
              placeholder="选接手的账号"
              notFoundContent="没有同一角色的在用账号，请先开一个"
              options={work.candidates.map((c) => ({
                value: c.id,
                label: `${c.display}（${c.unit.short}，${c.name}）`,
              }))}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(next: number) => setTo(next)}
            />
          )}
        </Field>
      )}
      {leaving && (
        <Field label="备注" hint="例如：调离、退休、产假、挂职结束。">
          {(id) => <Input id={id} value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />}
        </Field>
      )}
      <SendRow
        verb={leaving ? (must ? '交接并离岗' : '离岗') : '交接'}
        danger={leaving}
        error={send.error}
        pending={send.isPending}
      />
    </form>
  )
}

function Stays({ work }: { work: HandOverPreview }): ReactNode {
  return <Lines title="不动" lines={work.stays} empty="没有。" />
}

function Lines({ title, lines, empty }: { title: string; lines: HandOverPreview['moves']; empty: string }): ReactNode {
  return (
    <>
      <h3 className="admin-part">{title}</h3>
      {lines.length === 0 ? (
        <p className="mute">{empty}</p>
      ) : (
        <ul className="plain-list">
          {lines.map((line) => (
            <li key={line.what}>
              {line.what} <b>{line.count}</b> {line.measure}
              <span className="mute small">　{line.why}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
