import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'

// Short documents of our own, one for each way of numbering that offices use, with the headings a clerk would mark.

const BODY = '各乡镇要逐项列出清单，明确责任人和完成时限，按月调度，按季通报。'
const MORE = '对进展缓慢的事项，由县委督查室跟踪督办，年底前逐件验收销号。'

interface Case {
  name: string
  text: string
  /** `number heading`, or the bare heading where there is no number. */
  headings: string[]
}

const lines = (...parts: string[]): string => parts.join('\n')

const CASES: Case[] = [
  {
    name: '篇、章、节 of a plan',
    text: lines(
      '青禾县水利发展规划',
      '第一篇 发展基础与形势',
      '第一章 发展现状',
      BODY,
      '第一节 取得的成效',
      BODY,
      '第二节 存在的短板',
      BODY,
      '第二章 总体思路',
      BODY,
      '第二篇 重点任务',
      '第三章 完善供水网络',
      '第一节 新建水厂',
      BODY,
    ),
    headings: [
      '第一篇 发展基础与形势',
      '第一章 发展现状',
      '第一节 取得的成效',
      '第二节 存在的短板',
      '第二章 总体思路',
      '第二篇 重点任务',
      '第三章 完善供水网络',
      '第一节 新建水厂',
    ],
  },
  {
    name: 'articles with titles',
    text: lines(
      '青禾县亩均评价实施细则',
      '第一章 总则',
      '第一条【适用范围】本细则适用于全县规模以上工业企业和占地三亩以上的规下企业。',
      '第二条 为规范评价程序，统一评价口径，根据有关规定，制定本细则。',
      '第二章　评价程序',
      '第三条（数据采集）税务、自然资源、供电等单位按月提供数据，由县工信局汇总。',
    ),
    headings: ['第一章 总则', '第一条 适用范围', '第二章 评价程序', '第三条 数据采集'],
  },
  {
    name: 'decimal numbering',
    text: lines(
      '青禾县数字政府建设方案',
      '1 总体要求',
      BODY,
      '1.1 建设目标',
      BODY,
      '1.2 建设原则',
      BODY,
      '2 主要任务',
      '2.1 统一数据底座',
      '2.1.1 归集公共数据',
      BODY,
      '2.1.2 治理问题数据',
      BODY,
      '1.5万亩高标准农田的数据先行入库，其余数据按批次推进，年底前完成。',
    ),
    headings: [
      '1 总体要求',
      '1.1 建设目标',
      '1.2 建设原则',
      '2 主要任务',
      '2.1 统一数据底座',
      '2.1.1 归集公共数据',
      '2.1.2 治理问题数据',
    ],
  },
  {
    name: 'mixed and broken marks',
    text: lines(
      '关于抓好当前几项工作的通知',
      '各乡镇、各部门：',
      '一．提高站位',
      BODY,
      '二 、突出重点',
      '(一)抓项目建设。' + BODY,
      '〔二〕抓招商引资。' + BODY,
      '三）抓要素保障。' + BODY,
      '1）用地保障。' + BODY,
      '⑵用能保障。' + BODY,
      '三、强化保障',
      BODY,
    ),
    headings: [
      '一. 提高站位',
      '二 、 突出重点',
      '（一） 抓项目建设',
      '〔二〕 抓招商引资',
      '三） 抓要素保障',
      '1） 用地保障',
      '⑵ 用能保障',
      '三、 强化保障',
    ],
  },
  {
    name: 'run-in headings closed by a colon or a blank',
    text: lines(
      '青禾县优化营商环境行动方案',
      '一、重点任务',
      '（一）推进一网通办：' + BODY,
      '（二）规范涉企检查　' + BODY,
      '（三）压缩审批时限。' + BODY,
      '二、保障措施',
      '强化组织领导：' + BODY + MORE,
      '严格督查考核　' + BODY + MORE,
      '加强宣传引导。' + BODY + MORE,
    ),
    headings: [
      '一、 重点任务',
      '（一） 推进一网通办',
      '（二） 规范涉企检查',
      '（三） 压缩审批时限',
      '二、 保障措施',
      '强化组织领导',
      '严格督查考核',
      '加强宣传引导',
    ],
  },
  {
    name: 'bracketed headings',
    text: lines(
      '青禾县秋冬季大气污染防治攻坚行动方案',
      '【工作目标】' + BODY,
      '【重点任务】',
      '1.管控扬尘。' + BODY,
      '2.管控秸秆。' + BODY,
      '【保障措施】' + BODY,
    ),
    headings: ['工作目标', '重点任务', '1. 管控扬尘', '2. 管控秸秆', '保障措施'],
  },
  {
    name: 'a speech with run-in headings in one paragraph',
    text: lines(
      '在全县招商引资推进会上的讲话',
      '同志们：',
      '第一，要认清形势。' + BODY + MORE,
      '第二，要突出重点。一是紧盯链主企业。' + BODY + '二是紧盯返乡创业。' + BODY + MORE,
      '第三，要改进作风。首先，带头外出招商。' + BODY + '其次，带头化解难题。' + BODY,
    ),
    headings: [
      '第一 要认清形势',
      '第二 要突出重点',
      '一是 紧盯链主企业',
      '二是 紧盯返乡创业',
      '第三 要改进作风',
      '首先 带头外出招商',
      '其次 带头化解难题',
    ],
  },
  {
    name: 'lines without numbers',
    text: lines(
      '青禾县乡村振兴工作要点',
      '总体要求',
      BODY,
      '主要目标：',
      BODY,
      '重点工作',
      '1.守牢粮食安全',
      BODY,
      '2.做强特色产业',
      BODY,
      '组织保障',
      BODY,
    ),
    headings: ['总体要求', '主要目标', '重点工作', '1. 守牢粮食安全', '2. 做强特色产业', '组织保障'],
  },
  {
    name: 'minutes with items that are no headings',
    text: lines(
      '青禾县人民政府专题会议纪要',
      '会议议定：',
      '一、关于农村公路养护',
      '1.由县交通局牵头，6月底前提出养护方案',
      '2.由县财政局落实养护资金，列入年度预算',
      '3.各乡镇落实日常养护人员',
      '二、关于校车安全',
      '（一）县教育局、县公安局每月联合检查一次。',
      '（二）县交通局7月底前排查校车线路。',
    ),
    headings: ['一、 关于农村公路养护', '二、 关于校车安全'],
  },
  {
    name: 'web clutter around and between',
    text: lines(
      '当前位置：首页 > 政务公开 > 规划计划',
      '索引号：QH-2026-0031',
      '【字体：大 中 小】',
      '青禾县2026年民生实事实施方案',
      '发布时间：2026-02-11',
      '浏览次数：1024',
      '一、实施内容',
      BODY,
      '打印本页',
      '二、实施步骤',
      BODY,
      '责任编辑：某某',
      '扫一扫在手机打开当前页',
      '版权所有：青禾县人民政府办公室',
    ),
    headings: ['一、 实施内容', '二、 实施步骤'],
  },
  {
    name: 'a pasted table is not headings',
    text: lines(
      '青禾县重点工作任务分解表',
      '一、经济工作',
      '序号\t工作任务\t牵头单位\t完成时限',
      '1\t新增规上工业企业15户\t县工信局\t12月底',
      '2\t完成园区污水处理厂提标改造\t县住建局\t9月底',
      '二、民生工作',
      '序号\t工作任务\t牵头单位\t完成时限',
      '1\t改造农村危房200户\t县住建局\t10月底',
    ),
    headings: ['一、 经济工作', '二、 民生工作'],
  },
  {
    name: 'parallel openers with commas',
    text: lines(
      '青禾县政府工作报告',
      '各位代表：',
      '一、2026年主要工作',
      '坚持项目为王，持续扩大有效投资。' + BODY,
      '坚持创新驱动，加快培育新动能。' + BODY,
      '坚持民生为本，办好群众身边事。' + BODY,
      '今年还要办好十件实事，具体清单另行公布。' + BODY,
    ),
    headings: [
      '一、 2026年主要工作',
      '坚持项目为王，持续扩大有效投资',
      '坚持创新驱动，加快培育新动能',
      '坚持民生为本，办好群众身边事',
    ],
  },
  {
    name: 'a list whose first head stands behind a colon',
    text: lines(
      '在全县安全生产工作会议上的讲话',
      '同志们：',
      '做好今年工作要把握以下三点：一是压实责任。' + BODY + '二是排查隐患。' + BODY + '三是严格执法。' + BODY,
    ),
    headings: ['一是 压实责任', '二是 排查隐患', '三是 严格执法'],
  },
  {
    name: 'named numbers and one-character numbers',
    text: lines(
      '青禾县工业强县三年行动计划',
      'Ⅰ、总体目标',
      BODY,
      'Ⅱ、主要行动',
      '行动一：链主培育行动。' + BODY,
      '行动二：园区提质行动。' + BODY,
      '❶完善基础设施',
      BODY,
      'A.供水',
      BODY,
      'B.供电',
      BODY,
    ),
    headings: [
      'Ⅰ、 总体目标',
      'Ⅱ、 主要行动',
      '行动一 链主培育行动',
      '行动二 园区提质行动',
      '❶ 完善基础设施',
      'A. 供水',
      'B. 供电',
    ],
  },
  {
    name: 'a table of contents and a box',
    text: lines(
      '青禾县“十五五”规划纲要',
      '目　录',
      '第一章 发展环境 …… 1',
      '第二章 总体要求 …… 4',
      '第一章 发展环境',
      BODY,
      '第二章 总体要求',
      BODY,
      '专栏1：重点产业项目',
      BODY,
    ),
    headings: ['第一章 发展环境', '第二章 总体要求', '专栏1 重点产业项目'],
  },
  {
    name: 'a note with hashes, and things counted',
    text: lines(
      '# 在全县春季农业工作会议上的讲话',
      '## 一、抓好三件事',
      '第一件事，抓春耕备耕。' + BODY,
      '第二件事，抓森林防火。' + BODY,
      '## 二、转变作风',
      '一要敢担当。' + BODY + '二要善作为。' + BODY,
    ),
    headings: [
      '一、 抓好三件事',
      '第一件事 抓春耕备耕',
      '第二件事 抓森林防火',
      '二、 转变作风',
      '一要 敢担当',
      '二要 善作为',
    ],
  },
  {
    name: 'a report whose parts have no numbers',
    text: lines(
      '青禾县人民政府工作报告',
      '各位代表：',
      '2025年工作回顾',
      '过去一年，我们克难前行。',
      '经济运行稳中向好。' + BODY,
      '2026年重点工作',
      '一是聚力扩内需。' + BODY,
      '2026年4月底前完成',
    ),
    headings: ['2025年工作回顾', '经济运行稳中向好', '2026年重点工作', '一是 聚力扩内需'],
  },
  {
    name: 'words that only look like numbers',
    text: lines(
      '在干部大会上的讲话',
      '同志们：',
      '一是一、二是二，说到就要做到，各单位不得打折扣，要把承诺的事情一件一件办好。',
      '一线干部最辛苦。第一书记要住在村里，第一时间回应群众诉求，年底前走访一遍农户。',
      '第一部分工作已经完成，第二部分工作要抓紧，县住建局6月底前完成管网改造。',
      '三农工作是重中之重，各乡镇要压实责任，守牢耕地红线，稳住粮食产量。',
      '1.2亿元专项资金要尽快下达到项目，县财政局月底前完成拨付。',
    ),
    headings: [],
  },
]

