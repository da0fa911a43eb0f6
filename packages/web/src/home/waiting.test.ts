import { describe, expect, it } from 'vitest'
import { groupWaiting, placeOf, type WaitingItem } from './waiting.ts'

const item = (
  what: WaitingItem['what'],
  words: string,
  due: string | null,
  matter: number | null = 1,
): WaitingItem => ({
  what,
  words,
  matter,
  document: 7,
  title: words,
  due,
})

describe('待我办', () => {
  it('groups by kind, the nearest due first', () => {
    const groups = groupWaiting([
      item('report', '本月待报', '2026-05-25'),
      item('sign', '待签收', null),
      item('report', '本月待报', '2026-05-22'),
    ])
    expect(groups.map((g) => [g.words, g.items.map((i) => i.due)])).toEqual([
      ['本月待报', ['2026-05-22', '2026-05-25']],
      ['待签收', [null]],
    ])
  })
  it('leads to where the thing is done', () => {
    expect(placeOf(item('verify', '待核查', null, 3))).toEqual({ to: '/matters/$id', id: '3' })
    expect(placeOf(item('answer', '待答复', null, 3))).toEqual({ to: '/documents/$id', id: '7' })
    expect(placeOf({ ...item('approve-own', '自建台账待审批', null, null), own: 'own-lymd' })).toEqual({
      to: '/own-libraries/$id',
      id: 'own-lymd',
    })
    expect(placeOf(item('review', '待核', null, null))).toEqual({ to: '/documents/$id', id: '7' })
  })
})
