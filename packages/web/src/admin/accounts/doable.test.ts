import type { AccountFull } from '@yipanqi/model'
import { expect, it } from 'vitest'
import { doable } from './doable.ts'

const account = { state: 'active', lockedUntil: null, secondFactor: false } as AccountFull
const verbs = (...args: Parameters<typeof doable>) => doable(...args).map((v) => v.verb)

it('each administrator has their own verbs, the auditor none', () => {
  expect(verbs('system-admin', account, false)).toEqual(['person', 'transfer', 'hand-over', 'leave', 'reset-password'])
  expect(verbs('security-admin', account, false)).toEqual(['grant', 'suspend'])
  expect(verbs('security-admin', { ...account, lockedUntil: 'x', secondFactor: true }, false)).toEqual([
    'grant',
    'suspend',
    'unlock',
    'reset-second-factor',
  ])
  expect(verbs('audit-admin', account, false)).toEqual([])
})

it('nobody changes their own; who has left is only opened anew', () => {
  expect(verbs('system-admin', account, true)).toEqual(['person'])
  expect(verbs('security-admin', { ...account, secondFactor: true }, true)).toEqual([])
  expect(verbs('system-admin', { ...account, state: 'left' }, false)).toEqual(['person', 'transfer'])
  expect(verbs('security-admin', { ...account, state: 'left' }, false)).toEqual([])
})
