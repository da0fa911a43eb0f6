import { useEffect } from 'react'

/** The browser's tab says where one is. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · 一盘棋` : '一盘棋'
  }, [title])
}
