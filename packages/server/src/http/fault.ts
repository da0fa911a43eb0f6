import type { ErrorBody, Post, UnitRef } from '@yipanqi/model'

type Body = ErrorBody['error']

/** What an error answers beside its code and sentence. */
export interface FaultDetails {
  readonly why?: string
  readonly who?: readonly { unit: UnitRef | null; post: Post }[]
  readonly fields?: readonly { path: string; message: string }[]
  readonly items?: readonly { id: number; title: string; why: string }[]
}

/** An error that a person will read: what happened (message), why, who can act. Anything else becomes a plain 500. */
export class Fault extends Error {
  readonly status: number
  readonly code: string
  readonly details: FaultDetails

  constructor(status: number, code: string, message: string, details: FaultDetails = {}) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
  }

  body(): ErrorBody {
    const error: Body = {
      code: this.code,
      message: this.message,
      why: this.details.why ?? '',
      who: [...(this.details.who ?? [])],
    }
    if (this.details.fields) error.fields = [...this.details.fields]
    if (this.details.items) error.items = [...this.details.items]
    return { error }
  }
}

const office = [{ unit: null, post: 'dispatcher' as const }]

export const faults = {
  notFound: (what: string) =>
    new Fault(404, 'not-found', `没有找到这${what}`, { why: '它不存在，或不在您可以看到的范围内', who: office }),
  stale: (current: number) =>
    new Fault(409, 'stale', '别人刚刚改过这条记录', { why: `现在的版本是 ${current}，请取来最新的内容再改`, who: [] }),
  signedOut: () =>
    new Fault(401, 'signed-out', '登录已失效，请重新登录', { why: '没有登录，或登录已到期、已退出', who: [] }),
  forbidden: (message: string, why: string, post: Post) =>
    new Fault(403, 'forbidden', message, { why, who: [{ unit: null, post }] }),
  notJson: () =>
    new Fault(415, 'not-json', '请求体要用 application/json', { why: '没有按 JSON 发送，没有写入任何东西', who: [] }),
  invalid: (message: string, fields: FaultDetails['fields'] = []) =>
    new Fault(400, 'invalid', message, {
      why: fields?.map((f) => `${f.path}：${f.message}`).join('；') ?? '',
      fields: fields ?? [],
    }),
}
