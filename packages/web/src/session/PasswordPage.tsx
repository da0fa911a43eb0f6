import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../api/client.ts'
import { Field } from '../ui/Field.tsx'
import { ErrorNote } from '../ui/Notes.tsx'
import { useTitle } from '../ui/title.ts'
import { toast } from '../ui/toast.ts'
import { sessionEnded } from './ended.ts'
import { newPasswordFaults } from './first-password.ts'

/** One's own password; every place where one is logged in asks for the new one. */
export function PasswordPage(): ReactNode {
  useTitle('改密码')
  const navigate = useNavigate()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const set = useMutation({
    mutationFn: () => post('/me/password', { current, password }),
    meta: { session: true },
    onSuccess: async () => {
      toast('密码已改，请用新密码登录')
      sessionEnded.set(false)
      await navigate({ to: '/login' })
    },
  })
  const faults: Partial<Record<'current' | 'password' | 'again', string>> = {
    ...(current ? {} : { current: '请填写现在的密码' }),
    ...newPasswordFaults(password, again),
  }
  const shown = tried ? faults : {}
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(faults).length === 0) set.mutate()
  }
  const field = (
    label: string,
    value: string,
    change: (next: string) => void,
    error: string | undefined,
    complete: string,
    hint?: string,
  ): ReactNode => (
    <Field label={label} error={error} hint={hint}>
      {(id) => (
        <Input.Password
          id={id}
          size="large"
          autoComplete={complete}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  )
  return (
    <div className="page">
      <form className="card password-card" onSubmit={submit} noValidate>
        <h1>改密码</h1>
        {field('现在的密码', current, setCurrent, shown.current, 'current-password')}
        {field(
          '新密码',
          password,
          setPassword,
          shown.password,
          'new-password',
          '至少 10 个字符，不同的字符不少于 5 个。',
        )}
        {field('再输一遍', again, setAgain, shown.again, 'new-password')}
        {set.error && <ErrorNote error={set.error} />}
        <Button type="primary" size="large" htmlType="submit" loading={set.isPending}>
          改密码
        </Button>
        <p className="field-hint">改了以后，别处已登录的都会退出。</p>
      </form>
    </div>
  )
}
