import type { AccountFull } from '@yipanqi/model'
import { type RowScope, rowScopeWords, scopesOf } from '@yipanqi/model/people/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Modal, Radio, Select } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { unitsQuery } from '../../api/queries.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'
import { LeaderSelect } from '../../ui/UnitSelect.tsx'
import { PostSelect } from './OpenAccountDialog.tsx'

/** 赋权: post and how much of the county's business it sees. A pending account becomes active with it. */
export function GrantDialog({ account, onClose }: { account: AccountFull; onClose: () => void }): ReactNode {
  const units = useQuery(unitsQuery)
  const [role, setRole] = useState(account.post)
  const allowed = scopesOf(role)
  const [scope, setScope] = useState<RowScope>(account.scope)
  const chosen = allowed.includes(scope) ? scope : (allowed[0] as RowScope)
  const [watched, setWatched] = useState(account.units.map((u) => u.unit.id))
  const [below, setBelow] = useState(account.units.some((u) => u.below) || account.units.length === 0)
  const [leader, setLeader] = useState(account.leader?.id ?? null)
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const pending = account.state === 'pending'
  const send = useSend((body: object) => post(`/accounts/${account.id}/actions/grant`, body), {
    done: pending ? '已审批，账号启用' : '已改，对方须重新登录',
    onDone: onClose,
  })
  const bound = role === 'leader' || role === 'secretary'
  const faults: Record<string, string> = {
    ...(chosen === 'custom' && watched.length === 0 ? { units: '至少选一个单位' } : {}),
    ...(chosen === 'enterprise' && !/^[0-9A-Z]{18}$/.test(code.trim().toUpperCase())
      ? { code: '请写 18 位统一社会信用代码' }
      : {}),
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(faults).length > 0) return
    send.mutate({
      version: account.version,
      post: role,
      scope: chosen,
      units: chosen === 'custom' ? watched.map((unit) => ({ unit, below })) : [],
      leader: bound ? leader : null,
      enterprise: chosen === 'enterprise' ? code.trim().toUpperCase() : null,
    })
  }
  const shown = tried ? faults : {}
  return (
    <Modal
      open
      footer={null}
      onCancel={onClose}
      width={560}
      title={`${pending ? '审批' : '改角色、范围'}：${account.display}`}
      mask={{ closable: false }}
    >
      <form onSubmit={submit} noValidate>
        <p className="note note-info form-consequence">
          {account.unit.name}
          {account.note && `；${account.note}`}
          {account.openedBy && `；${account.openedBy}开的账号`}。请核对任职文件后再审批。
        </p>
        <Field label="角色">{(id) => <PostSelect id={id} value={role} onChange={setRole} />}</Field>
        <div className="field">
          <span id="scope-label">数据范围</span>
          <Radio.Group
            aria-labelledby="scope-label"
            value={chosen}
            onChange={(event) => setScope(event.target.value as RowScope)}
            options={allowed.map((s) => ({ value: s, label: rowScopeWords[s] }))}
          />
        </div>
        {chosen === 'custom' && (
          <>
            <Field label="指定单位" required error={shown['units']}>
              {(id) => (
                <Select
                  id={id}
                  mode="multiple"
                  className="wide"
                  value={watched}
                  options={(units.data ?? []).map((u) => ({ value: u.id, label: u.name }))}
                  showSearch={{ optionFilterProp: 'label' }}
                  onChange={(next: number[]) => setWatched(next)}
                />
              )}
            </Field>
            <Checkbox checked={below} onChange={(event) => setBelow(event.target.checked)}>
              连同它们的下属单位
            </Checkbox>
          </>
        )}
        {bound && (
          <Field label="绑定县领导" hint="同意销号等由这位县领导或其秘书办；换届后请改绑。">
            {(id) => <LeaderSelect id={id} value={leader} onChange={setLeader} />}
          </Field>
        )}
        {chosen === 'enterprise' && (
          <Field label="企业的统一社会信用代码" required error={shown['code']} hint="企业库里要先有这户企业。">
            {(id) => <Input id={id} value={code} maxLength={18} onChange={(event) => setCode(event.target.value)} />}
          </Field>
        )}
        <SendRow verb={pending ? '审批，启用账号' : '确定'} error={send.error} pending={send.isPending} />
      </form>
    </Modal>
  )
}