describe('headings of whole documents', () => {
  it.each(CASES)('$name', ({ text, headings }) => {
    const found = readDocument(text).outline.map((node) => `${node.number ? `${node.number} ` : ''}${node.heading}`)
    expect(found.map((one) => one.replace(/\s+/g, ' '))).toEqual(headings)
  })

  it('joins the lines of a page copied from PDF, headings and page numbers among them', () => {
    const text = lines(
      '青禾县农业农村工作要点',
      '一、重点工作',
      '（一）加强农业基础设施建设，推动高标准农田',
      '建设提质扩面。各乡镇要抓好在建项目的进度和',
      '质量，落实管护责任，年底前完成县级自查和验',
      '- 1 -',
      '收工作，对进度滞后的乡镇由县农业农村局约谈',
      '提醒。县财政局要按进度拨付资金，不得截留挪',
      '用项目资金，确保资金安全和使用效益有所提升',
      '（二）持续壮大村级集体经济，拓宽农民增收渠',
      '道。各乡镇要盘活闲置资产，规范合同管理，增',
      '加经营性收入，6月底前完成合同清理。',
    )
    const read = readDocument(text)
    expect(read.outline.map((node) => node.heading.replace(/\s/g, ''))).toEqual([
      '重点工作',
      '加强农业基础设施建设，推动高标准农田建设提质扩面',
      '持续壮大村级集体经济，拓宽农民增收渠道',
    ])
    expect(read.sentences.some((one) => /验\s[\s\S]*收工作/.test(text.slice(one.start, one.end)))).toBe(true)
  })

  it('nests parts, chapters, sections and what stands below', () => {
    const read = readDocument(CASES[0]?.text ?? '')
    expect(read.outline.map((node) => node.level)).toEqual([1, 2, 3, 3, 2, 1, 2, 3])
  })
})
