import type { AccountItem } from '@yipanqi/model'
import { grantedTogether, rowScopeWords, scopesOf } from '@yipanqi/model/people/words.ts'
import { postWords } from '@yipanqi/model/words.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import { moment } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import { More } from '../../ui/More.tsx'
import { Empty, ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { useTitle } from '../../ui/title.ts'
import { accountsQuery } from '../queries.ts'
import { GrantTogether } from './GrantTogether.tsx'
import { TakeCodes } from './TakeCodes.tsx'
import '../admin.css'
import './batch.css'

/** 批量审批 for the security administrator, 取设置码 for the system administrator: each the half that is theirs. */
export function BatchPage(): ReactNode {
  const { account } = useMe()
  if (account.post === 'security-admin') return <Batch title="批量审批" grants />
  if (account.post === 'system-admin') return <Batch title="取设置码" grants={false} />
  return (
    <div className="page">
      <Empty title="批量审批由安全管理员办，取设置码由系统管理员办">三员分立：这两件都不归您办。</Empty>
    </div>
  )
}

/** As many as one request takes. */
const most = 500

function Batch({ title, grants }: { title: string; grants: boolean }): ReactNode {
  useTitle(title)
  const query = useInfiniteQuery(accountsQuery(grants ? { state: 'pending' } : { unset: true }, 200))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const open = grants ? rows.filter((row) => grantedTogether(row.post)) : rows
  const alone = rows.filter((row) => !open.includes(row))
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())
  const chosen = open.filter((row) => picked.has(row.id))
  const toggle = (ids: readonly number[], on: boolean): void => {
    const next = new Set(picked)
    for (const id of ids)
      if (on) next.add(id)
      else next.delete(id)
    setPicked(next)
  }
  return (
    <div className="page">
      <div className="page-head no-print">
        <h1>{title}</h1>
        <span className="mute">
          {grants
            ? '按拟任角色和通常的数据范围启用；请先核对任职文件'
            : '已审批、还没有设过密码的账号；每人一个，七天有效，只显示一次'}
        </span>
        <span className="button-end">
          <Link to="/admin/accounts">{grants ? '权限' : '账号'}</Link>
        </span>
      </div>
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting what="账号" />}
      {query.isSuccess && open.length === 0 && (
        <div className="card no-print">
          <Empty title={grants ? '没有可以一起审批的账号' : '没有等着取设置码的账号'}>
            {grants ? '系统管理员从表格导入账号后，会列在这里。' : '导入的账号由安全管理员审批后，会列在这里。'}
          </Empty>
        </div>
      )}
      {open.length > 0 && (
        <div className="card no-print">
          <div className="batch-head">
            <Checkbox
              checked={chosen.length === open.length}
              indeterminate={chosen.length > 0 && chosen.length < open.length}
              onChange={(event) =>
                toggle(
                  open.map((row) => row.id),
                  event.target.checked,
                )
              }
            >
              全选（{open.length} 个）
            </Checkbox>
            <span className="mute">已选 {chosen.length} 个</span>
          </div>
          <ul>
            {open.map((row) => (
              <li key={row.id} className="batch-row">
                <Checkbox checked={picked.has(row.id)} onChange={(event) => toggle([row.id], event.target.checked)}>
                  <Line row={row} grants={grants} />
                </Checkbox>
              </li>
            ))}
          </ul>
          <More query={query} />
        </div>
      )}
      {alone.length > 0 && <Alone rows={alone} />}
      {chosen.length > most && <p className="note note-warn no-print">一次最多 {most} 个，请分几次办。</p>}
      {grants && open.length > 0 && (
        <GrantTogether chosen={chosen.slice(0, most)} onDone={() => setPicked(new Set())} />
      )}
      {/* What was taken stays in sight after its account has left the list. */}
      {!grants && <TakeCodes chosen={chosen.slice(0, most)} onDone={() => setPicked(new Set())} />}
    </div>
  )
}

function Line({ row, grants }: { row: AccountItem; grants: boolean }): ReactNode {
  const { today } = useMe()
  return (
    <span className="batch-line">
      <b>{row.display}</b>
      <span className="mute" translate="no">
        {row.name}
      </span>
      <span>
        {row.unit.short} · {postWords[row.post]}
      </span>
      <span className="mute">
        {grants
          ? `数据范围：${rowScopeWords[scopesOf(row.post)[0] ?? 'none']}`
          : row.invitedUntil
            ? `取过，${moment(row.invitedUntil, today)}前有效；再取，原来的作废`
            : '还没有取过'}
      </span>
    </span>
  )
}

function Alone({ rows }: { rows: readonly AccountItem[] }): ReactNode {
  return (
    <section className="card no-print">
      <h2 className="section-title">
        要逐个审批的 <span className="count">{rows.length} 个</span>
      </h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/admin/accounts" search={{ state: 'pending', account: row.id }} className="admin-line">
              <b>{row.display}</b>
              <span className="grow">
                {row.unit.short} · {postWords[row.post]}
              </span>
              <span className="small mute">看全县，或绑定县领导、企业，或是三员</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const idsOf = (rows: readonly AccountItem[]): object => ({
  accounts: rows.map(({ id, version }) => ({ id, version })),
})

export function BatchButton({
  words,
  disabled,
  pending,
  onClick,
}: {
  words: string
  disabled: boolean
  pending: boolean
  onClick: () => void
}): ReactNode {
  return (
    <div className="batch-foot no-print">
      <Button type="primary" size="large" disabled={disabled} loading={pending} onClick={onClick}>
        {words}
      </Button>
    </div>
  )
}
