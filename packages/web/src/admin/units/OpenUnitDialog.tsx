import { type ReactNode, useState } from 'react'
import { ChangeFrame } from './ChangeFrame.tsx'
import { UnitFields } from './UnitFields.tsx'
import { emptyUnit, unitBody, unitFaults } from './unit-draft.ts'

export function OpenUnitDialog({ onClose }: { onClose: () => void }): ReactNode {
  const [unit, setUnit] = useState(emptyUnit)
  return (
    <ChangeFrame
      title="新设单位"
      about="与别的单位合并、由别的单位拆出来的，请到那个单位里办合并或拆分，事项和账号会一起转过来。"
      built={{ body: { kind: 'open', open: unitBody(unit) }, faults: unitFaults(unit) }}
      onClose={onClose}
    >
      {(faults) => <UnitFields value={unit} onChange={setUnit} faults={faults} />}
    </ChangeFrame>
  )
}
