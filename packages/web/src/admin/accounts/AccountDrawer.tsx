import type { AccountFull } from '@yipanqi/model'
import { rowScopeWords } from '@yipanqi/model/people/words.ts'
import { postWords } from '@yipanqi/model/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import { moment } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import { ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { usePhone } from '../../ui/phone.ts'
import { accountQuery } from '../queries.ts'
import { RecordChanges } from '../RecordChanges.tsx'
import { StateTag } from './AccountsPage.tsx'
import { type Doing, doable } from './doable.ts'
import { GrantDialog } from './GrantDialog.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { PlainDialog } from './PlainDialog.tsx'
import { TransferDialog } from './TransferDialog.tsx'

/** One account: whose it is, what it may, and what this administrator can do with it. */
export function AccountDrawer({ id, onClose }: { id: number; onClose: () => void }): ReactNode {
  const phone = usePhone()
  const query = useQuery(accountQuery(id))
  return (
    <Drawer open onClose={onClose} placement={phone ? 'bottom' : 'right'} size={phone ? '92vh' : 560} title="账号">
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting what="账号" />}
      {query.data && <Panel account={query.data} />}
    </Drawer>
  )
}

function Panel({ account }: { account: AccountFull }): ReactNode {
  const me = useMe()
  const [doing, setDoing] = useState<Doing | null>(null)
  const own = account.id === me.account.id
  const verbs = doable(me.account.post, account, own)
  const close = (): void => setDoing(null)
  return (
    <>
      <div className="row">
        <h2 className="admin-title">{account.display}</h2>
        <StateTag row={account} />
      </div>
      {own && <p className="mute">这是您自己的账号：角色、范围和状态只能由别人变更。</p>}
      {verbs.length > 0 && (
        <div className="panel-buttons">
          {verbs.map(({ verb, words, main }) => (
            <Button key={verb} type={main ? 'primary' : 'default'} onClick={() => setDoing(verb)}>
              {words}
            </Button>
          ))}
        </div>
      )}
      <Facts account={account} />
      <RecordChanges library="accounts" id={account.id} />
      {doing === 'grant' && <GrantDialog account={account} onClose={close} />}
      {doing === 'leave' && <LeaveDialog account={account} verb="leave" onClose={close} />}
      {doing === 'hand-over' && <LeaveDialog account={account} verb="hand-over" onClose={close} />}
      {doing === 'transfer' && <TransferDialog account={account} onClose={close} />}
      {doing === 'person' && <PersonDialog account={account} onClose={close} />}
      {(doing === 'reset-password' || doing === 'suspend' || doing === 'unlock' || doing === 'reset-second-factor') && (
        <PlainDialog account={account} verb={doing} onClose={close} />
      )}
    </>
  )
}

function Facts({ account }: { account: AccountFull }): ReactNode {
  const { today } = useMe()
  return (
    <dl className="pairs">
      <dt>登录账号</dt>
      <dd translate="no">{account.name}</dd>
      <dt>单位</dt>
      <dd>{account.unit.name}</dd>
      <dt>{account.state === 'pending' ? '拟任角色' : '角色'}</dt>
      <dd>{postWords[account.post]}</dd>
      <dt>数据范围</dt>
      <dd>
        {rowScopeWords[account.scope]}
        {account.units.length > 0 &&
          `：${account.units.map((u) => u.unit.short + (u.below ? '及下属' : '')).join('、')}`}
      </dd>
      {account.leader && (
        <>
          <dt>县领导</dt>
          <dd>
            {account.leader.post} {account.leader.name}
          </dd>
        </>
      )}
      {account.enterprise && (
        <>
          <dt>企业</dt>
          <dd>{account.enterprise.name}</dd>
        </>
      )}
      <dt>手机</dt>
      <dd>{account.phone ?? '没有登记'}</dd>
      <dt>密码</dt>
      <dd>
        {account.hasPassword ? '已设置' : '没有设置'}
        {account.invitedUntil && `；设置码 ${moment(account.invitedUntil, today)} 前有效`}
      </dd>
      <dt>两步验证</dt>
      <dd>{account.secondFactor ? '已绑定' : '没有绑定'}</dd>
      <dt>最近登录</dt>
      <dd>{account.lastLogin ? moment(account.lastLogin, today) : '还没有登录过'}</dd>
      <dt>状态起始</dt>
      <dd>{moment(account.stateSince, today)}</dd>
      {account.openedBy && (
        <>
          <dt>开账号</dt>
          <dd>{account.openedBy}</dd>
        </>
      )}
      {account.grantedBy && (
        <>
          <dt>审批</dt>
          <dd>{account.grantedBy}</dd>
        </>
      )}
      {account.note && (
        <>
          <dt>备注</dt>
          <dd>{account.note}</dd>
        </>
      )}
    </dl>
  )
}
