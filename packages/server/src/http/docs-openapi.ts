// The part of OpenAPI 3.1 that the docs page shows. Everything is optional: a document is data, not a promise.

export interface Schema {
  $ref?: string
  type?: string | string[]
  title?: string
  description?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  example?: unknown
  examples?: unknown
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

export interface Media {
  schema?: Schema
  example?: unknown
  examples?: Record<string, { value?: unknown; summary?: string }>
}

export interface Parameter {
  $ref?: string
  name?: string
  in?: string
  required?: boolean
  description?: string
  schema?: Schema
  example?: unknown
}

export interface Body {
  $ref?: string
  description?: string
  required?: boolean
  content?: Record<string, Media>
}

export interface Operation {
  tags?: string[]
  summary?: string
  description?: string
  operationId?: string
  deprecated?: boolean
  parameters?: Parameter[]
  requestBody?: Body
  responses?: Record<string, Body>
}

export type PathItem = { parameters?: Parameter[] } & Partial<Record<Method, Operation>>

export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
export type Method = (typeof methods)[number]

export interface OpenApi {
  info?: { title?: string; version?: string; description?: string }
  tags?: { name: string; description?: string }[]
  paths?: Record<string, PathItem>
  components?: {
    schemas?: Record<string, Schema>
    parameters?: Record<string, Parameter>
    responses?: Record<string, Body>
    requestBodies?: Record<string, Body>
  }
}

/** Follows one local reference such as `#/components/schemas/Matter`; undefined when it leads nowhere. */
export function follow<T>(openapi: OpenApi, ref: string): T | undefined {
  let at: unknown = openapi
  for (const part of ref.replace(/^#\//, '').split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string, unknown>)[key]
  }
  return at as T
}

/** The thing itself, or what its reference leads to. */
export function resolve<T extends { $ref?: string }>(openapi: OpenApi, thing: T): T {
  return thing.$ref ? (follow<T>(openapi, thing.$ref) ?? thing) : thing
}
