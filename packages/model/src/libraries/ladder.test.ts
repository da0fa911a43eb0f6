import { expect, it } from 'vitest'
import { conditionsOf, type Ladder } from './ladder.ts'

const ladder: Ladder = {
  name: '生命周期',
  stages: [
    { id: 'planned', name: '谋划' },
    { id: 'running', name: '在建' },
  ],
  gates: [
    {
      to: 'running',
      conditions: [
        { id: 'permit', name: '施工许可', needs: 'paper' },
        { id: 'approval', name: '可研批复', needs: 'paper', when: { field: 'track', in: ['审批'] } },
        { id: 'filing', name: '备案证', needs: 'paper', when: { field: 'track', in: ['备案', '核准'] } },
      ],
    },
  ],
}
const ids = (to: string, track?: string): readonly string[] => conditionsOf(ladder, to, { track }).map((c) => c.id)

it('a gate asks for the papers of the record’s own track', () => {
  expect(ids('running', '审批')).toEqual(['permit', 'approval'])
  expect(ids('running', '备案')).toEqual(['permit', 'filing'])
})

it('while the track is not known only what every track needs is asked', () => {
  expect(ids('running')).toEqual(['permit'])
})

it('a stage without a gate, or no stage at all, asks nothing', () => {
  expect(ids('planned', '审批')).toEqual([])
  expect(ids('nowhere', '审批')).toEqual([])
})
