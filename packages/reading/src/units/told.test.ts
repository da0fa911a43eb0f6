import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'

const HEAD = '青禾县春耕情况通报\n2026年4月10日\n一、下步要求\n'
const told = (lines: string) => {
  const read = readDocument(HEAD + lines)
  return read.matters.map((matter) => [...matter.units.lead, ...matter.units.support])
}

describe('who is told', () => {
  it.each([
    ['（一）大湾乡、黄泥镇要于4月20日前全面复工。', ['大湾乡', '黄泥镇']],
    ['各乡镇书记、镇长白天黑夜都要有人在田里盯。', ['各乡镇（街道）']],
    ['县教育局于4月15日前将分时方案报县政府办公室。', ['县教育局']],
    ['县自然资源局同步做好安置地块的规划调整。', ['县自然资源局']],
  ])('%s', (sentence, units) => {
    expect(told(sentence)).toEqual([units])
  })

  it('a list of offices in brackets is a mark, on the line or below it', () => {
    const mark = '〔省数据局、省科技厅，云中市人民政府〕'
    const want = [['省数据局', '省科技厅', '云中市人民政府']]
    expect(told(`（一）发布应用场景清单100项。${mark}`)).toEqual(want)
    expect(told(`（一）发布应用场景清单100项。\n${mark}`)).toEqual(want)
  })

  it('a mark ends with its bracket, whatever follows it', () => {
    expect(told('（一）建成质量追溯平台。（县市场监管局牵头，县供销社配合）对造假的一律清退。')[0]).toEqual([
      '县市场监督管理局',
      '县供销合作社联合社',
    ])
  })

  it('a band parts the rows of one table', () => {
    const table = '序号\t重点任务\t责任单位\t完成时限\n一、交通保障\n1\t开通专线4条\t县交通运输局\t11月15日前'
    expect(told(table)).toEqual([['县交通运输局']])
  })
})
