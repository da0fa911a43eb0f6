import type { UnitFull } from '@yipanqi/model'
import { Checkbox, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { Field } from '../../ui/Field.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { ChangeFrame } from './ChangeFrame.tsx'
import { KindSelect } from './UnitFields.tsx'

interface Props {
  unit: UnitFull
  onClose: () => void
}

/** 更名: the same unit under another name. */
export function RenameDialog({ unit, onClose }: Props): ReactNode {
  const [name, setName] = useState(unit.name)
  const [short, setShort] = useState(unit.short)
  const same = name.trim() === unit.name && short.trim() === unit.short
  const faults = {
    ...(name.trim().length >= 2 ? (same ? { name: '名称没有变' } : {}) : { name: '请写规范全称' }),
    ...(short.trim().length >= 2 ? {} : { short: '请写简称' }),
  }
  const body = { kind: 'rename', unit: unit.id, version: unit.version, name: name.trim(), short: short.trim() }
  return (
    <ChangeFrame
      title={`${unit.name}更名`}
      about="旧名留作别名并记下最后一天：旧文件、旧清单里的旧名仍指向它；事项和账号不动。"
      built={{ body, faults }}
      onClose={onClose}
    >
      {(shown) => (
        <div className="form-columns">
          <Field label="新的全称" required error={shown['name']}>
            {(id) => <Input id={id} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />}
          </Field>
          <Field label="新的简称" required error={shown['short']}>
            {(id) => <Input id={id} value={short} maxLength={20} onChange={(event) => setShort(event.target.value)} />}
          </Field>
        </div>
      )}
    </ChangeFrame>
  )
}

/** 调整设置: kind, parent, whether it leads, aliases. Only what differs is sent. */
export function SettingsDialog({ unit, onClose }: Props): ReactNode {
  const [kind, setKind] = useState<string | null>(unit.kind)
  const [parent, setParent] = useState(unit.parent)
  const [mayLead, setMayLead] = useState(unit.mayLead)
  const [aliases, setAliases] = useState([...unit.aliases])
  const set = {
    ...(kind === unit.kind ? {} : { kind }),
    ...(parent === unit.parent ? {} : { parent }),
    ...(mayLead === unit.mayLead ? {} : { mayLead }),
    ...(aliases.join() === unit.aliases.join() ? {} : { aliases }),
  }
  const faults: Record<string, string> = Object.keys(set).length > 0 ? {} : { none: '还没有改动' }
  return (
    <ChangeFrame
      title={`调整${unit.name}的设置`}
      about="改上级会改变谁能看到它的事项；不再牵头的，已在牵头的事项不变，由财经办另行调整。"
      built={{ body: { kind: 'change', unit: unit.id, version: unit.version, set }, faults }}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <div className="form-columns">
            <Field label="性质">{(id) => <KindSelect id={id} value={kind} onChange={setKind} />}</Field>
            <Field label="上级单位">{(id) => <UnitSelect id={id} value={parent} onChange={setParent} />}</Field>
          </div>
          <Field label="别名" hint="文件里可能怎么称呼它，输入后回车。">
            {(id) => <Select id={id} mode="tags" className="wide" open={false} value={aliases} onChange={setAliases} />}
          </Field>
          <Checkbox checked={mayLead} onChange={(event) => setMayLead(event.target.checked)}>
            可以牵头
          </Checkbox>
          {shown['none'] && (
            <p className="field-error" role="alert">
              {shown['none']}
            </p>
          )}
        </>
      )}
    </ChangeFrame>
  )
}
