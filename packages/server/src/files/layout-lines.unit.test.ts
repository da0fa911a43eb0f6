import { describe, expect, it } from 'vitest'
import { foldRadicals } from './fold-radicals.ts'
import { textOfPages, type Fragment } from './layout-lines.ts'
import { pageText } from './page-text.ts'

const at = (x: number, y: number, text: string, size = 10): Fragment => ({
  text,
  x,
  y,
  right: x + text.length * size,
  size,
})

describe('lines from a layout', () => {
  it('joins runs of one baseline and parts columns', () => {
    expect(textOfPages([[at(0, 10, '新增'), at(20, 10.5, '贷款'), at(100, 10, '财政局')]])).toBe('新增贷款\t财政局')
  })

  it('puts one space between words in letters, whether it was drawn or not', () => {
    const words = (...fragments: Fragment[]) => textOfPages([fragments])
    expect(words(at(0, 10, 'GDP'), at(30, 10, ' ', 3), at(33, 10, '2026'))).toBe('GDP 2026')
    expect(words(at(0, 10, 'GDP'), at(33, 10, '增速'))).toBe('GDP增速')
  })

  it('keeps short lines, indented lines and other sizes apart', () => {
    const full = '县委财经委员会推进会议发言'
    expect(textOfPages([[at(0, 10, full), at(20, 20, '要抓落实'), at(0, 30, full), at(0, 60, '附件', 16)]])).toBe(
      `${full}\n要抓落实\n${full}\n附件`,
    )
  })

  it('drops page numbers at the edges of a page only', () => {
    expect(textOfPages([[at(50, 5, '第 3 页'), at(0, 10, '12'), at(0, 20, '— 3 —')]])).toBe('12')
    expect(textOfPages([])).toBe('')
  })

  it('turns radicals into the characters that were typed', () => {
    expect(foldRadicals('⺠⽣改善、腾笼换⻦、防⻛险、⼀⼆三')).toBe('民生改善、腾笼换鸟、防风险、一二三')
  })

  it('marks characters that the font does not name', () => {
    const { text, warnings } = pageText([[at(0, 10, '新增\u0000\u0000万亿元')]])
    expect(text).toBe('新增\uFFFD万亿元')
    expect(warnings.at(-1)).toBe('有 1 处字符没有编码，已用“\uFFFD”标出，请对照原件补上。')
    expect(() => pageText([[at(0, 10, '\ue001\ue002\ue003')]])).toThrow(expect.objectContaining({ code: 'garbled' }))
  })
})
