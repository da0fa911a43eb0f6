import type { ErrorBody } from '@yipanqi/model'
import { type Post, postWords } from '@yipanqi/model/words.ts'

/** A refusal of the server in words that a person can act on. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly why: string
  readonly who: string[]
  readonly fields: { path: string; message: string }[]
  readonly items: { id: number; title: string; why: string }[]

  constructor(status: number, body: ErrorBody['error']) {
    super(body.message)
    this.status = status
    this.code = body.code
    this.why = body.why
    this.who = body.who.map(actorWords)
    this.fields = body.fields ?? []
    this.items = body.items ?? []
  }
}

/** `发改局 主要负责人`, or the post alone where no unit is meant. */
export function actorWords(actor: { unit: { short: string } | null; post: Post }): string {
  return actor.unit ? `${actor.unit.short} ${postWords[actor.post]}` : postWords[actor.post]
}

/** The same sentence for every failure that is not the server's own answer. */
export function networkError(): ApiError {
  return new ApiError(0, {
    code: 'network',
    message: '没有连上服务器，刚才的操作没有完成',
    why: '网络不通或服务正在重启；您填的内容还在，稍后再点一次即可',
    who: [],
  })
}
