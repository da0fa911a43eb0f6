import { anchor, code, escapeHtml, json } from './docs-html.ts'
import { methods, type OpenApi } from './docs-openapi.ts'
import { endpointAnchor, endpointArticle, type Endpoint } from './docs-operation.ts'
import { schemaFields } from './docs-schema.ts'

export { docsStyle } from './docs-style.ts'

interface Group {
  name: string
  description: string
  endpoints: Endpoint[]
}

/**
 * An OpenAPI 3.1 document as one plain page in Chinese: no script, no inline style, so that the strictest content
 * policy lets it through and a county without the internet reads it. Its stylesheet is `docsStyle`.
 * @param stylesheet address of the stylesheet
 * @param source address of the document itself
 */
export function docsPage(openapi: OpenApi, stylesheet = '/api/docs.css', source = '/api/v1/openapi.json'): string {
  const groups = groupsOf(openapi)
  const schemas = Object.entries(openapi.components?.schemas ?? {})
  const title = openapi.info?.title ?? '接口说明'
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(stylesheet)}">
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p>版本 ${escapeHtml(openapi.info?.version ?? '')}　<a href="${escapeHtml(source)}">下载机器可读的全文</a></p>
${openapi.info?.description ? `<p>${escapeHtml(openapi.info.description)}</p>` : ''}
</header>
<nav aria-label="目录">${groups.map(navigation).join('')}
${schemas.length > 0 ? '<p><a href="#schemas">数据结构</a></p>' : ''}</nav>
<main>
${groups.map((group) => section(openapi, group)).join('\n')}
${schemas.length > 0 ? `<section id="schemas"><h2>数据结构</h2>${schemas.map(([name]) => schemaArticle(openapi, name)).join('\n')}</section>` : ''}
</main>
</body>
</html>
`
}

/** By first tag, in the order in which the document names tags, then in the order of the paths. */
function groupsOf(openapi: OpenApi): Group[] {
  const groups = new Map<string, Group>()
  for (const tag of openapi.tags ?? [])
    groups.set(tag.name, { name: tag.name, description: tag.description ?? '', endpoints: [] })
  for (const [path, item] of Object.entries(openapi.paths ?? {})) {
    for (const method of methods) {
      const operation = item[method]
      if (!operation) continue
      const name = operation.tags?.[0] ?? '其他'
      const group = groups.get(name) ?? { name, description: '', endpoints: [] }
      groups.set(name, group)
      group.endpoints.push({
        method,
        path,
        operation,
        parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])],
      })
    }
  }
  return [...groups.values()].filter((group) => group.endpoints.length > 0)
}

function navigation(group: Group): string {
  const links = group.endpoints.map(
    (endpoint) =>
      `<li><a href="#${endpointAnchor(endpoint)}">${escapeHtml(endpoint.operation.summary ?? endpoint.path)}</a></li>`,
  )
  return `<details open><summary>${escapeHtml(group.name)}</summary><ul>${links.join('')}</ul></details>`
}

function section(openapi: OpenApi, group: Group): string {
  return [
    `<section id="${anchor('tag', group.name)}"><h2>${escapeHtml(group.name)}</h2>`,
    group.description ? `<p>${escapeHtml(group.description)}</p>` : '',
    ...group.endpoints.map((endpoint) => endpointArticle(openapi, endpoint)),
    '</section>',
  ].join('\n')
}

function schemaArticle(openapi: OpenApi, name: string): string {
  const schema = openapi.components?.schemas?.[name] ?? {}
  const example = schema.example === undefined ? '' : json(schema.example)
  const says = schema.description ? `<p>${escapeHtml(schema.description)}</p>` : ''
  return `<article id="${anchor('schema', name)}"><h3>${code(name)}</h3>${says}${schemaFields(openapi, schema)}${example}</article>`
}
