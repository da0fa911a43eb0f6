import type { MatterDetail, MatterItem } from '@yipanqi/model'
import { Button, Input, Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'

interface Part {
  key: number
  title: string
  lead: number | null
}

/** 拆分: one sentence that obliges different people to different things. */
export function SplitDialog({ matter, onClose }: { matter: MatterItem; onClose: () => void }): ReactNode {
  const lead = matter.lead?.id ?? null
  const [parts, setParts] = useState<Part[]>([
    { key: 1, title: matter.title, lead },
    { key: 2, title: '', lead },
  ])
  const send = useSend((body: object) => post<{ items: MatterDetail[] }>(`/matters/${matter.id}/split`, body), {
    done: (result) => `已拆成 ${result.items.length} 项`,
    onDone: onClose,
  })
  const change = (key: number, next: Partial<Part>): void =>
    setParts(parts.map((p) => (p.key === key ? { ...p, ...next } : p)))
  const ready = parts.filter((p) => p.title.trim().length >= 2)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (ready.length >= 2)
      send.mutate({ version: matter.version, parts: ready.map((p) => ({ title: p.title.trim(), lead: p.lead })) })
  }
  return (
    <Modal open footer={null} onCancel={onClose} width={640} title="拆分" mask={{ closable: false }}>
      <p className="mute form-consequence">拆开后各项都保留原句作为来源；时限、类别照原项，之后可分别改。</p>
      <form onSubmit={submit}>
        {parts.map((part, index) => (
          <div key={part.key} className="split-part">
            <Input
              aria-label={`第 ${index + 1} 项工作任务`}
              placeholder={`第 ${index + 1} 项：动词开头，写清办什么`}
              autoFocus={index === 1}
              maxLength={120}
              value={part.title}
              onChange={(event) => change(part.key, { title: event.target.value })}
            />
            <UnitSelect
              label={`第 ${index + 1} 项牵头单位`}
              value={part.lead}
              onChange={(next) => change(part.key, { lead: next })}
              leadersOnly
              placeholder="牵头单位"
            />
          </div>
        ))}
        <Button
          type="dashed"
          size="small"
          disabled={parts.length >= 20}
          onClick={() => setParts([...parts, { key: Math.max(...parts.map((p) => p.key)) + 1, title: '', lead }])}
        >
          再加一项
        </Button>
        <SendRow
          verb={ready.length >= 2 ? `拆成 ${ready.length} 项` : '拆分'}
          error={send.error}
          pending={send.isPending}
          disabled={ready.length < 2}
          hint={ready.length < 2 ? '至少写两项' : undefined}
        />
      </form>
    </Modal>
  )
}
