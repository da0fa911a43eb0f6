import type { MatterDetail, MatterItem } from '@yipanqi/model'
import { Modal, Radio } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'

/** 合并: several drafts become one; their sentences all stay its sources. */
export function MergeDialog({
  matters,
  onClose,
}: {
  matters: MatterItem[]
  onClose: (into: number | null) => void
}): ReactNode {
  const [into, setInto] = useState<number | null>(matters[0]?.id ?? null)
  const send = useSend((body: object) => post<MatterDetail>('/matters/merge', body), {
    done: '已合并',
    onDone: (result) => onClose(result.id),
  })
  const kept = matters.find((m) => m.id === into)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!kept) return
    const from = matters.filter((m) => m.id !== kept.id).map((m) => ({ id: m.id, version: m.version }))
    send.mutate({ into: kept.id, version: kept.version, from })
  }
  return (
    <Modal open footer={null} onCancel={() => onClose(null)} width={560} title="合并">
      {matters.length < 2 ? (
        <p>先在清单里勾选两项以上（方向键移动，按 X 勾选，或点每项前面的方框），再合并。</p>
      ) : (
        <form onSubmit={submit}>
          <p className="mute form-consequence">并入哪一项？其余各项撤下，原句都保留为来源。</p>
          <Radio.Group
            className="merge-choices"
            value={into}
            onChange={(event) => setInto(Number(event.target.value))}
            options={matters.map((m) => ({ value: m.id, label: m.title }))}
          />
          <SendRow verb={`把 ${matters.length} 项并成 1 项`} error={send.error} pending={send.isPending} />
        </form>
      )}
    </Modal>
  )
}
