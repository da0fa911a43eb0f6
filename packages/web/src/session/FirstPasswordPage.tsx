import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../api/client.ts'
import { Field } from '../ui/Field.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { useTitle } from '../ui/title.ts'
import { toast } from '../ui/toast.ts'
import { passwordFaults } from './first-password.ts'
import './login.css'

/** A new account: the code that the administrator handed over becomes a password, once. */
export function FirstPasswordPage(): ReactNode {
  useTitle('首次登录，设置密码')
  const navigate = useNavigate()
  const [account, setAccount] = useState('')
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const set = useMutation({
    mutationFn: () => post('/accounts/first-password', { account: account.trim(), code: code.trim(), password }),
    meta: { session: true },
    onSuccess: async () => {
      toast('密码已设置，请登录')
      await navigate({ to: '/login' })
    },
  })
  const faults = passwordFaults({ account, code, password, again })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(faults).length === 0) set.mutate()
  }
  const shown = tried ? faults : {}
  return (
    <main className="login">
      <form className="login-card" onSubmit={submit} noValidate>
        <h1 className="login-title">首次登录，设置密码</h1>
        {set.error && (
          <div className="login-note">
            <ErrorNote error={set.error} />
          </div>
        )}
        <Field label="账号" error={shown.account}>
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
        <Field label="设置码" error={shown.code} hint="由系统管理员当面或书面交给您，只能用一次。">
          {(id) => (
            <Input
              id={id}
              size="large"
              autoComplete="one-time-code"
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
        <Field label="新密码" error={shown.password} hint="至少 10 个字符，不同的字符不少于 5 个。">
          {(id) => (
            <Input.Password
              id={id}
              size="large"
              autoComplete="new-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <Field label="再输一遍" error={shown.again}>
          {(id) => (
            <Input.Password
              id={id}
              size="large"
              autoComplete="new-password"
              value={again}
              onChange={(event) => setAgain(event.target.value)}
            />
          )}
        </Field>
        <Button type="primary" size="large" block htmlType="submit" loading={set.isPending}>
          设置密码
        </Button>
        <p className="login-help">
          <Link to="/login">已有密码，去登录</Link>
        </p>
      </form>
    </main>
  )
}
