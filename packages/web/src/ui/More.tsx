import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'

interface Pages {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

/** The next page comes when the end of the list comes into sight; the button is for keyboards. */
export function More({ query }: { query: Pages }): ReactNode {
  const end = useRef<HTMLButtonElement>(null)
  const more = query.hasNextPage
  const arrive = useEffectEvent(() => {
    if (query.hasNextPage && !query.isFetchingNextPage) query.fetchNextPage()
  })
  useEffect(() => {
    const element = end.current
    if (!element || !more) return
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((e) => e.isIntersecting)) arrive()
      },
      { rootMargin: '600px' },
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [more])
  if (!more) return null
  return (
    <button
      type="button"
      ref={end}
      className="link more no-print"
      disabled={query.isFetchingNextPage}
      onClick={() => query.fetchNextPage()}
    >
      {query.isFetchingNextPage ? '正在取后面的…' : '再看一些'}
    </button>
  )
}
