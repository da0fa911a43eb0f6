import type { UnitChangeItem, UnitChangeResult } from '@yipanqi/model'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { day } from '../../format/dates.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { useMe } from '../../session/me.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import { Moves } from './Moves.tsx'

/** What a form has so far: the body of the order without its day and basis, or what is missing by field. */
export interface Built {
  readonly body: object
  readonly faults: Readonly<Record<string, string>>
}

interface Props {
  title: string
  about: string
  built: Built
  onClose: () => void
  /** The fields of this kind of change; faults are shown once somebody has tried. */
  children: (faults: Readonly<Record<string, string>>) => ReactNode
}

/** Every change of units goes the same way: fill in, look at what would move, then do it (or leave it for its day). */
export function ChangeFrame({ title, about, built, onClose, children }: Props): ReactNode {
  const { today } = useMe()
  const client = useQueryClient()
  const [effectiveOn, setEffectiveOn] = useState(today)
  const [basis, setBasis] = useState('')
  const [tried, setTried] = useState(false)
  const body = { ...built.body, effectiveOn, basis: basis.trim() }
  const preview = useMutation({ mutationFn: () => post<UnitChangeResult>('/unit-changes/preview', body) })
  const order = useSend(() => post<UnitChangeItem>('/unit-changes', body), {
    done: (change) => (change.state === 'done' ? '已执行' : `已定下，${day(change.effectiveOn, today)}凌晨执行`),
    onDone: () => {
      void client.invalidateQueries({ queryKey: ['units'] })
      onClose()
    },
  })
  const later = effectiveOn > today
  const noBasis = basis.trim().length < 2
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (noBasis || Object.keys(built.faults).length > 0) return
    if (preview.data) order.mutate()
    else preview.mutate()
  }
  return (
    <Modal open footer={null} onCancel={onClose} width={680} title={title} mask={{ closable: false }}>
      <form onSubmit={submit} noValidate>
        {preview.data ? (
          <>
            <p className="note note-info form-consequence">
              {later
                ? `下面按今天的情况试算；到 ${day(effectiveOn, today)} 凌晨，按当时的情况执行。`
                : '下面这些会马上转过去，每项事项的办理过程都会写明机构改革的依据。'}
            </p>
            <Moves result={preview.data} />
          </>
        ) : (
          <>
            <p className="note note-info form-consequence">{about}</p>
            {children(tried ? built.faults : {})}
            <div className="form-columns">
              <Field
                label="生效日"
                hint={later ? '到那天凌晨执行，执行前可以取消。' : '今天或以前的，确定后马上执行。'}
              >
                {(id) => <DateField id={id} value={effectiveOn} onChange={(next) => setEffectiveOn(next ?? today)} />}
              </Field>
              <Field
                label="依据"
                required
                hint="机构改革方案或三定的文号；会写进每项事项的办理过程。"
                error={tried && noBasis ? '请写依据的文号' : undefined}
              >
                {(id) => (
                  <Input id={id} value={basis} maxLength={200} onChange={(event) => setBasis(event.target.value)} />
                )}
              </Field>
            </div>
          </>
        )}
        {/* Another button for another deed: a spinner that was still leaving would stay on one that goes on. */}
        <SendRow
          key={preview.data ? 'order' : 'preview'}
          verb={preview.data ? (later ? '确定，到期执行' : '确定执行') : '先看会转什么'}
          error={preview.data ? order.error : preview.error}
          pending={preview.isPending || order.isPending}
        >
          {preview.data && (
            <Button
              size="large"
              onClick={() => {
                preview.reset()
                order.reset()
              }}
            >
              返回修改
            </Button>
          )}
        </SendRow>
      </form>
    </Modal>
  )
}
