import type { UnitFull } from '@yipanqi/model'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { Field } from '../../ui/Field.tsx'
import { GrowingText } from '../../ui/GrowingText.tsx'
import { accountsQuery } from '../queries.ts'
import { ChangeFrame } from './ChangeFrame.tsx'
import { HeirFields } from './UnitFields.tsx'
import { emptyHeir, heirBody, heirFaults, numbersOf, type HeirDraft } from './unit-draft.ts'

interface Part {
  key: number
  heir: HeirDraft
  numbers: string
  accounts: number[]
}

const part = (key: number, heir: HeirDraft = emptyHeir): Part => ({ key, heir, numbers: '', accounts: [] })

/** 拆分: several go on for one; the first takes what is not named. */
export function SplitDialog({ unit, onClose }: { unit: UnitFull; onClose: () => void }): ReactNode {
  const [parts, setParts] = useState<Part[]>([
    part(1, { ...emptyHeir, unit: unit.id }),
    part(2, { ...emptyHeir, mode: 'new' }),
  ])
  const accounts = useInfiniteQuery(accountsQuery({ unit: unit.id }, 200))
  const options = (accounts.data?.pages.flatMap((p) => p.items) ?? [])
    .filter((a) => a.state !== 'left')
    .map((a) => ({ value: a.id, label: `${a.display}（${a.name}）` }))
  const set = (key: number, next: Partial<Part>): void =>
    setParts(parts.map((p) => (p.key === key ? { ...p, ...next } : p)))
  const faults = Object.fromEntries(
    parts.flatMap((p) => Object.entries(heirFaults(p.heir)).map(([field, words]) => [`${p.key}/${field}`, words])),
  )
  const body = {
    kind: 'split',
    from: unit.id,
    into: parts.map((p) => ({ heir: heirBody(p.heir), matters: numbersOf(p.numbers), accounts: p.accounts })),
  }
  return (
    <ChangeFrame
      title={`${unit.name}拆分`}
      about="没有指明去向的事项和账号，本单位还在的留在本单位，不在的转第一个承接单位。按督办编号分，编号找财经办要。"
      built={{ body, faults }}
      onClose={onClose}
    >
      {(shown) => (
        <>
          {parts.map((p, i) => (
            <fieldset key={p.key} className="heir">
              <legend>
                第 {i + 1} 个承接单位{p.heir.unit === unit.id && p.heir.mode === 'existing' ? '（本单位继续存在）' : ''}
              </legend>
              <HeirFields
                value={p.heir}
                onChange={(heir) => set(p.key, { heir })}
                faults={Object.fromEntries(
                  Object.entries(shown).flatMap(([path, words]) =>
                    path.startsWith(`${p.key}/`) ? [[path.slice(`${p.key}/`.length), words]] : [],
                  ),
                )}
              />
              <Field label="指明转给它的事项" hint="督办编号，用顿号或换行隔开。">
                {(id) => (
                  <GrowingText
                    id={id}
                    value={p.numbers}
                    onChange={(event) => set(p.key, { numbers: event.target.value })}
                  />
                )}
              </Field>
              <Field label="指明转给它的账号">
                {(id) => (
                  <Select
                    id={id}
                    mode="multiple"
                    className="wide"
                    value={p.accounts}
                    options={options}
                    notFoundContent="这个单位没有账号"
                    showSearch={{ optionFilterProp: 'label' }}
                    onChange={(next: number[]) => set(p.key, { accounts: next })}
                  />
                )}
              </Field>
              {parts.length > 2 && (
                <button type="button" className="link" onClick={() => setParts(parts.filter((q) => q.key !== p.key))}>
                  去掉这个承接单位
                </button>
              )}
            </fieldset>
          ))}
          <Button
            onClick={() =>
              setParts([...parts, part(Math.max(...parts.map((p) => p.key)) + 1, { ...emptyHeir, mode: 'new' })])
            }
          >
            再加一个承接单位
          </Button>
        </>
      )}
    </ChangeFrame>
  )
}
