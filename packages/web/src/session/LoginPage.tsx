import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../api/client.ts'
import { ApiError } from '../api/errors.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { Field } from '../ui/Field.tsx'
import { useTitle } from '../ui/title.ts'
import { sessionEnded } from './ended.ts'
import './login.css'

export function LoginPage(): ReactNode {
  useTitle('登录')
  const { from, ended } = useSearch({ from: '/login' })
  const navigate = useNavigate()
  const client = useQueryClient()
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const login = useMutation({
    mutationFn: () =>
      post('/sessions', { account: account.trim(), password, ...(code.trim() ? { code: code.trim() } : {}) }),
    meta: { session: true },
    onSuccess: async () => {
      // Nothing of the person before may show for a blink.
      client.clear()
      sessionEnded.set(false)
      await navigate({ href: from ?? '/' })
    },
  })
  const refusal = login.error instanceof ApiError ? login.error.code : null
  // Once asked for, the field stays until the page is left: a wrong code is written anew beside the password.
  const wantsCode = refusal === 'code-wanted' || refusal === 'wrong-code' || code !== ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const empty = !account.trim() || !password
    setMissing(empty)
    if (!empty) login.mutate()
  }
  return (
    <main className="login">
      <form className="login-card" onSubmit={submit} noValidate>
        <h1 className="mark">一盘棋</h1>
        {ended && !login.error && (
          <div className="note note-warn login-note">登录已过期，请重新登录；登录后回到刚才的页面。</div>
        )}
        {login.error && refusal !== 'code-wanted' && (
          <div className="login-note">
            <ErrorNote error={login.error} />
            {refusal === 'enrol-first' && <Link to="/second-factor">现在绑定两步验证</Link>}
          </div>
        )}
        <Field label="账号" error={missing && !account.trim() ? '请填写账号' : undefined}>
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
        <Field label="密码" error={missing && !password ? '请填写密码' : undefined}>
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
        {wantsCode && (
          <Field label="动态验证码" hint="看手机上的验证器；手机不在身边的，填一个恢复码。">
            {(id) => (
              <Input
                id={id}
                size="large"
                autoComplete="one-time-code"
                autoFocus
                maxLength={20}
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
        )}
        <Button type="primary" size="large" block htmlType="submit" loading={login.isPending}>
          登录
        </Button>
        <p className="login-help">
          <Link to="/first-password">首次登录，设置密码</Link>
        </p>
        <p className="field-hint login-help">忘记密码、换岗交接，请找本县系统管理员重置。</p>
      </form>
    </main>
  )
}
