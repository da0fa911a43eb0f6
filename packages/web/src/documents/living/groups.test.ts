import type { MatterItem } from '@yipanqi/model'
import { describe, expect, it } from 'vitest'
import { groupByClause } from './groups.ts'

const outline = [
  { id: 'a', parent: null, number: '一、', heading: '抓项目', level: 1, start: 10, end: 13 },
  { id: 'b', parent: 'a', number: '（一）', heading: '建库', level: 2, start: 20, end: 22 },
  { id: 'c', parent: 'b', number: '1.', heading: '入库', level: 3, start: 25, end: 27 },
]
const matter = (id: number, start: number, clause: string | null): MatterItem =>
  ({ id, sources: [{ document: 1, start, end: start + 1, clause }] }) as unknown as MatterItem

describe('groupByClause', () => {
  it('follows the document and stops at the second level', () => {
    const groups = groupByClause([matter(3, 30, 'c'), matter(2, 21, 'b'), matter(1, 2, null)], { id: 1, outline })
    expect(groups.map((g) => [g.title, g.matters.map((m) => m.id)])).toEqual([
      ['总的要求', [1]],
      ['一、抓项目　（一）建库', [2, 3]],
    ])
  })
  it('survives a clause that is its own parent', () => {
    const loop = [{ id: 'x', parent: 'x', number: null, heading: '甲', level: 1, start: 0, end: 1 }]
    expect(groupByClause([matter(1, 0, 'x')], { id: 1, outline: loop })[0]?.title).toBe('甲')
  })
})
