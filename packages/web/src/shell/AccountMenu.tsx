import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { isAdministrator } from '@yipanqi/model/people/words.ts'
import { postWords } from '@yipanqi/model/words.ts'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { change } from '../api/client.ts'
import { useMe } from '../session/me.ts'

export function AccountMenu(): ReactNode {
  const me = useMe()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const logout = useMutation({
    mutationFn: () => change('DELETE', '/sessions/current'),
    meta: { session: true },
    // Even where the server does not answer, nothing stays on this screen.
    onSettled: async () => {
      await navigate({ to: '/login' })
      client.clear()
    },
  })
  useEffect(() => {
    if (!open) return
    const close = (event: Event): void => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node))
        setOpen(false)
    }
    document.addEventListener('keydown', close)
    document.addEventListener('pointerdown', close)
    return () => {
      document.removeEventListener('keydown', close)
      document.removeEventListener('pointerdown', close)
    }
  }, [open])
  return (
    <div className="account" ref={box}>
      <button type="button" className="account-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="account-unit">{me.unit.short} · </span>
        {me.account.display}
      </button>
      {open && (
        <div className="account-menu">
          <div className="account-who">
            <b>{me.account.display}</b>
            <span className="mute">
              {me.unit.name} · {postWords[me.account.post]}
            </span>
          </div>
          <button
            type="button"
            onClick={() => {
              setOpen(false)
              setTimeout(() => window.print())
            }}
          >
            打印本页
          </button>
          <Link to="/password" onClick={() => setOpen(false)}>
            改密码
          </Link>
          {isAdministrator(me.account.post) && (
            <Link to="/second-factor" onClick={() => setOpen(false)}>
              绑定两步验证
            </Link>
          )}
          <button type="button" disabled={logout.isPending} onClick={() => logout.mutate()}>
            退出登录
          </button>
        </div>
      )}
    </div>
  )
}
