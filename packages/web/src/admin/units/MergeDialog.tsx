import type { UnitFull } from '@yipanqi/model'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { unitsQuery } from '../../api/queries.ts'
import { Field } from '../../ui/Field.tsx'
import { unitMatches } from '../../ui/UnitSelect.tsx'
import { ChangeFrame } from './ChangeFrame.tsx'
import { HeirFields } from './UnitFields.tsx'
import { emptyHeir, heirBody, heirFaults } from './unit-draft.ts'

/** 合并: this unit, and others with it, end; one goes on for all of them. */
export function MergeDialog({ unit, onClose }: { unit: UnitFull; onClose: () => void }): ReactNode {
  const units = useQuery(unitsQuery)
  const [from, setFrom] = useState([unit.id])
  const [heir, setHeir] = useState(emptyHeir)
  const byId = new Map((units.data ?? []).map((u) => [u.id, u]))
  const faults = {
    ...(from.length > 0 ? {} : { from: '请选被合并的单位' }),
    ...(heir.mode === 'existing' && heir.unit !== null && from.includes(heir.unit)
      ? { unit: '承接单位不能又是被合并的单位' }
      : heirFaults(heir)),
  }
  return (
    <ChangeFrame
      title={`${unit.name}合并`}
      about="被合并的单位到生效日前一天止，在办的牵头、配合、待答复意见和账号都转到承接单位；办结的仍可查。"
      built={{ body: { kind: 'merge', from, into: heirBody(heir) }, faults }}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <Field label="被合并的单位" required error={shown['from']}>
            {(id) => (
              <Select
                id={id}
                mode="multiple"
                className="wide"
                value={from}
                options={(units.data ?? []).map((u) => ({ value: u.id, label: u.name }))}
                showSearch={{
                  filterOption: (text, option) => {
                    const one = byId.get(Number(option?.value))
                    return one ? unitMatches(one, text) : false
                  },
                }}
                onChange={(next: number[]) => setFrom(next)}
              />
            )}
          </Field>
          <HeirFields value={heir} onChange={setHeir} faults={shown} />
        </>
      )}
    </ChangeFrame>
  )
}
