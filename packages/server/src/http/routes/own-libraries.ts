// A county's own ledgers: drafted, reviewed for what is held already, approved, stopped; fields sent back.
import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  answerObjection,
  changeDraft,
  decideBody,
  draftBody,
  objectionBody,
  ownDetail,
  ownList,
  ownRules,
  ownRulesBody,
  renewBody,
  reviewAnswer,
  reviewBody,
  stopBody,
  versionBody,
} from '@yipanqi/model/libraries/own/index.ts'
import { z } from 'zod'
import { decideOwn, proposeOwn, stopOwn, withdrawOwn } from '../../library/own/decide-own.ts'
import { beginOwn, changeOwnDraft } from '../../library/own/draft-own.ts'
import { answerFieldObjection, objectToField } from '../../library/own/object-own.ts'
import { listOwn, presentOwn } from '../../library/own/present-own.ts'
import { renewOwn } from '../../library/own/renew-own.ts'
import { reviewOwn } from '../../library/own/review-own.ts'
import { readRules, setRules } from '../../library/own/rules-own.ts'
import type { Vars } from '../context.ts'
import { endpoint } from '../endpoint.ts'
import { idParams } from './shapes.ts'

const tag = '自建台账'
const ownParams = z.object({
  own: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,40}$/, '没有这本台账')
    .meta({ description: '自建台账，或加了栏目的台账', example: 'own-lymd' }),
})
const root = '/api/v1/own-libraries'
const one = `${root}/{own}`
const rules = '/api/v1/own-library-rules'

export function registerOwnLibraries(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path: root,
    tag,
    summary: '县里自建的台账和增加的栏目，各到哪天停用',
    response: ownList,
    refuses: [404],
    handle: ({ house, trx, session }) => listOwn(house, trx, session.actor),
  })
  endpoint(app, {
    method: 'post',
    path: `${root}/review`,
    tag,
    summary: '减负审核：哪本台账已有这些栏目（不保存）',
    body: reviewBody,
    response: reviewAnswer,
    refuses: [403, 404],
    handle: ({ trx, session, body }) => reviewOwn(trx, session.actor, body),
  })
  endpoint(app, {
    method: 'post',
    path: root,
    tag,
    summary: '起草一本自建台账，或给已有台账加栏目',
    body: draftBody,
    status: 201,
    response: ownDetail,
    refuses: [403, 404, 409],
    handle: ({ house, trx, session, body }) => beginOwn(house, trx, session.actor, body),
  })
  endpoint(app, {
    method: 'get',
    path: one,
    tag,
    summary: '一本自建台账：方案、版本、退回的栏目',
    params: ownParams,
    response: ownDetail,
    refuses: [404],
    handle: ({ house, trx, session, params }) => presentOwn(house, trx, session.actor, params.own),
  })
  endpoint(app, {
    method: 'patch',
    path: `${one}/draft`,
    tag,
    summary: '改方案，或起草下一版（加栏目、停用栏目、续用）',
    params: ownParams,
    body: changeDraft,
    response: ownDetail,
    refuses: [403, 404, 409],
    handle: ({ house, trx, session, params, body }) => changeOwnDraft(house, trx, session.actor, params.own, body),
  })
  endpoint(app, {
    method: 'post',
    path: `${one}/propose`,
    tag,
    summary: '报批',
    params: ownParams,
    body: versionBody,
    response: ownDetail,
    refuses: [403, 404, 409],
    handle: ({ house, trx, session, params, body }) => proposeOwn(house, trx, session.actor, params.own, body),
  })
  endpoint(app, {
    method: 'post',
    path: `${one}/withdraw`,
    tag,
    summary: '撤回方案',
    params: ownParams,
    body: versionBody,
    response: ownDetail,
    refuses: [403, 404, 409],
    handle: ({ house, trx, session, params, body }) => withdrawOwn(house, trx, session.actor, params.own, body),
  })
  endpoint(app, {
    method: 'post',
    path: `${one}/decide`,
    tag,
    summary: '批准或退回（不能批自己起草的）',
    params: ownParams,
    body: decideBody,
    response: ownDetail,
    refuses: [403, 404, 409],
    handle: ({ house, trx, session, params, body }) => decideOwn(house, trx, session.actor, params.own, body),
  })
  endpoint(app, {
    method: 'post',
    path: `${one}/renew`,
    tag,
    summary: '报请续用：现在的栏目不变，由另一个人审批',
    params: ownParams,
    body: renewBody,
    response: ownDetail,
    refuses: [403, 404, 409],
    handle: ({ house, trx, session, params, body }) => renewOwn(house, trx, session.actor, params.own, body),
  })
  endpoint(app, {
    method: 'post',
    path: `${one}/stop`,
    tag,
    summary: '提前停用（记录仍可查看、导出）',
    params: ownParams,
    body: stopBody,
    response: ownDetail,
    refuses: [403, 404, 409],
    handle: ({ house, trx, session, params, body }) => stopOwn(house, trx, session.actor, params.own, body),
  })
  endpoint(app, {
    method: 'post',
    path: `${one}/objections`,
    tag,
    summary: '此数已有：退回一栏',
    params: ownParams,
    body: objectionBody,
    status: 201,
    response: ownDetail,
    refuses: [403, 404, 409],
    handle: ({ house, trx, session, params, body }) => objectToField(house, trx, session.actor, params.own, body),
  })
  endpoint(app, {
    method: 'post',
    path: `${one}/objections/{id}/answer`,
    tag,
    summary: '答复退回的栏目',
    params: ownParams.extend(idParams.shape),
    body: answerObjection,
    response: ownDetail,
    refuses: [403, 404, 409],
    handle: ({ house, trx, session, params, body }) =>
      answerFieldObjection(house, trx, session.actor, params.own, params.id, body),
  })
  endpoint(app, {
    method: 'get',
    path: rules,
    tag,
    summary: '县里的规矩：谁审批、一次用多久、到期前几天提醒',
    response: ownRules,
    refuses: [404],
    handle: ({ trx, session }) => readRules(trx, session.actor),
  })
  endpoint(app, {
    method: 'patch',
    path: rules,
    tag,
    summary: '改县里的规矩（财经办，写依据）',
    body: ownRulesBody,
    response: ownRules,
    refuses: [403, 404, 409],
    handle: ({ trx, session, body }) => setRules(trx, session.actor, body),
  })
}
