import { errorBody } from '@yipanqi/model'

const words: Record<number, string> = {
  400: '请求不对',
  401: '没有登录或登录已失效',
  403: '没有权限，或请求来自别的网站',
  404: '没有找到，或不在可见范围',
  409: '现在不能这样办：版本已变、状态不符，或有人同时在改',
  413: '太大',
  415: '格式读不了，或请求体的类型不对',
  422: '内容不能受理，或 Idempotency-Key 已用在别的请求上',
  429: '试得太多，或同时的请求太多',
  500: '系统出错，没有写入任何东西',
  503: '正在停机、太忙，或数据库暂时连不上',
}

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429

/** What may happen to any request, and to any that changes something, whatever the route. */
const anywhere = [500, 503] as const
const anyChange = [403, 409, 413, 415, 422] as const

/** The refusals of a route for its documentation: its own, and those that stand before every route. */
export function refusals(method: 'get' | 'post' | 'patch' | 'delete', own: readonly RefusalStatus[]) {
  const statuses = new Set<number>([...own, ...(method === 'get' ? [] : anyChange), ...anywhere])
  return Object.fromEntries(
    [...statuses]
      .sort((a, b) => a - b)
      .map((status) => [
        status,
        { description: words[status] ?? '', content: { 'application/json': { schema: errorBody } } },
      ]),
  )
}
