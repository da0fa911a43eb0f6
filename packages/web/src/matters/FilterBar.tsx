import { kinds } from '@yipanqi/model/words.ts'
import { Button, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMe } from '../session/me.ts'
import { useFollowing } from '../ui/following.ts'
import { LeaderSelect, UnitSelect } from '../ui/UnitSelect.tsx'
import { dueChoices, dueOf } from './due.ts'
import type { ListSearch } from './list-search.ts'

const sortChoices = [
  { value: 'deadline', label: '按时限' },
  { value: '-updated', label: '按最近变动' },
  { value: 'number', label: '按督办编号' },
]

/** Narrow the list: words, unit, leader, kind, deadline, order. Everything lands in the address. */
export function FilterBar({
  search,
  onChange,
  children,
}: {
  search: ListSearch
  onChange: (next: ListSearch) => void
  children?: ReactNode
}): ReactNode {
  const { today } = useMe()
  const [text, setText] = useFollowing(search.text ?? '')
  const set = (part: ListSearch): void =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined && value !== ''),
      ) as ListSearch,
    )
  const [open, setOpen] = useState(false)
  const due = dueOf(search.deadlineFrom, search.deadlineTo, today)
  const narrowed = Object.keys(search).some((key) => key !== 'sort')
  return (
    <div className={open ? 'filter-bar no-print' : 'filter-bar filter-closed no-print'}>
      <Input.Search
        className="filter-text"
        aria-label="按事项名称找"
        placeholder="事项名称"
        allowClear
        enterButton={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onSearch={(value) => set({ text: value.trim() })}
      />
      <button type="button" className="link filter-more" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '收起筛选' : '更多筛选：单位、领导、类别、时限、排序'}
      </button>
      <div className="filter-unit">
        <UnitSelect
          label="单位"
          placeholder="单位"
          value={search.unit ?? null}
          onChange={(unit) => set({ unit: unit ?? undefined })}
        />
      </div>
      <div className="filter-leader">
        <LeaderSelect
          label="牵头县领导"
          value={search.leader ?? null}
          onChange={(leader) => set({ leader: leader ?? undefined })}
        />
      </div>
      <Select
        aria-label="事项类别"
        placeholder="类别"
        allowClear
        className="filter-small"
        value={search.kind ?? null}
        onChange={(kind) => set({ kind: kind ?? undefined })}
        options={kinds.map((value) => ({ value, label: value }))}
      />
      <Select
        aria-label="完成时限"
        placeholder="时限"
        allowClear
        className="filter-small"
        value={due ?? null}
        onChange={(value) => {
          const choice = dueChoices(today).find((d) => d.value === value)
          set({ deadlineFrom: choice?.from, deadlineTo: choice?.to })
        }}
        options={dueChoices(today).map(({ value, label }) => ({ value, label }))}
      />
      <Select
        aria-label="排序"
        className="filter-small"
        value={search.sort ?? 'deadline'}
        onChange={(sort) => set({ sort })}
        options={sortChoices}
      />
      {children}
      {narrowed && (
        <Button type="link" onClick={() => onChange(search.sort ? { sort: search.sort } : {})}>
          清除条件
        </Button>
      )}
    </div>
  )
}
