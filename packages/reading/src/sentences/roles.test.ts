import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'
import { roleOf } from '../testing.ts'

const speech = (body: string): string => `在全县推进会上的讲话\n同志们：\n下面，我讲几点意见：\n${body}`

describe('roles of sentences', () => {
  it.each([
    ['obligation', '要加强项目调度，按月通报进展。'],
    ['obligation', '建立重点项目联审机制，解决用地难题。'],
    ['obligation', '县水利局要对病险水库逐座过一遍，汛前拿出处置意见。'],
    ['obligation', '住建、交通、水利三家要按行业约见施工单位。'],
    ['obligation', '对停工的项目，县发改局牵头逐个会诊。'],
    ['target', '全年新增规上企业不少于12户。'],
    ['target', '今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长4%。'],
    ['slogan', '我们要坚定信心，攻坚克难，奋力谱写高质量发展新篇章。'],
    ['slogan', '始终坚持以人民为中心，不断增强群众的获得感、幸福感、安全感。'],
    ['background', '习近平总书记强调，民生是最大的政治。'],
    ['background', '市委要求，要加快推进项目建设。'],
    ['background', '产业是县域经济的基础。'],
    ['background', '我们为什么推不动工作？'],
    ['background', '开工不是剪彩，是机器进场、工资进账。'],
    ['result', '去年全县实施重点项目98个，完成投资76亿元。'],
    ['result', '公路项目已建成通车，群众出行条件得到了改善。'],
    ['other', '同志们！'],
  ] as const)('%s: %s', (role, sentence) => {
    expect(roleOf(readDocument(speech(sentence)), sentence)).toBe(role)
  })

  it('gives every sentence a reason in Chinese', () => {
    for (const sentence of readDocument(speech('要抓好落实。去年很好。')).sentences) {
      expect(sentence.why).toMatch(/^[\u4e00-\u9fff，、。（）“”年]+$/)
    }
  })

  it('takes what stands under a review for results, what stands under the plan for tasks', () => {
    const text =
      '某县政府工作报告\n各位代表：\n一、2025年工作回顾\n推进项目建设，新建学校3所。加强生态保护。\n二、2026年重点工作\n推进项目建设，新建学校5所。'
    const read = readDocument(text)
    expect(roleOf(read, '新建学校3所')).toBe('result')
    expect(roleOf(read, '加强生态保护')).toBe('result')
    expect(roleOf(read, '新建学校5所')).toBe('obligation')
    expect(read.matters.map((matter) => matter.text)).toEqual(['推进项目建设，新建学校5所'])
  })

  it('leaves the words before 下面，我讲几点意见 out of the tasks', () => {
    const read = readDocument(
      '在全县推进会上的讲话\n同志们：\n今天的会议要推动项目建设，完善工作机制。下面，我讲三点意见：\n要推动园区建设，完善配套设施。',
    )
    expect(roleOf(read, '今天的会议')).toBe('background')
    expect(roleOf(read, '要推动园区建设')).toBe('obligation')
  })

  it('finds few tasks in a procedure, a reply and a central opinion', () => {
    const procedure = readDocument(
      '某县项目申报流程\n（一）申报。乡镇组织村申报项目，提交县发改局审核。\n（二）公示。公示不少于7天。',
    )
    expect(procedure.matters).toEqual([])
    const reply = readDocument(
      '关于第12号建议的答复\n王代表：\n近年来，我局加强了公路养护，建立了巡查机制。下一步，将继续加大投入，改造破损路面。',
    )
    expect(reply.matters).toHaveLength(1)
    const central = readDocument(
      '中共中央 国务院关于加强农田建设的意见\n一、重点任务\n完善灌溉设施，健全管护机制。各县要编制农田建设规划。',
    )
    expect(central.matters).toHaveLength(1)
    expect(central.coverage.refused).toHaveLength(1)
  })

  it('makes nothing of the report to a national congress of the party', () => {
    const read = readDocument(
      '踔厉奋发 团结奋斗\n——在中国共产党第三十次全国代表大会上的报告\n同志们：\n一、主要任务\n我们要坚持农业农村优先发展，加快建设农业强国，扎实推动乡村产业振兴。\n完善分配制度，健全社会保障体系。\n全党同志务必谦虚谨慎、艰苦奋斗。',
    )
    expect(read.matters).toEqual([])
    expect(read.coverage.refused.length).toBeGreaterThan(0)
  })

  it('refuses accountability in general as a demand on everybody', () => {
    const read = readDocument(speech('对工作不力的，严肃追究责任。县水利局要在汛前加固堤防。'))
    expect(read.matters).toHaveLength(1)
    expect(read.coverage.refused[0]?.why).toContain('共性要求')
  })
})
