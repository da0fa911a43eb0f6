// The year of meetings: when each sort meets and what it settles. Chairs and organisers as in practice.md §5.

export interface MeetingSort {
  readonly type: string
  /** Word in the number of a resolution: 2026-财经2-07. */
  readonly short: string
  readonly name: string
  readonly chair: string
  readonly organiser: string
  /** Days of the year on which it meets: month-day. */
  readonly days: readonly string[]
  /** Resolutions of one meeting, at most. */
  readonly settles: number
}

const monthly = (day: string): string[] =>
  Array.from({ length: 12 }, (_, i) => `${String(i + 1).padStart(2, '0')}-${day}`)

export const meetingSorts: readonly MeetingSort[] = [
  {
    type: '财经委会议',
    short: '财经',
    name: '县委财经委员会第{n}次会议',
    chair: 'L01',
    organiser: 'D02',
    days: ['02-20', '05-15', '08-21', '11-20'],
    settles: 12,
  },
  {
    type: '月调度会',
    short: '调度',
    name: '{m}月份经济运行调度会',
    chair: 'L04',
    organiser: 'D02',
    days: monthly('08'),
    settles: 5,
  },
  {
    type: '季度分析会',
    short: '季析',
    name: '第{n}季度经济形势分析会',
    chair: 'L01',
    organiser: 'D02',
    days: ['01-22', '04-22', '07-22', '10-22'],
    settles: 4,
  },
  {
    type: '常委会会议',
    short: '常委',
    name: '县委常委会第{n}次会议',
    chair: 'L01',
    organiser: 'D01',
    days: [...monthly('05'), ...monthly('19')].sort(),
    settles: 4,
  },
  {
    type: '常务会议',
    short: '常务',
    name: '县政府第{n}次常务会议',
    chair: 'L02',
    organiser: 'Z01',
    days: [...monthly('11'), ...monthly('26')].sort(),
    settles: 5,
  },
]

interface Topic {
  readonly text: string
  readonly unit: string
  readonly leader: string
  readonly supports: string
  readonly doneWhen: string
}

const topic = (text: string, unit: string, leader: string, supports: string, doneWhen: string): Topic => ({
  text,
  unit,
  leader,
  supports,
  doneWhen,
})

/** What meetings settle, again and again in another month. */
export const topics: readonly Topic[] = [
  topic(
    '列出欠进度项目名单，逐个明确卡点和责任领导',
    'Z02',
    'L04',
    '县重点项目服务中心、各行业主管部门',
    '名单经审定并按月销号',
  ),
  topic('抓紧专项债项目支付，未支付的说明原因', 'Z09', 'L04', '各项目单位', '支付率达到序时'),
  topic('对临界升规企业一企一策走访', 'Z05', 'L10', '县统计局、县税务局、各乡镇', '走访台账和入统数'),
  topic('提出限上单位培育名单和消费活动安排', 'Z16', 'L10', '县文旅局、县市监局', '名单和方案印发'),
  topic('组织银企对接，解决链上企业融资需求', 'S01', 'L04', '各银行机构、担保公司', '需求清单销号'),
  topic('核清疑似闲置工业用地，提出处置意见', 'Z11', 'L11', '经开区、县工信局', '一宗一档经县政府审定'),
  topic('兑现到期的惠企资金', 'Z09', 'L04', '各条款主管部门', '到账凭证'),
  topic('修订重大项目协调服务制度', 'Z02', 'L04', '县司法局、两办督查室', '制度印发'),
  topic('推进校舍维修，八月二十五日前完工', 'Z03', 'L13', '县财政局、县住建局', '验收单'),
  topic('推进老旧小区改造联合验收', 'Z12', 'L11', '青源街道、禾丰街道', '联合验收和移交'),
  topic('排查农村公路安全隐患并整改', 'Z13', 'L11', '各乡镇', '隐患销号'),
  topic('摸清高标准农田管护短板', 'Z15', 'L12', '各乡镇', '问题清单和管护协议'),
  topic('核实科技型企业培育对象', 'Z04', 'L10', '县税务局、县工信局', '培育名单'),
  topic('完善园区污水处理扩容方案', 'S05', 'L10', '生态环境分局、县住建局', '方案批复'),
  topic('提升政务服务帮办代办能力', 'S02', 'L04', '各审批部门', '满意度和办件数'),
  topic('做好防汛物资和队伍准备', 'Z14', 'L12', '县应急局、各乡镇', '清单和演练记录'),
  topic('化解企业拖欠账款', 'Z05', 'L10', '县财政局、各主管部门', '清欠台账'),
  topic('加快污水管网和供水管网更新', 'Z12', 'L11', '县水务公司、县水利局', '完成里程'),
  topic('盘活标准厂房空置面积', 'S05', 'L10', '县国投集团、县投资促进中心', '出租合同'),
  topic('补齐产业链缺环招引清单', 'S03', 'L10', '各链办', '清单经链长审定'),
]
