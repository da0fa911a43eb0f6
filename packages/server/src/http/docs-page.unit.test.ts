import { describe, expect, it } from 'vitest'
import type { OpenApi } from './docs-openapi.ts'
import { docsPage, docsStyle } from './docs-page.ts'

const error = {
  description: '没有权限',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
}
const openapi: OpenApi = {
  info: { title: '一盘棋 接口', version: '1.0.0', description: '列表为 <items>' },
  tags: [{ name: '事项', description: '从文件里分解出来的任务' }, { name: '空' }],
  paths: {
    '/api/v1/matters/{id}': {
      parameters: [{ $ref: '#/components/parameters/Id' }],
      get: {
        tags: ['事项'],
        summary: '一条事项',
        responses: {
          200: {
            description: '成功',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Matter' },
                example: { title: '抓好<开门红>' },
              },
            },
          },
          403: error,
        },
      },
      patch: {
        tags: ['事项'],
        summary: '修改',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['version'],
                properties: {
                  version: { type: 'integer', minimum: 0 },
                  note: { type: ['string', 'null'], maxLength: 200 },
                },
              },
            },
          },
        },
        responses: { 200: { $ref: '#/components/responses/Done' }, 409: error },
      },
    },
    '/api/v1/health': { get: { responses: {} } },
  },
  components: {
    parameters: {
      Id: { name: 'id', in: 'path', required: true, description: '事项编号', schema: { type: 'integer' } },
    },
    responses: {
      Done: {
        description: '已改',
        content: { 'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Matter' } } } },
      },
    },
    schemas: {
      Matter: {
        type: 'object',
        description: '事项',
        required: ['title'],
        properties: {
          title: { type: 'string', description: '事项名称' },
          light: { anyOf: [{ enum: ['green', 'red'] }, { type: 'null' }] },
          parent: { $ref: '#/components/schemas/Matter' },
        },
      },
      Error: { type: 'object', properties: { code: { type: 'string' } }, example: { code: 'stale' } },
    },
  },
}
const page = docsPage(openapi)

describe('the docs page', () => {
  it('groups endpoints by tag and leaves empty tags out', () => {
    expect(page).toContain('<h2>事项</h2>')
    expect(page).toContain('<h2>其他</h2>')
    expect(page).not.toContain('<h2>空</h2>')
    expect(page).toContain('<b class="patch">PATCH</b> <code>/api/v1/matters/{id}</code>')
  })

  it('resolves references of parameters, answers and schemas one level', () => {
    expect(
      page.match(/<code>id<\/code> <strong class="must">必填<\/strong><\/span><span class="type">路径，整数/g),
    ).toHaveLength(2)
    expect(page).toContain('列表：<a href="#schema-Matter">Matter</a>')
    expect(page).toContain('取值 <code>green</code> <code>red</code> 或 空')
    expect(page).toContain('文本 或 空<span class="limits">至多 200 字</span>')
    expect(page).toContain('没有权限')
  })

  it('leads every link on the page somewhere, and names every place once', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  })

  it('escapes what the document says', () => {
    expect(page).toContain('列表为 &#60;items&#62;')
    expect(page).toContain('抓好&#60;开门红&#62;')
    expect(docsPage({ info: { title: '<script>' } })).not.toContain('<script')
  })

  it('needs no script, no inline style and nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|<style| style=| on\w+=|https?:/)
    expect(docsStyle).not.toMatch(/url\(|@import/)
  })

  it('renders an empty document and one that refers in circles', () => {
    expect(docsPage({})).toContain('<main>')
    expect(
      docsPage({ components: { schemas: { A: { $ref: '#/components/schemas/A' }, B: { $ref: '#/nowhere' } } } }),
    ).toContain('schema-A')
  })
})
