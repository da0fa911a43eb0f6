import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTitle } from '../ui/title.ts'

export function Missing(): ReactNode {
  useTitle('没有这个页面')
  return (
    <main className="page">
      <div className="empty">
        <h1 className="empty-title">没有这个页面</h1>
        <p className="mute">网址可能写错了，或者内容已经撤销。</p>
        <Link to="/">回首页</Link>
      </div>
    </main>
  )
}
