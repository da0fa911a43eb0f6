import type { AccountItem } from '@yipanqi/model'
import { accountStateWords, rowScopeWords } from '@yipanqi/model/people/words.ts'
import { posts, postWords } from '@yipanqi/model/words.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { moment } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import { Chips } from '../../ui/Chips.tsx'
import { useFollowing } from '../../ui/following.ts'
import { More } from '../../ui/More.tsx'
import { Empty, ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { useTitle } from '../../ui/title.ts'
import { accountsQuery } from '../queries.ts'
import type { AccountSearch } from '../search.ts'
import { AccountDrawer } from './AccountDrawer.tsx'
import { OpenAccountDialog } from './OpenAccountDialog.tsx'
import '../admin.css'

const chips = [
  { value: '', label: '全部' },
  { value: 'pending', label: accountStateWords.pending },
  { value: 'active', label: accountStateWords.active },
  { value: 'left', label: accountStateWords.left },
  { value: 'locked', label: '被锁定' },
]

/** 账号 for who opens them, 权限 for who grants them: one list, each with their own verbs. */
export function AccountsPage(): ReactNode {
  const me = useMe()
  const opens = me.account.post === 'system-admin'
  const title = opens ? '账号' : '权限'
  useTitle(title)
  const { account, ...search } = useSearch({ from: '/shell/admin/accounts' }) as AccountSearch
  const navigate = useNavigate()
  const query = useInfiniteQuery(accountsQuery(search))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const [opening, setOpening] = useState(false)
  const go = (part: AccountSearch): void => {
    const next = Object.fromEntries(
      Object.entries({ ...search, account, ...part }).filter(([, v]) => v !== undefined && v !== ''),
    )
    void navigate({ to: '/admin/accounts', search: next as AccountSearch, replace: true })
  }
  return (
    <div className="page">
      <div className="page-head">
        <h1>{title}</h1>
        <span className="mute">{opens ? '开了的账号由安全管理员审批后才能登录' : '审批后账号才能登录'}</span>
        {me.account.post === 'security-admin' && (
          <span className="button-end no-print">
            <Link to="/admin/accounts/batch">批量审批</Link>
          </span>
        )}
        {opens && (
          <span className="button-end row no-print">
            <Link to="/libraries/$library/import" params={{ library: 'accounts' }}>
              从表格导入
            </Link>
            <Link to="/admin/accounts/batch">取设置码</Link>
            <Button type="primary" onClick={() => setOpening(true)}>
              开账号
            </Button>
          </span>
        )}
      </div>
      <Chips
        label="状态"
        chips={chips}
        value={search.locked ? 'locked' : (search.state ?? '')}
        onPick={(value) =>
          go({
            state: value === '' || value === 'locked' ? undefined : value,
            locked: value === 'locked' || undefined,
          })
        }
      />
      <Filters search={search} go={go} />
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting what="账号" />}
      {query.isSuccess && (
        <div className="card">
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                <AccountRow row={row} onPick={() => go({ account: row.id })} />
              </li>
            ))}
          </ul>
          {rows.length === 0 && (
            <Empty title="没有符合条件的账号">
              <button
                type="button"
                className="link"
                onClick={() => void navigate({ to: '/admin/accounts', search: {}, replace: true })}
              >
                看全部账号
              </button>
            </Empty>
          )}
          <More query={query} />
        </div>
      )}
      {account !== undefined && <AccountDrawer id={account} onClose={() => go({ account: undefined })} />}
      {opening && <OpenAccountDialog onClose={() => setOpening(false)} />}
    </div>
  )
}

function Filters({ search, go }: { search: AccountSearch; go: (part: AccountSearch) => void }): ReactNode {
  const [text, setText] = useFollowing(search.text ?? '')
  return (
    <div className="admin-filters no-print">
      <Input.Search
        aria-label="账号或姓名"
        placeholder="账号或姓名"
        className="admin-word"
        allowClear
        value={text}
        onChange={(event) => setText(event.target.value)}
        onSearch={(value) => go({ text: value.trim() || undefined })}
      />
      <div className="admin-choice">
        <UnitSelect
          label="单位"
          placeholder="单位"
          value={search.unit ?? null}
          onChange={(unit) => go({ unit: unit ?? undefined })}
        />
      </div>
      <Select
        aria-label="角色"
        placeholder="角色"
        className="admin-choice"
        allowClear
        value={search.post ?? null}
        options={posts.map((post) => ({ value: post, label: postWords[post] }))}
        onChange={(post) => go({ post: post ?? undefined })}
      />
    </div>
  )
}

function AccountRow({ row, onPick }: { row: AccountItem; onPick: () => void }): ReactNode {
  const { today } = useMe()
  return (
    <button type="button" className="plain account-row" onClick={onPick}>
      <span>
        <b>{row.display}</b>
        <span className="account-name" translate="no">
          {row.name}
        </span>
      </span>
      <span className="account-where">
        {row.unit.short} · {postWords[row.post]}
        <span className="account-name">
          {row.lastLogin ? `最近登录 ${moment(row.lastLogin, today)}` : '还没有登录过'}
          {row.secondFactor ? ' · 已绑定两步验证' : ''}
        </span>
      </span>
      <span className="account-scope small mute">{rowScopeWords[row.scope]}</span>
      <StateTag row={row} />
    </button>
  )
}

export function StateTag({ row }: { row: Pick<AccountItem, 'state' | 'lockedUntil'> }): ReactNode {
  if (row.lockedUntil) return <span className="tag tag-bad">密码输错锁定</span>
  const tone = { pending: 'tag tag-pending', active: 'tag', left: 'tag tag-left' }[row.state]
  return <span className={tone}>{accountStateWords[row.state]}</span>
}
