import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'
import type { ReasonAbout } from '../types.ts'

const ABOUT: ReasonAbout[] = ['split', 'title', 'unit', 'deadline', 'target', 'kind', 'attitude', 'doneWhen']
const document = (text: string) =>
  readDocument(`松岭县2026年重点工作安排\n一、重点工作\n${text}`, { date: '2026-02-01' })

describe('reasons', () => {
  const text =
    '县民政局要建立助餐服务制度，9月底前印发办法。新增养老床位300张以上。加快推进老旧小区改造、校舍维修、危房改造等项目。' +
    '建设高标准农田3万亩；新培育规上企业12户。'
  const { matters, sentences, document: read } = document(text)

  it('stand on every decision of every matter, in Chinese and within the text', () => {
    expect(matters.length).toBeGreaterThan(5)
    for (const matter of matters) {
      expect(matter.reasons?.map((one) => one.about)).toEqual(ABOUT)
      for (const { why, words } of matter.reasons ?? []) {
        expect(why).toMatch(/^[^A-Za-z]+$/)
        for (const { start, end } of words) expect(read.text.slice(start, end).length).toBe(end - start)
      }
      for (const one of [...matter.targets, ...matter.deadlines]) expect(one.why).toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it('say why there are several matters', () => {
    const split = (part: string) =>
      matters.find((one) => one.text.includes(part))?.reasons?.find((one) => one.about === 'split')?.why
    expect(split('助餐')).toContain('合为一项')
    expect(split('老旧小区')).toMatch(/^列举了3类工程，牵头单位不同：.*县教育局（校舍）.*，各成一个子项$/)
    expect(split('高标准农田')).toBe(
      '按职责用语，各部分的牵头单位不同：县农业农村局（高标准农田）、县工业和信息化局（规上企业），分为2项',
    )
  })

  it('count parts of one sentence as matters only where other units would lead them', () => {
    const made = (sentence: string) => {
      const read = document(sentence)
      const why = read.matters[0]?.reasons?.find((one) => one.about === 'split')
      return { count: read.matters.length, measures: read.matters[0]?.measures.length, why: why?.why }
    }
    expect(made('新建乡镇卫生院3所，改造中小学校舍5处，建设农村公路20公里。')).toMatchObject({ count: 3 })
    // The same unit, or none that the words speak for.
    expect(made('改良草场8万亩；防治蝗虫鼠害12万亩；发展设施农业200亩。')).toMatchObject({ count: 1, measures: 3 })
    expect(made('要规范门牌样式；要完善册页清单。')).toMatchObject({ count: 1, measures: 2 })
    // What the text counts itself stays apart.
    expect(made('一是改良草场8万亩；二是防治蝗虫12万亩。')).toMatchObject({ count: 2, why: '文中逐条列出，分为2项' })
  })

  it('name the verbs that make an obligation', () => {
    const asked = sentences.find((one) => one.role === 'obligation')
    expect(asked?.words?.map(({ start, end }) => read.text.slice(start, end))).toEqual(['建立', '印发'])
  })
})
