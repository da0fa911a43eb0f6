import { store } from './store.ts'

export interface Toast {
  id: number
  text: string
  tone: 'ok' | 'warn'
}

export const toasts = store<readonly Toast[]>([])
let last = 0

/** Says in passing that something is done: one line, which the next one replaces. Warnings stay beside it; what needs a decision belongs into a note on the page instead. */
export function toast(text: string, tone: Toast['tone'] = 'ok'): void {
  last += 1
  const id = last
  const warnings = toasts.get().filter((t) => t.tone === 'warn')
  toasts.set([...warnings.slice(-2), { id, text, tone }])
  setTimeout(() => toasts.set(toasts.get().filter((t) => t.id !== id)), tone === 'warn' ? 6_000 : 3_000)
}
