import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'
import { matterOf } from '../testing.ts'
import { errandTitle, titleOf } from './title.ts'

const speech = (body: string): string => `在全县2026年推进会上的讲话\n同志们：\n${body}`

describe('matters', () => {
  it('splits one sentence where it obliges different things', () => {
    const read = readDocument(speech('要扩大有效投资、积极拉动消费，推动企业加快上市。'))
    expect(read.matters.map((matter) => matter.title)).toEqual(['扩大有效投资', '拉动消费', '推动企业加快上市'])
  })

  it('keeps together what only says how and what for', () => {
    const read = readDocument(speech('要完善包联企业机制，靠前服务、挂图服务，做到有求必应，推动企业健康发展。'))
    expect(read.matters).toHaveLength(1)
  })

  it('makes children of the works in a list, each with its own candidates', () => {
    const read = readDocument(
      speech('特别是老旧小区改造、农村公路畅通工程、校舍维修改造等项目要加快推进，对发现的问题及时解决。'),
    )
    const [parent, ...children] = read.matters
    expect(children.map((child) => child.title)).toEqual(['老旧小区改造', '农村公路畅通工程', '校舍维修改造'])
    expect(children.every((child) => child.parent === parent?.id)).toBe(true)
    expect(children.map((child) => child.units.candidates[0]?.unit)).toEqual([
      '县住房和城乡建设局',
      '县交通运输局',
      '县教育局',
    ])
  })

  it('tolerates doubled words and a slip of the pen', () => {
    const read = readDocument(speech('我们要要完善小额信贷流程。准绘制产业链图谱,形成清单。'))
    expect(read.matters.map((matter) => matter.title)).toEqual(['完善小额信贷流程', '绘制产业链图谱'])
  })

  it('says the kind, the direction and what will be seen', () => {
    const read = readDocument(
      speech(
        '要制定出台腾笼换鸟扶持政策文件。全面盘查闲置土地和厂房。加快改造老旧小区12个。加强经济运行调度。新增贷款20亿元以上。',
      ),
    )
    expect(read.matters.map((matter) => matter.kind)).toEqual(['制度成果', '清查建账', '项目节点', '常态', '指标'])
    expect(read.matters[2]?.attitude).toBe('快干')
    expect(read.matters[0]?.doneWhen).toContain('文号')
    expect(read.matters.every((matter) => matter.leader === null)).toBe(true)
  })

  it('ties masked targets and the year of the title to the matter', () => {
    const read = readDocument(speech('要加大信贷投放，全年新增信贷投放**亿元。要做好别的工作，完善联审机制。'))
    const matter = matterOf(read, '新增信贷投放**亿元')
    expect(matter?.targets[0]).toMatchObject({ value: null, masked: true, unit: '亿元' })
    expect(matter?.deadlines[0]).toMatchObject({ to: '2026-12-31' })
    expect(matterOf(read, '完善联审机制')?.deadlines).toEqual([])
  })

  it('leaves a demand on everybody to nobody in particular', () => {
    const read = readDocument(speech('全县各级各部门要加强学习培训，提升业务本领。'))
    expect(read.matters).toEqual([])
    expect(read.coverage).toMatchObject({ obligations: 1, covered: 0 })
    expect(read.coverage.refused[0]?.why).toContain('共性要求')
  })

  it('makes each figure of a goal sentence a matter', () => {
    const read = readDocument(
      '某县政府工作报告\n各位代表：\n一、今年工作\n今年主要预期目标是：地区生产总值增长6%左右，规上工业增加值增长7.5%以上，一般公共预算收入增长4%。',
    )
    expect(read.matters.map((matter) => matter.targets.length)).toEqual([1, 1, 1])
  })

  it('makes one matter of a clause that a mark of units closes', () => {
    const read = readDocument(
      '某县支持工业若干措施\n一、做强产业\n（一）培育龙头企业。引进龙头企业3家。完善配套政策。（责任单位：县工信局、县财政局。列第一位的为牵头单位，下同）\n（二）落实奖补。符合条件的企业可给予50万元奖励。（责任单位：县财政局）',
    )
    expect(read.matters.map((matter) => [matter.title, matter.units.lead, matter.units.support])).toEqual([
      ['培育龙头企业', ['县工业和信息化局'], ['县财政局']],
      ['落实奖补', ['县财政局'], []],
    ])
    expect(read.matters[0]?.measures).toHaveLength(2)
  })
})

describe('titles', () => {
  it.each([
    ['要不断完善小额信贷流程', '完善小额信贷流程'],
    ['在培育高新技术企业上强化服务', '培育高新技术企业'],
    ['同时将担保公司注册资本增至**亿元左右', '担保公司注册资本增至**亿元左右'],
    ['2023年计划新增信贷投放**亿元', '新增信贷投放**亿元'],
    [
      '推动优质企业加快上市，加强后备资源摸排和培育，加快培育一支有实力的后备梯队',
      '推动优质企业加快上市，加强后备资源摸排和培育',
    ],
  ])('%s → %s', (main, title) => {
    expect(titleOf(main)).toBe(title)
  })

  it.each([
    ['由县供电公司配合、县发改局牵头，20个工作日内拿出园区用电保障方案', '拿出园区用电保障方案'],
    ['县教育局要会同住建局，把学位缺口算清楚', '学位缺口算清楚'],
    ['县应急局要会同县住建局、县交通局开展一次排查', '开展一次排查'],
    ['对隐患点，县自然资源局会同各乡镇落实专人巡查', '落实专人巡查'],
    ['县财政局要在上半年落实前期经费', '落实前期经费'],
  ])('errand %s → %s', (sentence, title) => {
    expect(errandTitle(sentence)).toBe(title)
  })

  it('never exceeds its length by much and is never empty', () => {
    expect(titleOf('加强' + '很长的事情'.repeat(20)).length).toBeLessThanOrEqual(31)
    expect(titleOf('，').length).toBeGreaterThan(0)
  })
})
