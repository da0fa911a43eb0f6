import type { OwnRules } from '@yipanqi/model/libraries/own/policy.ts'
import { approverPosts } from '@yipanqi/model/libraries/own/words.ts'
import { postWords } from '@yipanqi/model/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, InputNumber, Modal, Select } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { patch } from '../../api/client.ts'
import { ApiError } from '../../api/errors.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'
import { ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { rulesQuery } from './api.ts'
import { readDays } from './content.ts'

/** The county's rules of its own ledgers: everybody may read them, the office sets them. */
export function RulesDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { data: rules, error } = useQuery(rulesQuery)
  return (
    <Modal open footer={null} width={520} title="自建台账的规矩" onCancel={onClose} mask={{ closable: false }}>
      {error && <ErrorNote error={error} />}
      {!rules && !error && <Waiting what="规矩" />}
      {rules && (rules.mayChange ? <RulesForm rules={rules} onClose={onClose} /> : <RulesText rules={rules} />)}
    </Modal>
  )
}

function RulesText({ rules }: { rules: OwnRules }): ReactNode {
  return (
    <ul className="own-rules">
      <li>审批：{rules.approvers.map((post) => postWords[post]).join('、')}（不能批自己起草的）</li>
      <li>一次最多用 {rules.longestDays} 天，到期自动停用</li>
      <li>到期前 {rules.remindDays.join('、')} 天提醒起草人和审批人</li>
      <li>依据：{rules.preset ? '系统预设，本县还没有另定' : rules.basis}</li>
      <li className="mute">由财经办改。</li>
    </ul>
  )
}

function RulesForm({ rules, onClose }: { rules: OwnRules; onClose: () => void }): ReactNode {
  const [approvers, setApprovers] = useState<readonly string[]>(rules.approvers)
  const [longestDays, setLongest] = useState<number | null>(rules.longestDays)
  const [days, setDays] = useState(rules.remindDays.join('、'))
  const [basis, setBasis] = useState(rules.basis)
  const send = useSend(
    () =>
      patch<OwnRules>('/own-library-rules', {
        version: rules.version,
        approvers,
        longestDays: longestDays ?? 0,
        remindDays: readDays(days),
        basis,
      }),
    { done: '规矩已改，马上生效', onDone: onClose },
  )
  const told = (path: string): string | undefined =>
    send.error instanceof ApiError ? send.error.fields.find((f) => f.path.startsWith(path))?.message : undefined
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <form onSubmit={submit} noValidate>
      <p className="note note-info form-consequence">
        {rules.preset ? '现在用的是系统预设。' : ''}改了马上生效；已批准的台账仍用到原来批的那天。改动留痕。
      </p>
      <Field label="由谁审批" required error={told('approvers')} hint="谁起草的都不能自己批。">
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            className="wide"
            value={[...approvers]}
            options={approverPosts.map((post) => ({ value: post as string, label: postWords[post] }))}
            onChange={(next: string[]) => setApprovers(next)}
          />
        )}
      </Field>
      <Field label="一次最多用多少天" required error={told('longestDays')} hint="30 到 1096 天；到期可以报请续用。">
        {(id) => <InputNumber id={id} min={1} precision={0} value={longestDays} onChange={setLongest} />}
      </Field>
      <Field label="到期前几天提醒" required error={told('remindDays')} hint="可写几次，用顿号隔开，如 30、7。">
        {(id) => <Input id={id} value={days} maxLength={30} onChange={(event) => setDays(event.target.value)} />}
      </Field>
      <Field label="依据" required error={told('basis')} hint="文号或会议，如 县委办〔2026〕12号。">
        {(id) => <Input id={id} value={basis} maxLength={100} onChange={(event) => setBasis(event.target.value)} />}
      </Field>
      <SendRow verb="保存" error={send.error} pending={send.isPending}>
        <Button size="large" onClick={onClose}>
          取消
        </Button>
      </SendRow>
    </form>
  )
}
