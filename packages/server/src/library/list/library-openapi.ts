// The OpenAPI document of one library: the routes of all of them with its own name in the address and its own record.
import type { Library } from '@yipanqi/model/libraries/index.ts'

type Json = Readonly<Record<string, unknown>>

interface Document {
  readonly info: Json
  readonly paths?: Json
  readonly components?: { readonly schemas?: Json }
}

const generic = '/api/v1/libraries/{library}'

export function libraryOpenapi(whole: Document, library: Library): Json {
  const paths = Object.entries(whole.paths ?? {})
    .filter(([path]) => path === generic || path.startsWith(`${generic}/`))
    .map(([path, item]) => [path.replace('{library}', library.id), withoutParameter(item as Json)])
  return {
    ...whole,
    info: { ...whole.info, title: `一盘棋 · ${library.name}`, description: library.purpose },
    paths: Object.fromEntries(paths),
    components: { ...whole.components, schemas: { ...whole.components?.schemas, Values: valuesSchema(library) } },
  }
}

/** Each operation without the path's parameter, which the address now names. */
function withoutParameter(item: Json): Json {
  return Object.fromEntries(
    Object.entries(item).map(([method, operation]) => {
      const { parameters, ...rest } = operation as { parameters?: readonly Json[] }
      const left = (parameters ?? []).filter((p) => !(p['in'] === 'path' && p['name'] === 'library'))
      return [method, left.length === 0 ? rest : { ...rest, parameters: left }]
    }),
  )
}

/** A record's values by field; anything may be null that is not filled, and a list answers only the columns asked for. */
function valuesSchema(library: Library): Json {
  return {
    type: 'object',
    description: `${library.noun}的栏目`,
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(library.fields).map(([name, field]) => [
        name,
        {
          title: field.label,
          ...(field.help === undefined ? {} : { description: field.help }),
          ...(field.system ? { readOnly: true } : {}),
          anyOf: [field.schema, { type: 'null' }],
        },
      ]),
    ),
  }
}
