import type { ReactNode } from 'react'
import { useLink } from '../api/live.ts'

/** Says when what is on the screen may be old. */
export function LinkNote(): ReactNode {
  const link = useLink()
  if (link === 'live') return null
  return (
    <div className="link-note no-print" role="status">
      {link === 'offline'
        ? '网络断了：现在看到的是断网前的内容，恢复后自动更新。'
        : '与服务器的实时连接断了，正在重连；别人的改动可能稍后才显示。'}
    </div>
  )
}
