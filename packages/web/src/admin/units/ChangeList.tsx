import type { UnitChangeItem } from '@yipanqi/model'
import { unitChangeStateWords } from '@yipanqi/model/people/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { day, moment } from '../../format/dates.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { useMe } from '../../session/me.ts'
import { unitChangesQuery } from '../queries.ts'
import { Moves } from './Moves.tsx'

/** What is ordered and has not happened stands open; what has happened can be looked up. */
export function ChangeList(): ReactNode {
  const { today } = useMe()
  const changes = useQuery(unitChangesQuery)
  const [past, setPast] = useState(false)
  const [seen, setSeen] = useState<UnitChangeItem | null>(null)
  const all = changes.data ?? []
  const coming = all.filter((c) => c.state === 'planned' || c.state === 'failed')
  const shown = past ? all : coming
  if (all.length === 0) return null
  return (
    <section className="card" aria-labelledby="changes-title">
      <h2 className="section-title" id="changes-title">
        单位变更 <span className="count">{coming.length > 0 ? `${coming.length} 条没有执行` : '没有等着执行的'}</span>
        <button type="button" className="link end" aria-expanded={past} onClick={() => setPast(!past)}>
          {past ? '收起办过的' : '看办过的'}
        </button>
      </h2>
      <ul>
        {shown.map((c) => (
          <li key={c.id}>
            <button type="button" className="plain admin-line wide-line" onClick={() => setSeen(c)}>
              <span
                className={c.state === 'failed' ? 'tag tag-bad' : c.state === 'planned' ? 'tag tag-pending' : 'tag'}
              >
                {unitChangeStateWords[c.state]}
              </span>
              <span className="grow">{c.about}</span>
              <span className="small mute">{day(c.effectiveOn, today)}生效</span>
            </button>
          </li>
        ))}
      </ul>
      {seen && <ChangeDialog change={seen} onClose={() => setSeen(null)} />}
    </section>
  )
}

function ChangeDialog({ change, onClose }: { change: UnitChangeItem; onClose: () => void }): ReactNode {
  const { today, account } = useMe()
  const cancel = useSend(() => post(`/unit-changes/${change.id}/actions/cancel`, { version: change.version }), {
    done: '已取消，不再执行',
    onDone: onClose,
  })
  const open = change.state === 'planned' || change.state === 'failed'
  return (
    <Modal open footer={null} onCancel={onClose} width={640} title={change.about}>
      <dl className="pairs">
        <dt>生效日</dt>
        <dd>{day(change.effectiveOn, today)}</dd>
        <dt>依据</dt>
        <dd>{change.basis}</dd>
        <dt>办理</dt>
        <dd>
          {change.orderedBy ?? '系统'}，{moment(change.orderedAt, today)}
        </dd>
        <dt>状态</dt>
        <dd>{unitChangeStateWords[change.state]}</dd>
      </dl>
      {change.problem && <p className="note note-error">{change.problem}</p>}
      {change.result && <Moves result={change.result} done />}
      {open && account.post === 'system-admin' && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            cancel.mutate()
          }}
        >
          <SendRow verb="取消这条变更" danger error={cancel.error} pending={cancel.isPending}>
            <Button onClick={onClose}>关闭</Button>
          </SendRow>
        </form>
      )}
    </Modal>
  )
}
