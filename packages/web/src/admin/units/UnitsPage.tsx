import type { UnitFull } from '@yipanqi/model'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { day } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import { useFollowing } from '../../ui/following.ts'
import { Empty, ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { useTitle } from '../../ui/title.ts'
import { unitHistoryQuery } from '../queries.ts'
import type { UnitSearch } from '../search.ts'
import { ChangeList } from './ChangeList.tsx'
import { OpenUnitDialog } from './OpenUnitDialog.tsx'
import { UnitDrawer } from './UnitDrawer.tsx'
import '../admin.css'

/** 单位: the directory with its past. A unit ends, it is never deleted. */
export function UnitsPage(): ReactNode {
  useTitle('单位')
  const me = useMe()
  const search = useSearch({ from: '/shell/admin/units' }) as UnitSearch
  const navigate = useNavigate()
  const units = useQuery(unitHistoryQuery)
  const [text, setText] = useFollowing(search.text ?? '')
  const [opening, setOpening] = useState(false)
  const go = (part: UnitSearch): void => {
    const next = Object.fromEntries(
      Object.entries({ ...search, ...part }).filter(([, v]) => v !== undefined && v !== ''),
    )
    void navigate({ to: '/admin/units', search: next as UnitSearch, replace: true })
  }
  const all = units.data ?? []
  const shown = all.filter((u) => (search.ended || u.validTo === null) && matches(u, search.text ?? ''))
  const inForce = all.filter((u) => u.validTo === null).length
  const open = all.find((u) => u.id === search.unit)
  return (
    <div className="page">
      <div className="page-head">
        <h1>单位</h1>
        <span className="mute" role="status">
          {units.data ? `现行 ${inForce} 个，已撤并 ${all.length - inForce} 个` : ''}
        </span>
        {me.account.post === 'system-admin' && (
          <span className="button-end row no-print">
            <Link to="/libraries/$library/import" params={{ library: 'units' }}>
              从表格导入
            </Link>
            <Button type="primary" onClick={() => setOpening(true)}>
              新设单位
            </Button>
          </span>
        )}
      </div>
      <ChangeList />
      <div className="admin-filters no-print">
        <Input.Search
          aria-label="按名称找单位"
          placeholder="名称、简称、旧名、代码"
          className="admin-word"
          allowClear
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            go({ text: event.target.value.trim() || undefined })
          }}
        />
        <Checkbox
          checked={search.ended === true}
          onChange={(event) => go({ ended: event.target.checked ? true : undefined })}
        >
          也列已撤并的
        </Checkbox>
      </div>
      {units.error && <ErrorNote error={units.error} retry={() => void units.refetch()} />}
      {units.isPending && <Waiting what="单位" />}
      {units.isSuccess && (
        <div className="card">
          <ul>
            {shown.map((unit) => (
              <li key={unit.id}>
                <UnitRow unit={unit} onPick={() => go({ unit: unit.id })} />
              </li>
            ))}
          </ul>
          {shown.length === 0 && (
            <Empty title={search.text ? `没有叫“${search.text}”的单位` : '还没有单位'}>
              {search.text ? '换个简称或旧名试试，也可以勾上“也列已撤并的”。' : '先新设单位，再给单位开账号。'}
            </Empty>
          )}
        </div>
      )}
      {open && <UnitDrawer unit={open} onClose={() => go({ unit: undefined })} />}
      {opening && <OpenUnitDialog onClose={() => setOpening(false)} />}
    </div>
  )
}

/** Old names find a unit too. */
export function matches(unit: UnitFull, text: string): boolean {
  const words = text.trim().toLowerCase()
  const names = [unit.name, unit.short, unit.code.toLowerCase(), ...unit.aliases, ...unit.former.map((f) => f.name)]
  return names.some((name) => name.includes(words))
}

function UnitRow({ unit, onPick }: { unit: UnitFull; onPick: () => void }): ReactNode {
  const { today } = useMe()
  const ended = unit.validTo !== null
  const was = unit.former[0]
  return (
    <button type="button" className={ended ? 'plain unit-row unit-ended' : 'plain unit-row'} onClick={onPick}>
      <span>
        {unit.name}
        <span className="unit-sub">
          {ended
            ? `${day(unit.validTo, today)}止，由${unit.heirs.map((h) => h.short).join('、') || '无'}承接`
            : [unit.parentUnit && `上级：${unit.parentUnit.short}`, was && `原${was.name}`].filter(Boolean).join('；')}
        </span>
      </span>
      <span className="unit-short mute">{unit.short}</span>
      <span className="unit-kind mute small">{unit.kind}</span>
      <span className="unit-lead small mute">{unit.mayLead ? '可以牵头' : '不牵头'}</span>
      <span className="unit-count small">{unit.accounts} 个账号</span>
    </button>
  )
}
