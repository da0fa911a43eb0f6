import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../api/client.ts'
import { ApiError } from '../api/errors.ts'
import { Field } from '../ui/Field.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { useTitle } from '../ui/title.ts'
import { toast } from '../ui/toast.ts'
import { QrCode } from './QrCode.tsx'
import './login.css'
import '../admin/admin.css'

interface Proposal {
  secret: string
  uri: string
}

/** 绑定两步验证: account and password, the picture for the phone, its first code, the codes for the day it is lost. */
export function SecondFactorPage(): ReactNode {
  useTitle('绑定两步验证')
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [old, setOld] = useState('')
  const [code, setCode] = useState('')
  const propose = useMutation({
    mutationFn: () =>
      post<Proposal>('/second-factor', {
        account: account.trim(),
        password,
        ...(old.trim() ? { code: old.trim() } : {}),
      }),
    meta: { session: true },
  })
  const confirm = useMutation({
    mutationFn: () =>
      post<{ codes: string[] }>('/second-factor/confirm', { account: account.trim(), password, code: code.trim() }),
    meta: { session: true },
  })
  const wanted = propose.error instanceof ApiError && ['code-wanted', 'wrong-code'].includes(propose.error.code)
  if (confirm.data) return <Recovery codes={confirm.data.codes} />
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (propose.data) {
      if (code.trim().length >= 6) confirm.mutate()
    } else if (account.trim() && password) propose.mutate()
  }
  return (
    <main className="login">
      <form className="login-card" onSubmit={submit} noValidate>
        <h1 className="login-title">绑定两步验证</h1>
        {propose.data ? (
          <>
            <p className="login-step">用手机上的验证器（任一支持动态验证码的）扫这个图：</p>
            <QrCode text={propose.data.uri} />
            <p className="field-hint login-step">扫不了的，在验证器里手工输入密钥：</p>
            <output className="code-box small-box login-step" translate="no">
              {propose.data.secret.replace(/(.{4})/g, '$1 ').trim()}
            </output>
            <Field label="手机上的六位验证码" hint="手机时间要准。">
              {(id) => (
                <Input
                  id={id}
                  size="large"
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  autoFocus
                  maxLength={7}
                  value={code}
                  onChange={(event) => setCode(event.target.value)}
                />
              )}
            </Field>
          </>
        ) : (
          <>
            <p className="note note-info login-note">
              三员账号除密码外，还要手机上的动态验证码。绑定一次，以后每次登录输入。
            </p>
            <Field label="账号">
              {(id) => (
                <Input
                  id={id}
                  size="large"
                  autoComplete="username"
                  autoFocus
                  value={account}
                  onChange={(event) => setAccount(event.target.value)}
                />
              )}
            </Field>
            <Field label="密码">
              {(id) => (
                <Input.Password
                  id={id}
                  size="large"
                  autoComplete="current-password"
                  value={password}
                  onChange={(event) => setPassword(event.target.value)}
                />
              )}
            </Field>
            {wanted && (
              <Field label="原来手机上的验证码，或一个恢复码" hint="已经绑定过，换手机要先用旧的。">
                {(id) => (
                  <Input
                    id={id}
                    size="large"
                    maxLength={20}
                    value={old}
                    onChange={(event) => setOld(event.target.value)}
                  />
                )}
              </Field>
            )}
          </>
        )}
        {(confirm.error ?? propose.error) && (
          <div className="login-note">
            <ErrorNote error={confirm.error ?? propose.error} />
          </div>
        )}
        <Button type="primary" size="large" block htmlType="submit" loading={propose.isPending || confirm.isPending}>
          {propose.data ? '完成绑定' : '下一步'}
        </Button>
        <p className="login-help">
          <Link to="/login">返回登录</Link>
        </p>
      </form>
    </main>
  )
}

function Recovery({ codes }: { codes: string[] }): ReactNode {
  const navigate = useNavigate()
  const [kept, setKept] = useState(false)
  return (
    <main className="login">
      <div className="login-card">
        <h1 className="login-title">请抄下恢复码</h1>
        <p className="login-step">手机丢了或不在身边时，用一个恢复码代替验证码登录，每个只能用一次。只显示这一次。</p>
        <ul className="recovery" aria-label="恢复码" translate="no">
          {codes.map((c) => (
            <li key={c}>{c}</li>
          ))}
        </ul>
        <p className="login-step no-print">
          <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
            已抄下或打印，放在稳妥的地方
          </Checkbox>
        </p>
        <div className="stack no-print">
          <Button size="large" block onClick={() => window.print()}>
            打印
          </Button>
          <Button
            type="primary"
            size="large"
            block
            disabled={!kept}
            onClick={() => {
              toast('两步验证已绑定，请登录')
              void navigate({ to: '/login' })
            }}
          >
            去登录
          </Button>
        </div>
      </div>
    </main>
  )
}
