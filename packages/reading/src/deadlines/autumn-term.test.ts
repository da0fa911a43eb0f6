import { expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'

const HEAD = '青禾县教育工作要点\n2026年3月2日\n一、重点任务\n'

it.each([
  ['到2026年秋季学期开学，全县“明厨亮灶”覆盖率达到100%。', '2026-09-01'],
  ['2026年秋季学期开学前完成校舍维修12处。', '2026-08-31'],
  ['秋季开学前完成校舍维修12处。', '2026-08-31'],
])('%s is due by %s', (sentence, to) => {
  expect(readDocument(HEAD + sentence).matters[0]?.deadlines[0]?.to).toBe(to)
})

it('takes no season of work for a day', () => {
  expect(readDocument(`${HEAD}做好秋季开学工作，排查校车36辆。`).matters[0]?.deadlines ?? []).toEqual([])
})
