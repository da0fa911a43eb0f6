import { describe, expect, it } from 'vitest'
import { readDocument } from './read-document.ts'
import { assertSpans, matterOf, roleOf } from './testing.ts'

const NOTICE = `某山县人民政府办公室关于印发2026年民生实事分解方案的通知
某政办发〔2026〕5号
各乡镇人民政府、街道办事处，县政府各部门：
分解方案已经县政府同意，现印发给你们，请认真组织实施。
一、工作目标
年底前完成十件民生实事，群众满意度不低于95%。
二、主要任务
（一）老旧小区改造。改造老旧小区18个，10月底前全部完工。
牵头单位：县住建局
配合单位：县财政局、县城管局、各街道
（二）农村饮水提升。实施农村供水工程12处。【牵头单位：县水利局；责任单位：县卫健局、各乡镇；完成时限：2026年11月底前】
（三）增加学位供给
1.新建幼儿园3所。（责任单位：县教育局）
2.实施校舍维修12所。（责任单位：县教育局、县财政局；责任领导：贺某）
三、工作要求
（一）加强组织领导。各责任单位要把民生实事摆上重要位置，主要负责同志亲自抓。
（二）强化督促检查。县政府督查室要每月调度一次，每季度通报一次进展情况。
联系人：李某，电话：0000-1234567。
某山县人民政府办公室
2026年3月5日
（此件公开发布）`

const MINUTES = `县政府常务会议纪要
〔2026〕3号
4月10日，县长主持召开县政府第8次常务会议，研究老旧小区改造等工作。
会议听取了县住建局的汇报。会议指出，2025年全县完成老旧小区改造15个，群众满意度明显提高。会议议定，由县住建局按程序印发实施方案；县财政局要足额安排配套资金；县城管局负责同步整治小区周边环境，县公安局配合。
会议要求，县应急局要会同县交通局开展一次排查，4月25日前将排查情况报县政府。
列席：县发改局王某`

describe('readDocument', () => {
  it('reads a notice with marks of units in every shape', () => {
    const read = readDocument(NOTICE)
    assertSpans(read)
    expect(read.document).toMatchObject({ kind: '通知', date: '2026-03-05' })
    const water = matterOf(read, '实施农村供水工程12处')
    expect(water).toMatchObject({ title: '农村饮水提升', units: { explicit: true, lead: ['县水利局'] } })
    expect(water?.deadlines.map((deadline) => deadline.to)).toEqual(['2026-11-30'])
    expect(matterOf(read, '改造老旧小区18个')?.units).toMatchObject({
      lead: ['县住房和城乡建设局'],
      support: ['县财政局', '县城市管理局', '各乡镇（街道）'],
    })
    const schools = matterOf(read, '实施校舍维修12所')
    expect(schools?.leader).toBe('贺某')
    expect(schools?.units.lead).toEqual([])
    expect(schools?.units.candidates.map((one) => one.unit).sort()).toEqual(['县教育局', '县财政局'].sort())
    expect(matterOf(read, '每月调度一次')?.units.lead).toEqual(['县政府办公室'])
    expect(read.coverage.refused).toEqual([])
    expect(roleOf(read, '联系人')).toBe('other')
  })

  it('reads minutes: each errand with its unit, against the day of the meeting', () => {
    const read = readDocument(MINUTES)
    assertSpans(read)
    expect(read.document).toMatchObject({ kind: '纪要', date: '2026-04-10' })
    expect(roleOf(read, '2025年全县完成')).toBe('result')
    expect(read.matters.map((matter) => [matter.title, matter.units.lead[0]])).toEqual([
      ['按程序印发实施方案', '县住房和城乡建设局'],
      ['足额安排配套资金', '县财政局'],
      ['整治小区周边环境', '县城市管理局'],
      ['开展一次排查，4月25日前将排查情况报县政府', '县应急管理局'],
    ])
    expect(read.matters[2]?.units.support).toEqual(['县公安局'])
    expect(read.matters[3]?.deadlines[0]?.to).toBe('2026-04-25')
  })

  it('reads measures: what stands under a mark is asked, an item is titled by itself', () => {
    const read = readDocument(
      '某山县工业稳增长若干措施\n为推动工业平稳增长，制定本措施。\n一、扩产增效\n1.鼓励企业增产。对增产企业给予5万元奖励。（县工信局牵头，县财政局按职责分工负责）\n2.强化要素保障。用地、用能指标优先向重点项目倾斜。（县自然资源局、县发改局按职责分工负责）\n3.开展“服务企业月”活动，县级领导每季度走访企业不少于2次。（牵头单位：县委办 责任单位：县工信局）\n本措施自印发之日起施行，由县工信局负责解释。',
    )
    assertSpans(read)
    expect(read.matters.map((matter) => [matter.title, matter.units.lead, matter.units.support])).toEqual([
      ['鼓励企业增产', ['县工业和信息化局'], ['县财政局']],
      ['强化要素保障', [], ['县自然资源局', '县发展和改革局']],
      ['开展“服务企业月”活动', ['县委办公室'], ['县工业和信息化局']],
    ])
    expect(roleOf(read, '制定本措施')).toBe('other')
    expect(roleOf(read, '对增产企业')).toBe('other')
    expect(roleOf(read, '用地、用能')).toBe('obligation')
  })

  it('reads a reply: only what is still to be done', () => {
    const read = readDocument(
      '关于第45号提案的答复\n刘委员：\n近年来，我县累计新增停车泊位3200个。2025年，我局编制了停车规划。\n下一步，我们将重点做好以下工作：一是加快推进停车楼建设，2026年10月底前投入使用；二是完善智慧停车平台。\n某山县城市管理局\n2026年5月8日',
    )
    expect(read.matters.map((matter) => matter.title)).toEqual(['加快推进停车楼建设', '完善智慧停车平台'])
    expect(read.matters.map((matter) => matter.deadlines.length)).toEqual([1, 0])
    expect(roleOf(read, '编制了停车规划')).toBe('result')
  })

  it('takes title and date that it is given', () => {
    const read = readDocument('年底前完成清查。', { title: '某次会议纪要', date: '2025-05-06' })
    expect(read.document).toMatchObject({ title: '某次会议纪要', date: '2025-05-06', kind: '纪要' })
    expect(read.matters[0]?.deadlines[0]?.to).toBe('2025-12-31')
  })

  it.each([[''], [' \n\u3000\n'], ['。'], ['天气很好。']])('finds nothing to do in %j', (text) => {
    const read = readDocument(text)
    expect(read.matters).toEqual([])
    expect(read.coverage).toEqual({ obligations: 0, covered: 0, refused: [] })
  })
})
