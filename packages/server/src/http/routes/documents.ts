import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import {
  adoptBody,
  consultBody,
  consultation,
  createDocument as createShape,
  documentDetail as documentShape,
  documentPage,
  draftFromSentence,
  issueBody,
  matterDetail as matterShape,
  reviewBody,
  signOffBody,
} from '@yipanqi/model'
import type { Context } from 'hono'
import { z, type ZodType } from 'zod'
import { createDocument } from '../../documents/create-document.ts'
import { adoptAnswer, consultationOf } from '../../documents/consultation.ts'
import { draftOfSentence } from '../../documents/draft-from-sentence.ts'
import { documentFields, listDocuments } from '../../documents/list-documents.ts'
import { documentDetail } from '../../documents/present.ts'
import { consultDocument, issueDocument, reviewDocument, signOffDocument } from '../../documents/steps.ts'
import { readUpload } from '../../files/read-upload.ts'
import { UploadError } from '../../files/upload-error.ts'
import { matterDetail } from '../../loop/detail.ts'
import type { Vars } from '../context.ts'
import { endpoint, sessionOf, type Call } from '../endpoint.ts'
import { Fault, faults } from '../fault.ts'
import { once } from '../once.ts'
import { readForm } from '../read-form.ts'
import { refusals } from '../refusals.ts'
import { mendText, requireWholeText } from '../whole-text.ts'
import { idParams, readQuery } from './shapes.ts'

const tag = '文件'

export function registerDocuments(app: OpenAPIHono<Vars>): void {
  registerUpload(app)
  endpoint(app, {
    method: 'get',
    path: '/api/v1/documents',
    tag,
    summary: '文件清单',
    query: documentFields.schema,
    response: documentPage,
    handle: ({ trx, session, query }) => listDocuments(trx, session.actor, readQuery(documentFields, query)),
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/documents/{id}',
    tag,
    summary: '活文件：正文、每句的灯、事项',
    params: idParams,
    response: documentShape,
    refuses: [404],
    handle: ({ house, trx, session, params }) => documentDetail(house, trx, session.actor, params.id),
  })
  const step = <B extends ZodType>(
    verb: string,
    summary: string,
    body: B,
    carryOut: (call: Call<typeof idParams, undefined, B>) => Promise<void>,
  ): void =>
    endpoint(app, {
      method: 'post',
      path: `/api/v1/documents/{id}/actions/${verb}`,
      tag,
      summary,
      params: idParams,
      body,
      response: documentShape,
      refuses: [403, 404, 409],
      handle: async (call) => {
        await carryOut(call)
        return documentDetail(call.house, call.trx, call.session.actor, (call.params as z.output<typeof idParams>).id)
      },
    })
  step('review', '财经办核', reviewBody, ({ house, trx, session, params, body }) =>
    reviewDocument(house, trx, session.actor, params.id, body),
  )
  step('consult', '征求意见', consultBody, ({ house, trx, session, params, body }) =>
    consultDocument(house, trx, session.actor, params.id, body),
  )
  step('sign-off', '审定', signOffBody, ({ house, trx, session, params, body }) =>
    signOffDocument(house, trx, session.actor, params.id, body),
  )
  step('issue', '编号印发、交办', issueBody, ({ house, trx, session, params, body }) =>
    issueDocument(house, trx, session.actor, params.id, body),
  )

  endpoint(app, {
    method: 'get',
    path: '/api/v1/documents/{id}/consultation',
    tag,
    summary: '征求意见及采纳情况表',
    params: idParams,
    response: consultation,
    refuses: [404],
    handle: ({ house, trx, session, params }) => consultationOf(house, trx, session.actor, params.id),
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/answers/{id}/adopt',
    tag,
    summary: '采纳或不采纳一条意见（version 为该事项的版本）',
    params: idParams,
    body: adoptBody,
    response: consultation,
    refuses: [403, 404, 409],
    handle: async ({ house, trx, session, params, body }) =>
      consultationOf(house, trx, session.actor, await adoptAnswer(trx, session.actor, params.id, body)),
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/documents/{id}/matters',
    tag,
    summary: '把未列入的一句列为事项',
    params: idParams,
    body: draftFromSentence,
    status: 201,
    response: matterShape,
    refuses: [403, 404, 409],
    handle: async ({ house, trx, session, params, body }) =>
      matterDetail(house, trx, session.actor, await draftOfSentence(house, trx, session.actor, params.id, body)),
  })
}

