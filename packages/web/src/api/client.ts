import type { ErrorBody } from '@yipanqi/model'
import { ApiError, networkError } from './errors.ts'

const root = '/api/v1'

type Query = Record<string, string | number | boolean | null | undefined>

/** `/matters` + {state: 'closing', unit: null} → `/matters?state=closing`. Empty values are left out. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

/** A key per intent: a retry of the same click never acts twice. (randomUUID needs https; county intranets use http.) */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(16).padStart(8, '0')).join('')
}

async function readError(response: Response): Promise<ApiError> {
  try {
    const body = (await response.json()) as ErrorBody
    return new ApiError(response.status, body.error)
  } catch {
    return new ApiError(response.status, {
      code: 'unreadable',
      message: '服务器没有按约定答复',
      why: `状态码 ${response.status}。请稍后再试；总是这样请联系系统管理员`,
      who: [],
    })
  }
}

async function send<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await fetch(root + path, { credentials: 'same-origin', ...init })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw networkError()
  }
  if (!response.ok) throw await readError(response)
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined as T
  return (await response.json()) as T
}

/** Reads; `signal` lets a list forget a question that nobody waits for any more. */
export function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return send<T>(address(path, query), signal ? { signal } : {})
}

/** Changes. One retry with the same key when the network failed: the server replays the first answer. */
export async function change<T>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<T> {
  const form = body instanceof FormData
  const headers: Record<string, string> = { 'Idempotency-Key': newKey() }
  if (body && !form) headers['Content-Type'] = 'application/json'
  const init: RequestInit = { method, headers }
  if (body) init.body = form ? body : JSON.stringify(body)
  try {
    return await send<T>(path, init)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'network' && !form) return send<T>(path, init)
    throw error
  }
}

export const post = <T>(path: string, body: object = {}): Promise<T> => change<T>('POST', path, body)
export const patch = <T>(path: string, body: object): Promise<T> => change<T>('PATCH', path, body)
