import { Link } from '@tanstack/react-router'
import type { OwnDetail } from '@yipanqi/model/libraries/own/api.ts'
import { Button, Input, Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { ErrorNote } from '../../ui/Notes.tsx'
import { Field } from '../../ui/Field.tsx'
import { at } from './api.ts'
import { RenewDialog } from './RenewDialog.tsx'

type Asking = 'approve' | 'return' | 'stop'

/** What the reader may do next with the ledger, and nothing else. */
export function OwnActions({ own }: { own: OwnDetail }): ReactNode {
  const [asking, setAsking] = useState<Asking | null>(null)
  const [renewing, setRenewing] = useState(false)
  const root = at(own.id)
  const propose = useSend(() => post(`${root}/propose`, { version: own.version }), { done: '已报批' })
  const withdraw = useSend(() => post(`${root}/withdraw`, { version: own.version }), { done: '已撤回' })
  const may = (verb: string): boolean => own.can.includes(verb)
  const handed = own.open?.state === 'proposed'
  // Where the end is near or past, going on is what one comes for.
  const near = own.state === 'ended' || (own.daysLeft ?? 999) <= 60
  if (!['draft', 'renew', 'propose', 'withdraw', 'decide', 'stop'].some(may)) return null
  return (
    <div className="own-bar no-print">
      {may('decide') && (
        <>
          <Button type="primary" onClick={() => setAsking('approve')}>
            批准
          </Button>
          <Button onClick={() => setAsking('return')}>退回修改</Button>
        </>
      )}
      {may('propose') && (
        <Button type="primary" loading={propose.isPending} onClick={() => propose.mutate()}>
          报批
        </Button>
      )}
      {may('renew') && own.renewal && (
        <Button type={near ? 'primary' : 'default'} onClick={() => setRenewing(true)}>
          报请续用
        </Button>
      )}
      {may('draft') && (
        <Link to="/own-libraries/$id/edit" params={{ id: own.id }} className="lib-act">
          {own.open ? '改方案' : own.definition === null ? '写方案' : '改栏目'}
        </Link>
      )}
      {may('withdraw') && (
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {handed ? '撤回报批' : '不要这个方案了'}
        </Button>
      )}
      {may('stop') && (
        <Button danger onClick={() => setAsking('stop')}>
          提前停用
        </Button>
      )}
      {propose.error && <ErrorNote error={propose.error} />}
      {withdraw.error && <ErrorNote error={withdraw.error} />}
      {renewing && <RenewDialog own={own} onClose={() => setRenewing(false)} />}
      {asking && <Ask own={own} asking={asking} onClose={() => setAsking(null)} />}
    </div>
  )
}

const words: Record<Asking, { title: string; label: string; hint: string; verb: string; done: string }> = {
  approve: {
    title: '批准这本台账',
    label: '意见',
    hint: '可不写。批准后马上可以填，到期自动停用。',
    verb: '批准',
    done: '已批准',
  },
  return: { title: '退回修改', label: '要改什么', hint: '起草人照着改。', verb: '退回', done: '已退回' },
  stop: {
    title: '提前停用',
    label: '原因',
    hint: '停用后不能再填，已填的仍可查看、导出；再用要重新审批。',
    verb: '停用',
    done: '已停用',
  },
}

function Ask({ own, asking, onClose }: { own: OwnDetail; asking: Asking; onClose: () => void }): ReactNode {
  const [note, setNote] = useState('')
  const say = words[asking]
  const send = useSend(
    () =>
      asking === 'stop'
        ? post(`${at(own.id)}/stop`, { version: own.version, reason: note })
        : post(`${at(own.id)}/decide`, { version: own.version, decision: asking, note }),
    { done: say.done, onDone: onClose },
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send.mutate()
  }
  const needed = asking !== 'approve'
  return (
    <Modal open footer={null} width={520} title={`${say.title}：${own.name}`} onCancel={onClose}>
      <form onSubmit={submit} noValidate>
        <Field label={say.label} required={needed} hint={say.hint}>
          {(id) => <Input id={id} value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        <SendRow
          verb={say.verb}
          error={send.error}
          pending={send.isPending}
          danger={asking === 'stop'}
          disabled={needed && note.trim().length < 2}
        />
      </form>
    </Modal>
  )
}
