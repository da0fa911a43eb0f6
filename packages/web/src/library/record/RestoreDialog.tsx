import { Button, Modal } from 'antd'
import type { FormEvent, ReactNode } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { moment } from '../../format/dates.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { useMe } from '../../session/me.ts'
import { at, type RecordAnswer } from '../api.ts'
import type { LibraryView } from '../fields/view.ts'
import type { Change } from '../shapes.ts'

/** Back to how the record stood after a change: a new change, nothing is rewritten. */
export function RestoreDialog({
  library,
  record,
  change,
  onClose,
}: {
  library: LibraryView
  record: RecordAnswer
  change: Change
  onClose: () => void
}): ReactNode {
  const { today } = useMe()
  const restore = useSend(
    () =>
      post<RecordAnswer>(`${at(library.shape.id)}/records/${record.id}/restore`, {
        version: record.version,
        changeId: change.id,
      }),
    { done: '已恢复', onDone: onClose },
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    restore.mutate()
  }
  return (
    <Modal open footer={null} width={460} title="恢复到此" onCancel={onClose}>
      <form onSubmit={submit}>
        <p>
          各栏恢复成 {moment(change.at, today)} 那次{change.op === 'I' ? '登记' : '修改'}之后的样子。
        </p>
        <p className="mute small">这会作为一次新的修改记下来，此前的变更记录都在。</p>
        <SendRow verb="恢复" error={restore.error} pending={restore.isPending}>
          <Button onClick={onClose}>取消</Button>
        </SendRow>
      </form>
    </Modal>
  )
}
