import type { Gates, GateState } from '@yipanqi/model/libraries/records-api.ts'
import { describe, expect, it } from 'vitest'
import { consequence, filledOf, lacking, moveOf, type Said, targetsOf, usualTarget } from './move.ts'

const paper = (id: string, more: Partial<GateState> = {}): GateState => ({
  id,
  name: id,
  needs: 'paper',
  field: null,
  source: null,
  holds: false,
  paper: null,
  ...more,
})
const carried = paper('old', {
  paper: {
    state: 'missing',
    number: null,
    file: null,
    basis: '会议纪要',
    promisedBy: '张三',
    due: '2026-12-31',
    overdue: false,
    matter: null,
  },
})
const stage = (to: string, more: Partial<Gates['stages'][number]> = {}): Gates['stages'][number] => ({
  to,
  name: to,
  meaning: null,
  exit: false,
  backwards: false,
  missing: 0,
  conditions: [],
  ...more,
})
const gates: Gates = {
  stage: 'b',
  stageSince: '2026-01-01',
  days: 100,
  stalledAfter: null,
  steps: [],
  here: [carried, paper('kept', { holds: true })],
  stages: [
    stage('a', { backwards: true }),
    stage('c', {
      missing: 2,
      conditions: [paper('permit'), carried, paper('start', { needs: 'field', field: 'startedOn' })],
    }),
    stage('x', { exit: true }),
  ],
}
const today = '2026-11-24'
const said = (more: Partial<Said> = {}): Said => ({ since: today, reason: '', approver: '', answers: {}, ...more })
const target = (to: string) => {
  const found = targetsOf(gates, 'b').find((t) => t.to === to)
  if (!found) throw new Error(to)
  return found
}

describe('a move between stages', () => {
  it('goes onward as a rule, and offers to bring what is owing', () => {
    const targets = targetsOf(gates, '乙')
    expect(targets.map((t) => `${t.to} ${t.way}`)).toEqual(['a back', 'c on', 'x exit', 'b papers'])
    expect(usualTarget(targets)?.to).toBe('c')
    expect(usualTarget(targetsOf({ ...gates, here: [] }, '乙').filter((t) => t.way !== 'on'))?.to).toBe('a')
  })
  it('asks for each condition that does not hold, but not again for what was promised', () => {
    expect(Object.keys(lacking(target('c'), said(), today))).toEqual(['permit', 'start'])
    const promise = { way: 'missing' as const, basis: '一事一议' }
    const at = (permit: object) =>
      lacking(target('c'), said({ answers: { permit, start: { way: 'fill', value: '2026-11-01' } } }), today)['permit']
    expect(at(promise)).toBe('请写承诺人')
    expect(at({ ...promise, promisedBy: '李四' })).toBe('请选补齐日期')
    expect(at({ ...promise, promisedBy: '李四', due: '2026-11-23' })).toBe('补齐日期不能早于今天')
    expect(at({ ...promise, promisedBy: '李四', due: today })).toBeUndefined()
    expect(at({ way: 'present' })).toBe('请写文号，或附扫描件')
    expect(at({ way: 'present', number: '青建〔2026〕1号' })).toBeUndefined()
    expect(at({ way: 'waived' })).toBe('请写不需要的依据')
  })
  it('wants a reason for going back or out, and who approved going out', () => {
    expect(Object.keys(lacking(target('a'), said(), today))).toEqual(['reason'])
    expect(Object.keys(lacking(target('x'), said(), today))).toEqual(['reason', 'approver'])
    expect(lacking(target('a'), said({ since: '2026-11-25', reason: '重新选址' }), today)).toEqual({
      since: '日期不能晚于今天',
    })
  })
  it('sends what was said and nothing more', () => {
    const answers = {
      permit: { way: 'present' as const, number: ' 1号 ', basis: 'left over' },
      start: { way: 'fill' as const, value: '2026-11-01' },
    }
    expect(moveOf(target('c'), said({ answers }), 3)).toEqual({
      version: 3,
      to: 'c',
      since: today,
      papers: [{ condition: 'permit', state: 'present', number: '1号' }],
    })
    expect(filledOf(target('c'), answers)).toEqual({ startedOn: '2026-11-01' })
  })
  it('says what follows', () => {
    expect(consequence(target('c'), { permit: { way: 'missing' } })).toContain('2 件缺件')
    expect(consequence(target('x'), {})).toContain('移出主线')
  })
})
