import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'
import { headingsOf } from '../testing.ts'

const BODY = '要逐项列出清单，明确责任单位和完成时限，按月调度，按季通报，年底前全部完成并组织验收。'

describe('outline', () => {
  it('nests the formal numbering and keeps number and mark out of the heading', () => {
    const text = `关于抓好春耕的意见\n一、总体要求\n${BODY}\n二、重点任务\n（一）备足农资。${BODY}\n1.种子\n${BODY}\n(2)化肥。${BODY}\n（二）修好沟渠。${BODY}`
    const read = readDocument(text)
    expect(headingsOf(read)).toEqual([
      '一、 总体要求',
      '二、 重点任务',
      '  （一） 备足农资',
      '    1. 种子',
      '      (2) 化肥'.replace('      (2)', '      （2）'),
      '  （二） 修好沟渠',
    ])
  })

  it('reads full-width digits as written', () => {
    const read = readDocument(`某局工作要点\n１．抓实调度。${BODY}\n２．抓实通报。${BODY}`)
    expect(read.outline.map((node) => node.heading)).toEqual(['抓实调度', '抓实通报'])
    expect(read.document.text).toContain('１．')
  })

  it('reads mixed spoken numbering inside a spoken section', () => {
    const text = `在全县推进会上的讲话\n同志们：\n一是要在服务发展上下功夫。一要做实项目储备。${BODY}二是抓紧前期工作。${BODY}三要守住质量底线。${BODY}\n二是要在改善民生上见成效。${BODY}`
    expect(headingsOf(readDocument(text))).toEqual([
      '一是 要在服务发展上下功夫',
      '  一要 做实项目储备',
      '  二是 抓紧前期工作',
      '  三要 守住质量底线',
      '二是 要在改善民生上见成效',
    ])
  })

  it('finds run-in headings without a number, one of them without a full stop', () => {
    const long = BODY + BODY
    const text = `在全县推进会上的讲话\n同志们：\n一是要在项目攻坚上持续发力。当前形势很好。以优化服务为核心。${long}深化项目管理改革。${long}建设数字监管平台继续推动部门数据上云，${long}`
    expect(headingsOf(readDocument(text))).toEqual([
      '一是 要在项目攻坚上持续发力',
      '  - 以优化服务为核心',
      '  - 深化项目管理改革',
      '  - 建设数字监管平台',
    ])
  })

  it('finds 要把…放在…上 inside a paragraph', () => {
    const text = `在全县推进会上的讲话\n同志们：\n一是要在作风建设上当表率。要把突破口放在“提速增效”上。${BODY}${BODY}${BODY}${BODY}${BODY}${BODY}要把立足点放在“服务基层”上。${BODY}`
    expect(readDocument(text).outline.map((node) => node.heading)).toEqual([
      '要在作风建设上当表率',
      '要把突破口放在“提速增效”上',
      '要把立足点放在“服务基层”上',
    ])
  })

  it('reads broken and mixed numbering down to the circle, and spoken headings of one breath', () => {
    const text = `在现场会上的讲话\n同志们：\n一、抓好当前工作\n第一，抓产业。${BODY}\n第二，抓环境。一是治理污水。年底前新建污水处理设施15座。二是清理垃圾。各乡镇要建立保洁机制。\n第三、抓治理：要推广积分制，做到村村有公约。\n1、完善村规民约。${BODY}\n①健全制度\n${BODY}\n二、加强领导\n要压实责任。各乡镇党委书记要亲自抓、具体抓。要强化督查。县委督查室每月督查一次，结果在全县通报。`
    expect(headingsOf(readDocument(text))).toEqual([
      '一、 抓好当前工作',
      '  第一 抓产业',
      '  第二 抓环境',
      '    一是 治理污水',
      '    二是 清理垃圾',
      '  第三 抓治理',
      '    1、 完善村规民约',
      '      ① 健全制度',
      '二、 加强领导',
      '  - 要压实责任',
      '  - 要强化督查',
    ])
  })

  it('does not take list items or short sentences for headings', () => {
    const text = `全县工作会议纪要\n会议议定：\n1．由县发改局牵头，6月底前提出方案。\n2．由县财政局牵头，7月底前落实资金。\n补充说明：一是抓进度。二是抓质量。`
    expect(readDocument(text).outline).toEqual([])
    const dense = `某县工作报告\n一、重点工作\n推进城乡建设。完善路网。新建公园8个。改造小区12个。实施绿化工程。${BODY}`
    expect(readDocument(dense).outline.map((node) => node.heading)).toEqual(['重点工作', '推进城乡建设'])
  })

  it('passes over what a web page leaves around a text', () => {
    const text = `下载\n打印\n【字号：\n加大\n还原\n】\n某县政府工作报告\n来源：某报\n时间：2026-02-09\n各位代表：\n一、今年工作\n${BODY}\n名词解释\n1.“两重”：国家重大战略实施。`
    const read = readDocument(text)
    expect(read.document.title).toBe('某县政府工作报告')
    expect(read.outline.map((node) => node.heading)).toEqual(['今年工作'])
  })

  it('joins hard-wrapped lines before it reads sentences', () => {
    const line = '全县各有关部门要围绕年初确定的目标任务逐项细化工作措施并按'
    const text = `一、工作安排\n${`${line}\n月报送进展情况，发现问题及时解决，确保如期完成全年各项目标。\n`.repeat(6)}`
    const read = readDocument(text)
    expect(read.sentences.filter((sentence) => sentence.role !== 'heading')).toHaveLength(6)
  })
})
