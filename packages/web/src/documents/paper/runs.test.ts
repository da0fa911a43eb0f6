import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Sentence, splitPaper, withoutTitle } from './runs.ts'

const sentence = (text: string, part: string, role: Sentence['role'] = 'obligation'): Sentence => {
  const start = text.indexOf(part)
  return { start, end: start + part.length, clause: null, role, why: '', matters: [], light: null }
}
const node = (text: string, number: string | null, heading: string, level = 1) => {
  const start = text.indexOf(heading)
  return { id: heading, parent: null, number, heading, level, start, end: start + heading.length }
}

describe('splitPaper', () => {
  const text = '在会上的讲话\n\n　　一、抓好项目\n　　发改局要建库。实践证明，很重要。\n（一）强化服务。要上门服务。'
  const paper = splitPaper(
    text,
    [sentence(text, '发改局要建库。'), sentence(text, '要上门服务。')],
    [node(text, '一、', '抓好项目'), node(text, '（一）', '强化服务', 2)],
  )
  it('drops blank lines and indents', () => {
    expect(paper.map((p) => p.runs.map((r) => r.text).join(''))).toEqual([
      '在会上的讲话',
      '一、抓好项目',
      '发改局要建库。实践证明，很重要。',
      '（一）强化服务。要上门服务。',
    ])
  })
  it('knows a heading line from a run-in heading', () => {
    expect(paper[1]?.level).toBe(1)
    expect(paper[3]?.level).toBeNull()
    expect(paper[3]?.runs.map((r) => [r.text, r.heading])).toEqual([
      ['（一）强化服务。', true],
      ['要上门服务。', false],
    ])
  })
  it('keeps sentences apart from what stands between them', () => {
    expect(paper[2]?.runs.map((r) => r.sentence !== null)).toEqual([true, false])
  })
  it('leaves out the title that the page has set already', () => {
    expect(withoutTitle(paper, '在会上的 讲话')).toHaveLength(3)
    expect(withoutTitle(paper, '别的')).toHaveLength(4)
  })
  it('loses no character but blanks, whatever the sentences are', () => {
    const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 8 })
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), spans, (body, list) => {
        const sentences = list.map(([start, length]) => ({ ...sentence('', ''), start, end: start + length }))
        const out = splitPaper(body, sentences, [])
          .flatMap((p) => p.runs)
          .map((r) => r.text)
          .join('')
        expect(out.replace(/\s/g, '')).toBe(body.replace(/\s/g, ''))
      }),
    )
  })
})
