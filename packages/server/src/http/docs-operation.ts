import { anchor, code, escapeHtml, json } from './docs-html.ts'
import {
  resolve,
  type Body,
  type Media,
  type Method,
  type OpenApi,
  type Operation,
  type Parameter,
} from './docs-openapi.ts'
import { constraints, fieldRow, schemaFields, typeOf, type Must } from './docs-schema.ts'

export interface Endpoint {
  method: Method
  path: string
  operation: Operation
  /** Of the path and of the operation together. */
  parameters: Parameter[]
}

const places: Readonly<Record<string, string>> = { path: '路径', query: '查询', header: '请求头', cookie: '会话标识' }

export function endpointAnchor(endpoint: Endpoint): string {
  return anchor(endpoint.method, endpoint.path)
}

export function endpointArticle(openapi: OpenApi, endpoint: Endpoint): string {
  const { method, path, operation } = endpoint
  const body = operation.requestBody && resolve(openapi, operation.requestBody)
  const answers = Object.entries(operation.responses ?? {}).map(
    ([status, answer]) => [status, resolve(openapi, answer)] as const,
  )
  return [
    `<article id="${endpointAnchor(endpoint)}">`,
    `<h3>${escapeHtml(operation.summary ?? path)}${operation.deprecated ? '（停用）' : ''}</h3>`,
    `<p class="call"><b class="${method}">${method.toUpperCase()}</b> ${code(path)}</p>`,
    operation.description ? `<p>${escapeHtml(operation.description)}</p>` : '',
    parameterList(openapi, endpoint.parameters),
    body ? `<h4>请求体${body.required ? '（必填）' : ''}</h4>${content(openapi, body, '必填')}` : '',
    ...answers.filter(([status]) => !isError(status)).map(([status, answer]) => success(openapi, status, answer)),
    errorList(
      openapi,
      answers.filter(([status]) => isError(status)),
    ),
    '</article>',
  ].join('\n')
}

function isError(status: string): boolean {
  return status === 'default' || status >= '400'
}

function parameterList(openapi: OpenApi, parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return ''
  const rows = parameters.map((each) => {
    const parameter = resolve(openapi, each)
    const place = places[parameter.in ?? ''] ?? ''
    const type = parameter.schema ? typeOf(parameter.schema) + constraints(parameter.schema) : '文本'
    const says = parameter.description ?? parameter.schema?.description
    return fieldRow(parameter.name ?? '', `${place}，${type}`, parameter.required ? '必填' : null, says)
  })
  return `<h4>参数</h4><ul class="fields">${rows.join('')}</ul>`
}

function content(openapi: OpenApi, body: Body, must: Must): string {
  const said = body.description ? `<p>${escapeHtml(body.description)}</p>` : ''
  const kinds = Object.entries(body.content ?? {}).map(
    ([kind, media]) =>
      `<p class="kind">${code(kind)}</p>${media.schema ? schemaFields(openapi, media.schema, must) : ''}${examples(openapi, media)}`,
  )
  return said + kinds.join('')
}

function examples(openapi: OpenApi, media: Media): string {
  const found: unknown[] = Object.values(media.examples ?? {}).map((each) => each.value)
  if (media.example !== undefined) found.unshift(media.example)
  const ofSchema = media.schema && resolve(openapi, media.schema).example
  if (found.length === 0 && ofSchema !== undefined) found.push(ofSchema)
  return found.map((value) => `<p class="kind">例</p>${json(value)}`).join('')
}

function success(openapi: OpenApi, status: string, answer: Body): string {
  return `<h4>答复 ${code(status)}</h4>${content(openapi, answer, '必有')}`
}

/** Errors share one shape, so a row each is enough: status, what it means, the shape's name. */
function errorList(openapi: OpenApi, answers: readonly (readonly [string, Body])[]): string {
  if (answers.length === 0) return ''
  const rows = answers.map(([status, answer]) => {
    const media = Object.values(answer.content ?? {})
    const types = media.map((each) => (each.schema ? typeOf(each.schema) : '')).join(' ')
    // The schema's own example would be the same in every row.
    const given = media.map((each) => examples(openapi, { ...each, schema: undefined })).join('')
    return fieldRow(status === 'default' ? '其他' : status, types, null, answer.description, given)
  })
  return `<h4>错误</h4><ul class="fields">${rows.join('')}</ul>`
}
