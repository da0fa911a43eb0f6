import { anchor, code, escapeHtml } from './docs-html.ts'
import { resolve, type OpenApi, type Schema } from './docs-openapi.ts'

/** What a caller must send, and what an answer always has. */
export type Must = '必填' | '必有'

const typeWords: Readonly<Record<string, string>> = {
  string: '文本',
  integer: '整数',
  number: '数',
  boolean: '是否',
  array: '列表',
  object: '对象',
  null: '空',
}

/** Fields of a schema, one level deep: what lies deeper is a link to its own place on the page. */
export function schemaFields(openapi: OpenApi, schema: Schema, must: Must = '必有'): string {
  const target = resolve(openapi, schema)
  const list = target.type === 'array' && target.items ? resolve(openapi, target.items) : target
  const fields = propertiesOf(openapi, list)
  const head = `<p class="type">${typeOf(schema)}${constraints(target)}</p>`
  if (fields.length === 0) return head
  const rows = fields.map(({ name, field, required }) =>
    fieldRow(name, typeOf(field) + constraints(field), required ? must : null, field.description),
  )
  return `${head}<ul class="fields">${rows.join('')}</ul>`
}

/** One row of a list: name, type (HTML), whether it must be there, what it means, and more HTML below. */
export function fieldRow(
  name: string,
  type: string,
  must: Must | null,
  description: string | undefined,
  more = '',
): string {
  const text = description || more ? `<div class="says">${escapeHtml(description ?? '')}${more}</div>` : ''
  return `<li><span class="name">${code(name)}${must ? ` <strong class="must">${must}</strong>` : ''}</span><span class="type">${type}</span>${text}</li>`
}

interface Field {
  name: string
  field: Schema
  required: boolean
}

/** Own properties and those of the parts it is put together from. */
function propertiesOf(openapi: OpenApi, schema: Schema): Field[] {
  const parts = [schema, ...(schema.allOf ?? []).map((part) => resolve(openapi, part))]
  return parts.flatMap((part) =>
    Object.entries(part.properties ?? {}).map(([name, field]) => ({
      name,
      field,
      required: part.required?.includes(name) ?? false,
    })),
  )
}

/** The type as HTML: links for named schemas, Chinese words for the rest. */
export function typeOf(schema: Schema, depth = 0): string {
  if (schema.$ref) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
    return `<a href="#${anchor('schema', name)}">${escapeHtml(name)}</a>`
  }
  // Nothing that people write is nested deeper; a document that is has no claim to be shown whole.
  if (depth > 4) return '…'
  if (schema.const !== undefined) return code(JSON.stringify(schema.const))
  if (schema.enum) return `取值 ${schema.enum.map((value) => code(String(value))).join(' ')}`
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map((choice) => typeOf(choice, depth + 1)).join(' 或 ')
  if (schema.allOf) return schema.allOf.map((part) => typeOf(part, depth + 1)).join(' 并 ')
  const types = [schema.type ?? (schema.properties ? 'object' : [])].flat()
  if (types.length === 0) return '任意'
  return types
    .map((type) => {
      if (type === 'array' && schema.items) return `列表：${typeOf(schema.items, depth + 1)}`
      if (type === 'object' && typeof schema.additionalProperties === 'object' && !schema.properties)
        return `对象（按名取值）：${typeOf(schema.additionalProperties, depth + 1)}`
      return escapeHtml(typeWords[type] ?? type)
    })
    .join(' 或 ')
}

export function constraints(schema: Schema): string {
  const said: string[] = []
  const say = (word: string, value: unknown) => {
    // Bounds of the number type itself say nothing to a reader.
    if (value !== undefined && Math.abs(Number(value)) !== Number.MAX_SAFE_INTEGER)
      said.push(`${word} ${String(value)}`)
  }
  say('不小于', schema.minimum)
  say('不大于', schema.maximum)
  say('大于', schema.exclusiveMinimum)
  say('小于', schema.exclusiveMaximum)
  say('至少', schema.minLength === undefined ? undefined : `${schema.minLength} 字`)
  say('至多', schema.maxLength === undefined ? undefined : `${schema.maxLength} 字`)
  say('至少', schema.minItems === undefined ? undefined : `${schema.minItems} 项`)
  say('至多', schema.maxItems === undefined ? undefined : `${schema.maxItems} 项`)
  if (schema.pattern) said.push(`格式 ${schema.pattern}`)
  if (schema.default !== undefined) said.push(`默认 ${JSON.stringify(schema.default)}`)
  if (schema.example !== undefined) said.push(`例 ${JSON.stringify(schema.example)}`)
  return said.length > 0 ? `<span class="limits">${escapeHtml(said.join('，'))}</span>` : ''
}
