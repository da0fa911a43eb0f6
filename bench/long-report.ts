// A report of our own making, as long as the longest that a county reads: some 50,000 characters, 300 matters.
const units = [
  '县发展和改革局',
  '县工业和信息化局',
  '县住房和城乡建设局',
  '县农业农村局',
  '县教育局',
  '县交通运输局',
  '县水利局',
  '县商务局',
  '县文化和旅游局',
  '县卫生健康局',
]
const works = [
  '标准厂房',
  '产业园道路',
  '老旧小区',
  '高标准农田',
  '乡镇中心校',
  '农村公路',
  '小型水库',
  '农贸市场',
  '文化礼堂',
  '乡镇卫生院',
]
const verbs = ['建成', '改造', '开工建设', '完成整治', '启动实施']
const chapters = ['抓项目扩投资', '抓工业强产业', '抓城乡促融合', '抓农业稳基础', '抓民生补短板', '抓开放添活力']

/** About `matters` matters in 6 chapters; every third paragraph explains at length, as reports do. */
export function longReport(matters = 300): string {
  const lines = [
    '青禾县重点工作年度任务报告',
    '（2026年11月20日）',
    '各位同志：',
    '现将全年重点任务报告如下，请一并抓好落实。',
  ]
  const each = Math.ceil(matters / chapters.length)
  for (let at = 0; at < matters; at += 1) {
    if (at % each === 0) lines.push(`${'一二三四五六'[at / each]}、${chapters[at / each]}`)
    if (at % 10 === 0) lines.push(`（${'一二三四五'[Math.floor((at % each) / 10)]}）${works[(at / 10) % 10]}有关工作`)
    const work = works[(at * 7) % 10] as string
    const month = (at % 12) + 1
    lines.push(
      `去年以来，${work}建设总体平稳，第${at + 1}片区群众反映的出行、用水、停车等问题逐步缓解，各方面对下一步工作抱有期待，` +
        `同时也要看到，资金拼盘、土地手续、施工组织等方面还有不少困难，有的项目进展不快，有的环节衔接不紧。` +
        `${units[at % 10]}要${verbs[at % 5]}第${at + 1}片区${work}${(at % 40) + 2}处，2027年${month}月底前完成，并把进展情况按月报县财经办。`,
    )
  }
  return `${lines.join('\n')}\n`
}
