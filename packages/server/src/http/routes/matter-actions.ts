import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  adjustBody,
  answerBody,
  consentBody,
  matterDetail as matterShape,
  reportBody,
  requestCloseBody,
  returnBody,
  signBody,
  verifyBody,
  withdrawBody,
} from '@yipanqi/model'
import type { z, ZodType } from 'zod'
import { adjustMatter } from '../../loop/actions/adjust.ts'
import { answerMatter } from '../../loop/actions/answer.ts'
import { consentMatter, requestClose, returnMatter, verifyMatter } from '../../loop/actions/close.ts'
import { reportMatter } from '../../loop/actions/report.ts'
import { signMatter, withdrawMatter } from '../../loop/actions/simple.ts'
import { matterDetail } from '../../loop/detail.ts'
import type { Vars } from '../context.ts'
import { endpoint, type Call } from '../endpoint.ts'
import { idParams } from './shapes.ts'

/** `POST /matters/{id}/actions/…`: one per verb; the answer is the matter as it now stands. */
export function registerMatterActions(app: OpenAPIHono<Vars>): void {
  const action = <B extends ZodType>(
    verb: string,
    summary: string,
    body: B,
    carryOut: (call: Call<typeof idParams, undefined, B>) => Promise<void>,
  ): void =>
    endpoint(app, {
      method: 'post',
      path: `/api/v1/matters/{id}/actions/${verb}`,
      tag: '办理',
      summary,
      params: idParams,
      body,
      response: matterShape,
      refuses: [403, 404, 409, 422],
      handle: async (call) => {
        await carryOut(call)
        return matterDetail(call.house, call.trx, call.session.actor, (call.params as z.output<typeof idParams>).id)
      },
    })

  action('answer', '答复征求意见', answerBody, ({ house, trx, session, params, body }) =>
    answerMatter(house, trx, session.actor, params.id, body),
  )
  action('sign', '签收', signBody, ({ house, trx, session, params, body }) =>
    signMatter(house, trx, session.actor, params.id, body),
  )
  action('report', '报进展', reportBody, ({ house, trx, session, params, body }) =>
    reportMatter(house, trx, session.actor, params.id, body),
  )
  action('request-close', '申请办结', requestCloseBody, ({ house, trx, session, params, body }) =>
    requestClose(house, trx, session.actor, params.id, body),
  )
  action('verify', '核查办结', verifyBody, ({ house, trx, session, params, body }) =>
    verifyMatter(house, trx, session.actor, params.id, body),
  )
  action('return', '退回重办', returnBody, ({ house, trx, session, params, body }) =>
    returnMatter(house, trx, session.actor, params.id, body),
  )
  action('withdraw', '印发前撤销', withdrawBody, ({ house, trx, session, params, body }) =>
    withdrawMatter(house, trx, session.actor, params.id, body),
  )
  action('adjust', '印发后调整（须有批准依据）', adjustBody, ({ house, trx, session, params, body }) =>
    adjustMatter(house, trx, session.actor, params.id, body),
  )
  action('consent', '牵头县领导同意销号（可代录）', consentBody, ({ house, trx, session, params, body }) =>
    consentMatter(house, trx, session.actor, session.leader, params.id, body),
  )
}
