import type { Gates } from '@yipanqi/model/libraries/records-api.ts'
import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { patch, post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { day } from '../../format/dates.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import { at, type RecordAnswer } from '../api.ts'
import type { LibraryView } from '../fields/view.ts'
import { useSeenVersion } from '../record/use-seen-version.ts'
import { useNames } from '../use-library.ts'
import { Conditions } from './Conditions.tsx'
import { type Answer, type Answers, consequence, filledOf, lacking, moveOf, type Target } from './move.ts'
import { Targets } from './Targets.tsx'

interface Props {
  library: LibraryView
  record: RecordAnswer
  gates: Gates
  targets: readonly Target[]
  target: Target
  today: string
  onTarget: (to: string) => void
  onClose: () => void
}

export function StageForm({ library, record, gates, targets, target, today, onTarget, onClose }: Props): ReactNode {
  const nameOf = useNames(record.names)
  const [answers, setAnswers] = useState<Answers>({})
  const [day_, setDay] = useState(today)
  const [reason, setReason] = useState('')
  const [approver, setApprover] = useState('')
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // A field that was filled in by the first of the two requests is not written again by the second attempt.
  const written = useRef<{ version: number; fields: string } | null>(null)
  const papers = target.way === 'papers'
  const said = { since: papers ? gates.stageSince : day_, reason, approver, answers }
  const wrong = tried ? lacking(target, said, today) : {}
  const root = `${at(library.shape.id)}/records/${record.id}`
  const send = useSend(
    async (seen: number) => {
      const values = filledOf(target, answers)
      const fields = JSON.stringify(values)
      let version = Math.max(seen, written.current?.version ?? 0)
      if (Object.keys(values).length > 0 && written.current?.fields !== fields) {
        const saved = await patch<RecordAnswer>(root, { version, values, reason: `转到“${target.name}”时填写` })
        version = saved.version
        written.current = { version, fields }
      }
      return post<RecordAnswer>(`${root}/stage`, moveOf(target, said, version))
    },
    { done: papers ? '已登记补来的要件' : `已转到“${target.name}”`, onDone: onClose },
  )
  const seen = useSeenVersion(record.version, send.error)
  const nothing = papers && Object.values(answers).every((a) => a.way === undefined)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const faults = Object.keys(lacking(target, said, today))
    if (faults.length === 0 && !nothing) return send.mutate(seen)
    const first = target.conditions.find((c) => faults.includes(c.id))
    form.current
      ?.querySelector(first ? `[data-condition="${first.id}"]` : '.field')
      ?.scrollIntoView({ block: 'center' })
  }
  const answerWith = (condition: string, answer: Answer): void =>
    setAnswers((old) => ({ ...old, [condition]: withLastPromise(old, old[condition], answer) }))
  const must = target.way === 'exit' || target.way === 'back'
  return (
    <form ref={form} onSubmit={submit} noValidate className="stage-form">
      <p className="mute">
        现在：{record.stageName}，{day(gates.stageSince, today)}起，{gates.days} 天
        {gates.stalledAfter !== null && gates.days > gates.stalledAfter && (
          <b className="ink-yellow">（超过 {gates.stalledAfter} 天，算停滞）</b>
        )}
      </p>
      <Targets targets={targets} target={target} onTarget={onTarget} />
      {target.meaning && <p className="stage-meaning">{target.meaning}</p>}
      <Conditions
        library={library}
        target={target}
        answers={answers}
        wrong={wrong}
        today={today}
        nameOf={nameOf}
        onChange={answerWith}
      />
      <div className="stage-facts">
        {!papers && (
          <Field label="从哪天起" hint="实际到这个阶段的日期，可以补记。" error={wrong['since']}>
            {(id) => (
              <DateField
                id={id}
                value={day_}
                min={gates.stageSince}
                max={today}
                onChange={(value) => setDay(value ?? today)}
              />
            )}
          </Field>
        )}
        {target.way === 'exit' && (
          <Field label="批准人" required error={wrong['approver']} hint="谁批准退出的，写姓名和职务。">
            {(id) => (
              <Input id={id} value={approver} maxLength={60} onChange={(event) => setApprover(event.target.value)} />
            )}
          </Field>
        )}
        <Field label={must ? '原因' : '说明'} required={must} error={wrong['reason']}>
          {(id) => (
            <Input
              id={id}
              value={reason}
              maxLength={500}
              placeholder={must ? '' : '可不写'}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div className="stage-foot">
        <SendRow
          verb={papers ? '登记补来的要件' : `转到“${target.name}”`}
          danger={target.way === 'exit'}
          error={send.error}
          pending={send.isPending}
          disabled={nothing}
          hint={consequence(target, answers)}
        >
          <Button size="large" onClick={onClose}>
            取消
          </Button>
        </SendRow>
      </div>
    </form>
  )
}

/** Papers that lack are mostly promised in one breath: the next one begins with what was said of the last. */
function withLastPromise(all: Answers, before: Answer | undefined, next: Answer): Answer {
  if (next.way !== 'missing' || before?.way === 'missing' || next.basis) return next
  const last = Object.values(all)
    .filter((a) => a.way === 'missing')
    .at(-1)
  if (!last) return next
  const { basis, promisedBy, due } = last
  return { ...next, ...(basis ? { basis } : {}), ...(promisedBy ? { promisedBy } : {}), ...(due ? { due } : {}) }
}
