import type { LeaderFull } from '@yipanqi/model'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Input, InputNumber, Modal, Select } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../api/client.ts'
import { unitsQuery } from '../api/queries.ts'
import { useSend } from '../api/send.ts'
import { SendRow } from '../matters/actions/SendRow.tsx'
import { useMe } from '../session/me.ts'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { GrowingText } from '../ui/GrowingText.tsx'
import { unitMatches } from '../ui/UnitSelect.tsx'

interface FrameProps {
  title: string
  about: string
  verb: string
  done: string
  path: string
  body: object
  faults: Readonly<Record<string, string>>
  onClose: () => void
  children: (shown: Readonly<Record<string, string>>) => ReactNode
}

/** One form, sent once it is whole. */
function Frame({ title, about, verb, done, path, body, faults, onClose, children }: FrameProps): ReactNode {
  const [tried, setTried] = useState(false)
  const client = useQueryClient()
  const send = useSend(() => post(path, body), {
    done,
    onDone: () => {
      // Pick lists keep their leaders for minutes.
      void client.invalidateQueries({ queryKey: ['leaders'] })
      onClose()
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(faults).length === 0) send.mutate()
  }
  return (
    <Modal open footer={null} onCancel={onClose} width={620} title={title} mask={{ closable: false }}>
      <form onSubmit={submit} noValidate>
        <p className="note note-info form-consequence">{about}</p>
        {children(tried ? faults : {})}
        <SendRow verb={verb} error={send.error} pending={send.isPending} />
      </form>
    </Modal>
  )
}

interface Duty {
  readonly post: string
  readonly portfolio: string
  readonly units: readonly number[]
}

/** What somebody is in charge of, as the document says it. */
function DutyFields({
  value,
  onChange,
  error,
}: {
  value: Duty
  onChange: (next: Duty) => void
  error: string | undefined
}): ReactNode {
  const units = useQuery(unitsQuery)
  const byId = new Map((units.data ?? []).map((unit) => [unit.id, unit]))
  return (
    <>
      <Field label="职务" required error={error}>
        {(id) => (
          <Input
            id={id}
            value={value.post}
            maxLength={60}
            onChange={(event) => onChange({ ...value, post: event.target.value })}
          />
        )}
      </Field>
      <Field label="分管的工作" hint="照分工文件写。">
        {(id) => (
          <GrowingText
            id={id}
            value={value.portfolio}
            maxLength={400}
            onChange={(event) => onChange({ ...value, portfolio: event.target.value })}
          />
        )}
      </Field>
      <Field label="分管的单位" hint="这些单位牵头的事项，拟稿时由这位县领导牵头。">
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            className="wide"
            value={[...value.units]}
            loading={units.isPending}
            options={(units.data ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
            showSearch={{
              filterOption: (text, option) => {
                const unit = byId.get(Number(option?.value))
                return unit ? unitMatches(unit, text) : false
              },
            }}
            onChange={(next: number[]) => onChange({ ...value, units: next })}
          />
        )}
      </Field>
    </>
  )
}

const postFault = (duty: Duty): Record<string, string> => (duty.post.trim().length < 2 ? { post: '请写职务' } : {})
const dutyBody = (duty: Duty) => ({ ...duty, post: duty.post.trim(), portfolio: duty.portfolio.trim() })

export function AddDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { today } = useMe()
  const [name, setName] = useState('')
  const [duty, setDuty] = useState<Duty>({ post: '', portfolio: '', units: [] })
  const [validFrom, setValidFrom] = useState(today)
  const faults = { ...(name.trim().length < 2 ? { name: '请写姓名' } : {}), ...postFault(duty) }
  return (
    <Frame
      title="新到任的县领导"
      about="从到任那天起，拟稿时可以选这位县领导牵头。要登录的，另由系统管理员开账号。"
      verb="登记"
      done="已登记"
      path="/leaders"
      body={{ ...dutyBody(duty), name: name.trim(), validFrom }}
      faults={faults}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <Field label="姓名" required error={shown['name']}>
            {(id) => <Input id={id} value={name} maxLength={30} onChange={(event) => setName(event.target.value)} />}
          </Field>
          <DutyFields value={duty} onChange={setDuty} error={shown['post']} />
          <Field label="到任日">
            {(id) => <DateField id={id} value={validFrom} onChange={(next) => setValidFrom(next ?? today)} />}
          </Field>
        </>
      )}
    </Frame>
  )
}

export function ChangeDialog({ leader, onClose }: { leader: LeaderFull; onClose: () => void }): ReactNode {
  const { today } = useMe()
  const [duty, setDuty] = useState<Duty>({
    post: leader.post,
    portfolio: leader.portfolio,
    units: leader.units.map((unit) => unit.id),
  })
  const [position, setPosition] = useState(leader.position)
  const [effectiveOn, setEffectiveOn] = useState(today)
  const [basis, setBasis] = useState('')
  const faults = {
    ...postFault(duty),
    ...(basis.trim().length < 2 ? { basis: '请写分工文件的文号' } : {}),
  }
  return (
    <Frame
      title={`调整分工：${leader.name}`}
      about="以前的分工留着，写明到哪天、依据什么。已印发事项的牵头县领导不变，需要时逐项调整。"
      verb="调整"
      done="分工已调整"
      path={`/leaders/${leader.id}/actions/change`}
      body={{ ...dutyBody(duty), version: leader.version, position, effectiveOn, basis: basis.trim() }}
      faults={faults}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <DutyFields value={duty} onChange={setDuty} error={shown['post']} />
          <div className="form-columns">
            <Field label="生效日" hint="以后才生效的，到那天再登记。">
              {(id) => (
                <DateField id={id} value={effectiveOn} max={today} onChange={(next) => setEffectiveOn(next ?? today)} />
              )}
            </Field>
            <Field label="依据" required error={shown['basis']}>
              {(id) => (
                <Input id={id} value={basis} maxLength={200} onChange={(event) => setBasis(event.target.value)} />
              )}
            </Field>
            <Field label="排名" hint="小的在前。">
              {(id) => (
                <InputNumber
                  id={id}
                  className="wide"
                  min={0}
                  max={1000}
                  precision={0}
                  value={position}
                  onChange={(next) => setPosition(next ?? leader.position)}
                />
              )}
            </Field>
          </div>
        </>
      )}
    </Frame>
  )
}

export function LeaveDialog({ leader, onClose }: { leader: LeaderFull; onClose: () => void }): ReactNode {
  const { today } = useMe()
  const [lastDay, setLastDay] = useState(today)
  return (
    <Frame
      title={`离任：${leader.name}`}
      about={
        leader.open > 0
          ? `过了最后一天，拟稿时不再选得到。牵头在办的 ${leader.open} 项事项不会自动转，请在清单里另定牵头县领导。`
          : '过了最后一天，拟稿时不再选得到；办过的事项上仍是这个名字。'
      }
      verb="离任"
      done="已登记离任"
      path={`/leaders/${leader.id}/actions/leave`}
      body={{ version: leader.version, lastDay }}
      faults={{}}
      onClose={onClose}
    >
      {() => (
        <Field label="在任的最后一天">
          {(id) => <DateField id={id} value={lastDay} onChange={(next) => setLastDay(next ?? today)} />}
        </Field>
      )}
    </Frame>
  )
}