const uploadForm = z.object({
  file: z.any().meta({ type: 'string', format: 'binary', description: '.txt .docx .doc .wps .pdf（有文字层）.ofd' }),
  title: z.string().optional(),
  date: z.string().optional(),
  scope: z.string(),
  declarer: z.string(),
  confirmed: z.string().optional(),
})

/** JSON with the text, or multipart with a file: the one route with two kinds of body. */
function registerUpload(app: OpenAPIHono<Vars>): void {
  app.openAPIRegistry.registerPath({
    ...createRoute({
      method: 'post',
      path: '/api/v1/documents',
      tags: [tag],
      summary: '上传文件：先定范围和声明人，读出拟稿',
      request: {
        body: {
          required: true,
          content: { 'application/json': { schema: createShape }, 'multipart/form-data': { schema: uploadForm } },
        },
      },
      responses: {
        201: { description: '读出的拟稿', content: { 'application/json': { schema: documentShape } } },
        ...refusals('post', [400, 401, 415]),
      },
    }),
  })
  app.post('/api/v1/documents', async (c) => {
    const house = c.get('house')
    const session = await sessionOf(c)
    if (session.actor.post !== 'dispatcher')
      throw faults.forbidden('您不能上传文件', '讲话、纪要等由财经办上传并拆解', 'dispatcher')
    const input = c.req.header('Content-Type')?.includes('multipart/form-data')
      ? await fromForm(c)
      : { ...parse(await jsonOf(c)), fileName: undefined }
    const key = c.req.header('Idempotency-Key')
    const result = await house.db.withActor(session.actor, async (trx) => {
      const work = async () =>
        documentDetail(house, trx, session.actor, await createDocument(house, trx, session.actor, input))
      return key
        ? once(trx, session.actor, { key, request: 'post /api/v1/documents', body: input, status: 201 }, work)
        : work()
    })
    return c.json(result, 201)
  })
}

async function jsonOf(c: Context<Vars>): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/.test(c.req.header('Content-Type') ?? '')) throw faults.notJson()
  try {
    return await c.req.json()
  } catch {
    throw new Fault(400, 'bad-json', '请求体不是完整的 JSON', { why: '内容缺了一截或格式写错，没有写入任何东西' })
  }
}

function parse(raw: unknown) {
  const parsed = createShape.safeParse(raw)
  if (parsed.success) {
    requireWholeText(parsed.data)
    return parsed.data
  }
  throw faults.invalid(
    '填写的内容不对',
    parsed.error.issues.slice(0, 20).map((i) => ({ path: i.path.join('.'), message: i.message })),
  )
}

async function fromForm(c: Context<Vars>) {
  const form = await readForm(c)
  const file = form['file']
  const text = (name: string) =>
    typeof form[name] === 'string' && form[name] !== '' ? (form[name] as string) : undefined
  // Scope and declarer first: without them the file is not even opened.
  const head = createShape.omit({ text: true }).safeParse({
    title: text('title'),
    date: text('date'),
    scope: text('scope'),
    declarer: text('declarer'),
    confirmed: text('confirmed') === 'true',
  })
  if (!head.success)
    throw faults.invalid(
      '请先选范围、填声明人',
      head.error.issues.map((i) => ({ path: i.path.join('.'), message: i.message })),
    )
  requireWholeText(head.data)
  if (!(file instanceof File))
    throw faults.invalid('没有文件', [{ path: 'file', message: '请选一个文件，或直接粘贴全文' }])
  const limit = c.get('house').config.uploadLimit
  if (file.size > limit)
    throw new Fault(413, 'too-large', '文件太大', {
      why: `单个文件最多 ${Math.floor(limit / 1_000_000)} MB；请只留正文，或直接粘贴全文`,
    })
  try {
    const read = await readUpload(new Uint8Array(await file.arrayBuffer()), file.name)
    return { ...head.data, text: mendText(read.text), fileName: file.name }
  } catch (error) {
    if (error instanceof UploadError) throw new Fault(error.status, error.code, error.message, { why: error.why })
    throw error
  }
}
