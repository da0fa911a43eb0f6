import type { AccountCode } from '@yipanqi/model'
import { Button } from 'antd'
import type { ReactNode } from 'react'

/** The one-time code, once: to be handed over in person or on paper. */
export function CodeNote({ result, onClose }: { result: AccountCode; onClose: () => void }): ReactNode {
  const { account, code } = result
  return (
    <div className="stack">
      <p>
        {account.display}（账号 <b translate="no">{account.name}</b>）的一次性设置码：
      </p>
      {code ? (
        <output className="code-box" translate="no">
          {code}
        </output>
      ) : (
        <p className="note note-warn">设置码只显示一次，这次没有看到的，请关掉后办一次“重置密码”。</p>
      )}
      <p className="mute">
        请当面或书面交给本人，七天内有效，只能用一次，关掉后不再显示。本人打开登录页的“首次登录，设置密码”，用它设自己的密码
        {account.state === 'pending' ? '；要等安全管理员审批后才能用。' : '。'}
      </p>
      <div className="row">
        <Button type="primary" size="large" onClick={onClose}>
          已交给本人
        </Button>
      </div>
    </div>
  )
}
