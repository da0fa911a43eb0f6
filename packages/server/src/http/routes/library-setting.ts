import type { OpenAPIHono } from '@hono/zod-openapi'
import { changeLibrarySetting, librarySetting } from '@yipanqi/model/libraries/index.ts'
import { readableLedger } from '../../library/list/readable.ts'
import { giveKeepers, readSetting } from '../../library/setting/setting.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'
import { libraryParams } from './library-records.ts'

const tag = '台账设置'
const path = '/api/v1/libraries/{library}/setting'

export function registerLibrarySetting(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path,
    tag,
    summary: '一本台账由哪些单位保管',
    params: libraryParams,
    response: librarySetting,
    refuses: [404],
    handle: async ({ trx, session: { actor }, params }) =>
      readSetting(trx, actor, (await readableLedger(trx, actor, params.library)).library),
  })
  endpoint(app, {
    method: 'patch',
    path,
    tag,
    summary: '定保管单位：它们的账号看得到、管得了整本台账',
    params: libraryParams,
    body: changeLibrarySetting,
    response: librarySetting,
    refuses: [403, 404, 409],
    handle: async ({ trx, session: { actor }, params, body }) =>
      giveKeepers(trx, actor, (await readableLedger(trx, actor, params.library)).library, body),
  })
}
