// Every answer that a test receives is held against the OpenAPI document that the house itself publishes: a status
// that is not documented, or a body that does not match, fails the test that asked.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

interface Media {
  readonly schema: Record<string, unknown>
}
export interface Operation {
  readonly summary?: string
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema?: unknown }[]
  readonly requestBody?: { required?: boolean; content: Record<string, Media> }
  readonly responses: Record<string, { description: string; content?: Record<string, Media> }>
}
export interface OpenApi {
  readonly openapi: string
  readonly info: { title: string; version: string }
  readonly paths: Record<string, Record<string, Operation>>
  readonly components?: { schemas?: Record<string, unknown> }
}

/** What was asked and what came back; `body` is null where it is no JSON (streams, downloads). */
export interface Spoken {
  readonly method: string
  /** Below the host, without the query: `/api/v1/matters/7`. */
  readonly path: string
  readonly status: number
  readonly type: string
  readonly body: unknown
}

export type ResponseCheck = (spoken: Spoken) => string[]

/** Makes the check: it answers problems in words, none where the answer keeps to the document. */
export function responseCheck(document: OpenApi): ResponseCheck {
  const ajv = ajvOf(document)
  const find = pathFinder(document)
  const compiled = new Map<string, ValidateFunction>()

  return ({ method, path, status, type, body }) => {
    const said = `${method} ${path} → ${status}`
    const template = find(method, path)
    if (template === null) return status === 404 ? [] : [`${said}: no such operation in the document`]
    const response = document.paths[template]?.[method.toLowerCase()]?.responses[status]
    if (!response) return [`${said}: this status is not documented for ${template} (${JSON.stringify(body)})`]
    const media = response.content?.[type]
    if (!media) return [`${said}: answered ${type}, documented are ${Object.keys(response.content ?? {}).join()}`]
    if (type !== 'application/json') return []
    const at = ['paths', template, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema']
    const ref = pointer(at)
    // Nothing may slip out beside what is documented.
    const validate = compiled.get(ref) ?? ajv.compile({ $ref: ref, unevaluatedProperties: false })
    compiled.set(ref, validate)
    if (validate(body)) return []
    return (validate.errors ?? [])
      .slice(0, 5)
      .map((e) => `${said}: ${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`)
  }
}

/** The document's schemas as JSON Schema 2020-12, which is what OpenAPI 3.1 says that they are. */
export function ajvOf(document: OpenApi): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  // The package is CommonJS: its default export arrives under `default` or as itself.
  const add = 'default' in formats ? (formats as unknown as { default: typeof formats.default }).default : formats
  ;(add as (ajv: Ajv2020) => void)(ajv)
  ajv.addFormat('binary', true)
  ajv.addSchema(document as object, 'api')
  return ajv
}

/** `api#/paths/~1api~1v1…`: a JSON pointer as a reference into the document. */
export function pointer(parts: readonly string[]): string {
  const escape = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
  return `api#/${parts.map(escape).join('/')}`
}

/** Which template a path belongs to: the one with the fewest parameters, as the router decides too. */
function pathFinder(document: OpenApi): (method: string, path: string) => string | null {
  const rows = Object.keys(document.paths)
    .map((template) => ({
      template,
      holes: template.split('{').length - 1,
      shape: new RegExp(`^${template.replace(/[.]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`),
    }))
    .sort((a, b) => a.holes - b.holes)
  return (method, path) =>
    rows.find((r) => r.shape.test(path) && document.paths[r.template]?.[method.toLowerCase()])?.template ?? null
}
