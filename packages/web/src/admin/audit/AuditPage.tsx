import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Checkbox, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { address } from '../../api/client.ts'
import { useMe } from '../../session/me.ts'
import { DateField } from '../../ui/DateField.tsx'
import { useFollowing } from '../../ui/following.ts'
import { More } from '../../ui/More.tsx'
import { Empty, ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { useTitle } from '../../ui/title.ts'
import { type AuditFilter, auditQuery, auditStateQuery } from '../queries.ts'
import { AuditRow } from './AuditRow.tsx'
import { SealCard } from './SealCard.tsx'
import '../admin.css'

/** 审计: who changed what, newest first. Every filter stands in the address. */
export function AuditPage(): ReactNode {
  useTitle('审计')
  const search = useSearch({ from: '/shell/admin/audit' }) as AuditFilter
  const navigate = useNavigate()
  const state = useQuery(auditStateQuery)
  const query = useInfiniteQuery(auditQuery(search))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const change = (part: AuditFilter): void => {
    const next = Object.fromEntries(
      Object.entries({ ...search, ...part }).filter(([, v]) => v !== undefined && v !== ''),
    )
    void navigate({ to: '/admin/audit', search: next as AuditFilter, replace: true })
  }
  return (
    <div className="page">
      <div className="page-head">
        <h1>审计</h1>
        <a className="button-link no-print" href={`/api/v1${address('/audit/export', { ...search })}`} download>
          导出
        </a>
      </div>
      <SealCard state={state.data} />
      <Filters search={search} change={change} tables={state.data?.tables ?? []} />
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting what="审计记录" />}
      {query.isSuccess && (
        <div className="card">
          <ul>
            {rows.map((row) => (
              <AuditRow key={row.id} item={row} />
            ))}
          </ul>
          {rows.length === 0 && (
            <Empty title="没有符合条件的记录">
              <button
                type="button"
                className="link"
                onClick={() => void navigate({ to: '/admin/audit', search: {}, replace: true })}
              >
                清除全部条件
              </button>
            </Empty>
          )}
          <More query={query} />
        </div>
      )}
    </div>
  )
}

interface FiltersProps {
  search: AuditFilter
  change: (part: AuditFilter) => void
  tables: { id: string; name: string }[]
}

function Filters({ search, change, tables }: FiltersProps): ReactNode {
  const { today } = useMe()
  const [account, setAccount] = useFollowing(search.account ?? '')
  const narrowed = Object.keys(search).length > 0
  return (
    <div className="admin-filters no-print">
      <DateField
        label="起始日"
        placeholder="起始日"
        value={search.from ?? null}
        max={search.to ?? today}
        onChange={(from) => change({ from: from ?? undefined })}
      />
      <DateField
        label="截止日"
        placeholder="截止日"
        value={search.to ?? null}
        max={today}
        onChange={(to) => change({ to: to ?? undefined })}
      />
      <Input.Search
        aria-label="登录账号"
        placeholder="登录账号"
        className="admin-word"
        value={account}
        allowClear
        onChange={(event) => setAccount(event.target.value)}
        onSearch={(text) => change({ account: text.trim() || undefined })}
      />
      <Select
        aria-label="改的是什么"
        placeholder="改的是什么"
        className="admin-choice"
        allowClear
        value={search.table ?? null}
        options={tables.map((t) => ({ value: t.id, label: t.name }))}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(table) => change({ table: table ?? undefined })}
      />
      <Select
        aria-label="操作"
        placeholder="操作"
        className="admin-small"
        allowClear
        value={search.op ?? null}
        options={[
          { value: 'I', label: '新增' },
          { value: 'U', label: '修改' },
          { value: 'D', label: '删除' },
        ]}
        onChange={(op) => change({ op: op ?? undefined })}
      />
      <Checkbox
        checked={search.admins === true}
        onChange={(event) => change({ admins: event.target.checked || undefined })}
      >
        只看三员
      </Checkbox>
      {narrowed && (
        <button
          type="button"
          className="link"
          onClick={() =>
            change({
              from: undefined,
              to: undefined,
              account: undefined,
              table: undefined,
              op: undefined,
              admins: undefined,
            })
          }
        >
          清除条件
        </button>
      )}
    </div>
  )
}
