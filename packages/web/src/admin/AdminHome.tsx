import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Home } from '@yipanqi/model'
import { postWords } from '@yipanqi/model/words.ts'
import type { ReactNode } from 'react'
import { day, moment } from '../format/dates.ts'
import { OwnWaiting } from '../home/OwnWaiting.tsx'
import { useMe } from '../session/me.ts'
import { Empty } from '../ui/Notes.tsx'
import { accountsQuery, auditQuery, auditStateQuery, unitChangesQuery } from './queries.ts'
import { SealCard } from './audit/SealCard.tsx'
import './admin.css'

const duties = {
  'system-admin': '管单位和账号：机构改革怎么变、谁来谁走。开的账号由安全管理员审批后才能登录；不赋权，不看业务。',
  'security-admin': '管权限：审批账号，定角色和数据范围，解锁，重置两步验证。不开账号，不看业务。',
  'audit-admin': '看审计：谁在何时改了什么，核对封存，导出。什么都不改。',
} as const

/** What an administrator comes for: what waits, and where their own rooms are. */
export function AdminHome({ home }: { home: Home }): ReactNode {
  const { account } = useMe()
  const post = account.post as keyof typeof duties
  return (
    <div className="page home home-narrow admin-home">
      <section className="card admin-duty">
        <h1>{postWords[post]}</h1>
        <p className="mute">{duties[post]}</p>
      </section>
      <OwnWaiting home={home} />
      {post === 'system-admin' && <SystemHome />}
      {post === 'security-admin' && <SecurityHome />}
      {post === 'audit-admin' && <AuditHome />}
    </div>
  )
}

function SystemHome(): ReactNode {
  const { today } = useMe()
  const changes = useQuery(unitChangesQuery)
  const coming = (changes.data ?? []).filter((c) => c.state === 'planned' || c.state === 'failed')
  return (
    <>
      <section className="card">
        <h2 className="section-title">
          到期执行的单位变更 <span className="count">{coming.length} 条</span>
          <Link to="/admin/units" className="end">
            单位
          </Link>
        </h2>
        <ul>
          {coming.map((c) => (
            <li key={c.id} className="admin-line">
              <Link to="/admin/units" className="grow">
                {c.about}
              </Link>
              <span className={c.state === 'failed' ? 'small ink-red' : 'small mute'}>
                {c.state === 'failed' ? `没有执行：${c.problem ?? ''}` : `${day(c.effectiveOn, today)}执行`}
              </span>
            </li>
          ))}
        </ul>
        {changes.isSuccess && coming.length === 0 && (
          <Empty title="没有等着执行的变更">
            机构改革方案下来后，到<Link to="/admin/units">单位</Link>里办更名、合并、拆分，可以先定好生效日。
          </Empty>
        )}
      </section>
      <AccountLines title="等安全管理员审批的账号" filter={{ state: 'pending' }} empty="没有在等审批的账号">
        有人到岗、换岗、离岗，到<Link to="/admin/accounts">账号</Link>里办。
      </AccountLines>
      <p className="small mute">
        县里要新建台账、给台账加栏目，在<Link to="/own-libraries">自建台账</Link>里起草，由编办或财经办审批。
      </p>
    </>
  )
}

function SecurityHome(): ReactNode {
  return (
    <>
      <AccountLines title="待审批的账号" filter={{ state: 'pending' }} empty="没有待审批的账号">
        系统管理员开账号、办换岗后，会列在这里。
      </AccountLines>
      <AccountLines title="因密码输错暂停的账号" filter={{ locked: true }} empty="没有被锁定的账号">
        同一处连续输错五次，会在该处停用一刻钟；急用时在这里解锁。
      </AccountLines>
    </>
  )
}

interface LinesProps {
  title: string
  filter: { state?: string; locked?: boolean }
  empty: string
  children: ReactNode
}

function AccountLines({ title, filter, empty, children }: LinesProps): ReactNode {
  const accounts = useInfiniteQuery(accountsQuery(filter, 10))
  const items = accounts.data?.pages[0]?.items ?? []
  return (
    <section className="card">
      <h2 className="section-title">
        {title} <span className="count">{accounts.data?.pages[0]?.next ? '10 个以上' : `${items.length} 个`}</span>
        <Link to="/admin/accounts" search={filter} className="end">
          全部
        </Link>
      </h2>
      <ul>
        {items.map((a) => (
          <li key={a.id}>
            <Link to="/admin/accounts" search={{ ...filter, account: a.id }} className="admin-line">
              <b>{a.display}</b>
              <span className="grow">
                {a.unit.short} · {postWords[a.post]}
              </span>
              <span className="small mute" translate="no">
                {a.name}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {accounts.isSuccess && items.length === 0 && <Empty title={empty}>{children}</Empty>}
    </section>
  )
}

function AuditHome(): ReactNode {
  const { today } = useMe()
  const state = useQuery(auditStateQuery)
  const rows = useInfiniteQuery(auditQuery({ admins: true }))
  const items = (rows.data?.pages[0]?.items ?? []).slice(0, 10)
  return (
    <>
      <SealCard state={state.data} />
      <section className="card">
        <h2 className="section-title">
          管理员最近办的
          <Link to="/admin/audit" search={{ admins: true }} className="end">
            全部
          </Link>
        </h2>
        <ul>
          {items.map((item) => (
            <li key={item.id} className="admin-line">
              <span className="small mute">{moment(item.at, today)}</span>
              <span className="grow" translate="no">
                {item.who.display}（{item.who.post}）{item.op === 'I' ? '新增' : item.op === 'D' ? '删除' : '修改'}
                {item.table.name}：{item.key}
              </span>
            </li>
          ))}
        </ul>
        {rows.isSuccess && items.length === 0 && (
          <Empty title="管理员还没有办过什么">开账号、赋权、单位变更都会记在这里。</Empty>
        )}
      </section>
    </>
  )
}
