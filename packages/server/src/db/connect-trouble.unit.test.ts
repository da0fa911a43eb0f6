import { describe, expect, it } from 'vitest'
import { connectTrouble, isDatabaseAway } from './connect-trouble.ts'

const error = (message: string, fields: object = {}) => Object.assign(new Error(message), fields)

describe('connectTrouble', () => {
  it.each([
    [
      error('', { code: 'ECONNREFUSED', syscall: 'connect', address: '10.0.0.1', port: 5432 }),
      '10.0.0.1:5432：对方没有在监听',
    ],
    [error('', { code: 'ENOENT', syscall: 'connect', address: '/run/.s.PGSQL.5432' }), '没有这个套接字'],
    [error('', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }), '找不到这台主机'],
    [error('password authentication failed for user "a"', { code: '28P01' }), '密码不对'],
    [error('timeout expired'), '连接超时'],
    // Two addresses of one host were tried: the first failure speaks for both.
    [
      Object.assign(
        new AggregateError([error('', { code: 'ECONNREFUSED', syscall: 'connect', address: '::1', port: 1 })]),
        {},
      ),
      '对方没有在监听',
    ],
  ])('%#', (thrown, words) => {
    expect(connectTrouble(thrown)).toContain(words)
  })

  it('other errors are not about the connection', () => {
    expect(connectTrouble(error('no such file', { code: 'ENOENT', syscall: 'open' }))).toBeNull()
    expect(connectTrouble(error('duplicate key', { code: '23505' }))).toBeNull()
    expect(connectTrouble('text')).toBeNull()
  })
})

describe('isDatabaseAway', () => {
  it('knows a database that stops, starts, or broke the connection', () => {
    for (const code of ['57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET'])
      expect(isDatabaseAway(error('', { code })), code).toBe(true)
    expect(isDatabaseAway(error('Connection terminated unexpectedly'))).toBe(true)
    expect(isDatabaseAway(error('', { code: 'ENOENT', syscall: 'connect' }))).toBe(true)
  })

  it('a missing file or a wrong statement is something else', () => {
    expect(isDatabaseAway(error('', { code: 'ENOENT', syscall: 'open' }))).toBe(false)
    expect(isDatabaseAway(error('', { code: '42P01' }))).toBe(false)
  })
})
