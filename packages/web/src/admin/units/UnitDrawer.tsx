import type { UnitFull } from '@yipanqi/model'
import { Link } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import { fullDay } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import { usePhone } from '../../ui/phone.ts'
import { RenameDialog, SettingsDialog } from './EditUnitDialogs.tsx'
import { RecordChanges } from '../RecordChanges.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { SplitDialog } from './SplitDialog.tsx'

const dialogs = { rename: RenameDialog, settings: SettingsDialog, merge: MergeDialog, split: SplitDialog }
const verbs: readonly [keyof typeof dialogs, string][] = [
  ['rename', '更名'],
  ['settings', '调整设置'],
  ['merge', '合并'],
  ['split', '拆分'],
]

/** One unit with its past, and what can be done to it. */
export function UnitDrawer({ unit, onClose }: { unit: UnitFull; onClose: () => void }): ReactNode {
  const phone = usePhone()
  const { account } = useMe()
  const [doing, setDoing] = useState<keyof typeof dialogs | null>(null)
  const Dialog = doing && dialogs[doing]
  return (
    <Drawer open onClose={onClose} placement={phone ? 'bottom' : 'right'} size={phone ? '92vh' : 560} title="单位">
      <h2 className="admin-title">{unit.name}</h2>
      {unit.validTo !== null && (
        <p className="note note-warn">
          {fullDay(unit.validTo)}止，由{unit.heirs.map((h) => h.name).join('、') || '（没有写明）'}
          承接；不再接收新事项。
        </p>
      )}
      {account.post === 'system-admin' && unit.validTo === null && (
        <div className="panel-buttons">
          {verbs.map(([verb, words]) => (
            <Button key={verb} onClick={() => setDoing(verb)}>
              {words}
            </Button>
          ))}
        </div>
      )}
      <dl className="pairs">
        <dt>简称</dt>
        <dd>{unit.short}</dd>
        <dt>代码</dt>
        <dd translate="no">{unit.code}</dd>
        <dt>性质</dt>
        <dd>{unit.kind}</dd>
        <dt>上级单位</dt>
        <dd>{unit.parentUnit?.name ?? '无'}</dd>
        <dt>牵头</dt>
        <dd>{unit.mayLead ? '可以牵头' : '只能请配合'}</dd>
        <dt>设立</dt>
        <dd>{fullDay(unit.validFrom)}</dd>
        <dt>账号</dt>
        <dd>
          {account.post === 'dispatcher' ? (
            `${unit.accounts} 个`
          ) : (
            <Link to="/admin/accounts" search={{ unit: unit.id }}>
              {unit.accounts} 个
            </Link>
          )}
        </dd>
        <dt>别名</dt>
        <dd>{unit.aliases.join('、') || '无'}</dd>
      </dl>
      <h3 className="admin-part">沿革</h3>
      {unit.former.length === 0 ? (
        <p className="mute">没有更过名，也没有并入过别的单位。</p>
      ) : (
        <ul className="plain-list">
          {unit.former.map((f) => (
            <li key={`${f.name}-${f.until}`}>
              {f.name}（{f.short}），用到 {fullDay(f.until)}
              <span className="mute small">　{f.basis}</span>
            </li>
          ))}
        </ul>
      )}
      <RecordChanges library="units" id={unit.id} />
      {Dialog && (
        <Dialog
          unit={unit}
          onClose={() => {
            setDoing(null)
          }}
        />
      )}
    </Drawer>
  )
}
