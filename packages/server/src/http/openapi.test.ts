// The document of the interface is OpenAPI 3.1 and speaks of the interface as it is.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testHouse } from '../testing/harness.ts'
import { ajvOf, pointer, responseCheck, type OpenApi, type Operation } from '../testing/validate-response.ts'
import { createApp } from './app.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let document: OpenApi
let operations: { method: string; path: string; operation: Operation }[]

beforeAll(async () => {
  house = await testHouse()
  const answer = await createApp(house).request('/api/v1/openapi.json')
  document = (await answer.json()) as OpenApi
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
  )
})
afterAll(() => house.close())

describe('/api/v1/openapi.json', () => {
  it('is OpenAPI 3.1 with a title, paths and methods', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(document.info.title).not.toBe('')
    expect(operations.length).toBeGreaterThan(25)
    for (const { method, path } of operations) {
      expect(['get', 'post', 'patch', 'put', 'delete']).toContain(method)
      expect(path).toMatch(/^\/api\/v1(?:\/(?:[a-z-]+(?:\.json)?|\{[a-z]+\}))+$/)
    }
  })

  it('declares each parameter of a path once, as required', () => {
    for (const { path, operation } of operations) {
      const holes = [...path.matchAll(/\{([a-z]+)\}/g)].map((m) => m[1])
      const declared = (operation.parameters ?? []).filter((p) => p.in === 'path')
      expect(declared.map((p) => p.name).sort(), path).toEqual(holes.sort())
      expect(declared.every((p) => p.required === true && p.schema !== undefined)).toBe(true)
    }
  })

  it('describes every response, and has only references that lead somewhere', () => {
    for (const { method, path, operation } of operations) {
      expect(operation.summary, `${method} ${path}`).toBeTruthy()
      expect(Object.keys(operation.responses).some((s) => s.startsWith('2'))).toBe(true)
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^[2-5]\d\d$/)
        expect(response.description, `${method} ${path} ${status}`).not.toBe('')
      }
    }
    const names = Object.keys(document.components?.schemas ?? {})
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((m) => m[1] ?? '')
    expect(refs.length).toBeGreaterThan(0)
    for (const ref of refs) expect(names).toContain(ref.replace('#/components/schemas/', ''))
  })

  it('has schemas that are JSON Schema 2020-12', () => {
    const ajv = ajvOf(document)
    for (const { method, path, operation } of operations) {
      for (const [status, response] of Object.entries(operation.responses)) {
        for (const type of Object.keys(response.content ?? {})) {
          const at = ['paths', path, method, 'responses', status, 'content', type, 'schema']
          expect(() => ajv.compile({ $ref: pointer(at) }), at.join(' ')).not.toThrow()
        }
      }
      for (const type of Object.keys(operation.requestBody?.content ?? {})) {
        const at = ['paths', path, method, 'requestBody', 'content', type, 'schema']
        expect(() => ajv.compile({ $ref: pointer(at) }), at.join(' ')).not.toThrow()
      }
    }
    for (const schema of Object.values(document.components?.schemas ?? {})) {
      expect(ajv.validateSchema(schema as object), JSON.stringify(ajv.errors)).toBe(true)
    }
  })

  it('says what may happen everywhere: not logged in, too large, another origin, stopping', () => {
    const open = ['/api/v1/health', '/api/v1/sessions', '/api/v1/sessions/current', '/api/v1/accounts/first-password']
    for (const { method, path, operation } of operations) {
      const statuses = Object.keys(operation.responses)
      const wanted = ['500', '503', ...(open.includes(path) ? [] : ['401'])]
      if (method !== 'get') wanted.push('403', '413')
      if (path.includes('{')) wanted.push('404')
      expect(statuses, `${method} ${path}`).toEqual(expect.arrayContaining(wanted))
    }
  })
})

describe('the check that every test answer passes', () => {
  const ask = (status: number, body: unknown, path = '/api/v1/health') =>
    responseCheck(document)({ method: 'GET', path, status, type: 'application/json', body })

  it('passes what is documented', () => expect(ask(200, { status: 'ok', time: '2026-05-21' })).toEqual([]))
  it('names an unknown status', () => expect(ask(418, {})[0]).toContain('not documented'))
  it('names a body of another shape', () => expect(ask(200, { status: 'ok' })[0]).toContain('time'))
  it('names what is said beside the document', () =>
    expect(ask(200, { status: 'ok', time: '', password: 'x' })[0]).toContain('unevaluated'))
  it('lets only 404 pass on a path that is none', () => {
    expect(ask(404, {}, '/api/v1/nowhere')).toEqual([])
    expect(ask(200, {}, '/api/v1/nowhere')[0]).toContain('no such operation')
  })
})
