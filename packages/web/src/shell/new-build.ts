/**
 * After an update the pages that stand open ask for files that are gone: load the page afresh, once, so that a real
 * fault does not turn into an endless reload.
 */
export function reloadOnNewBuild(): void {
  window.addEventListener('vite:preloadError', () => {
    const last = Number(sessionStorage.getItem('reloaded-at') ?? 0)
    if (Date.now() - last < 60_000) return
    sessionStorage.setItem('reloaded-at', String(Date.now()))
    location.reload()
  })
}
