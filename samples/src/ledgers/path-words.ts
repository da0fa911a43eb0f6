// What is said when a record leaves its ladder, or goes on without a paper: each ledger has its own reasons, and its own
// people who approve and promise.

export interface PathWords {
  /** Reasons by the stage that is left to. */
  readonly reasons: Readonly<Record<string, readonly string[]>>
  readonly approver: string
  readonly bases: readonly string[]
  readonly promisers: readonly string[]
}

const projects: PathWords = {
  reasons: {},
  approver: '分管县领导',
  bases: ['县重点项目容缺办理规定', '主要领导专题会议定', '分管领导批示同意先行'],
  promisers: ['县住建局', '县自然资源局', '县发改局', '经开区管委会', '项目单位'],
}

const words: Readonly<Record<string, PathWords>> = {
  institutions: {
    reasons: { merged: ['上级行统一部署机构整合'], withdrawn: ['上级行撤并网点'] },
    approver: '金融监管支局',
    bases: ['先行筹备，批复在走程序'],
    promisers: ['拟设机构筹备组', '县金融中心'],
  },
  guarantees: {
    reasons: {
      claimed: ['借款人停产，逾期超过三个月', '借款人涉诉，账户被冻结', '主要客户拖欠货款，到期无力偿还'],
      refused: ['反担保不足', '近一年有逾期记录', '不符合支小支农方向'],
    },
    approver: '担保公司总经理办公会',
    bases: ['合作协议约定可后补', '公司总经理办公会同意先行'],
    promisers: ['县担保公司', '合作银行'],
  },
  'risk-sharing-loans': {
    reasons: {
      claimed: ['借款人经营失败，逾期超过合同约定天数', '养殖受灾，到期无力偿还'],
      refused: ['银行没有同意续贷', '不在支持范围'],
    },
    approver: '县金融中心主任办公会',
    bases: ['合作协议约定可后补', '银行已口头同意，书面件在办'],
    promisers: ['合作银行', '县担保公司', '县金融中心'],
  },
  'listing-candidates': {
    reasons: { paused: ['主营业务调整，推迟申报'], ended: ['控股权变更，不再申报'] },
    approver: '企业董事会',
    bases: ['上市工作专班会议定'],
    promisers: ['企业', '县金融中心'],
  },
  'technology-firms': {
    reasons: { lapsed: ['研发投入不达标，到期没有重新认定'], left: ['已停产'] },
    approver: '县科技局',
    bases: ['专项审计在做，先行自评'],
    promisers: ['企业', '县科技局'],
  },
  platforms: {
    reasons: { stopped: ['运营主体退出'], revoked: ['考核不合格'] },
    approver: '县科技局',
    bases: ['场地手续在办，先行运营'],
    promisers: ['运营主体', '县科技局'],
  },
  'livelihood-works': {
    reasons: { paused: ['资金没有到位'], dropped: ['居民意见不统一，调出年度计划'] },
    approver: '分管县领导',
    bases: ['汛前必须完工，分管领导批示同意先行', '县民生实事调度会议定'],
    promisers: ['县住建局', '县交通局', '县教育局', '所在乡镇'],
  },
  farms: {
    reasons: {
      idle: ['市场行情差，停产', '负责人外出务工', '土地流转到期没有续签', '受灾后没有恢复生产'],
      closed: ['已办理注销'],
    },
    approver: '所在乡镇',
    bases: ['随年度示范社监测补齐'],
    promisers: ['经营主体', '所在乡镇'],
  },
  'investment-leads': {
    reasons: {
      ended: ['与现有项目重复', '环评不符合园区准入', '投资方资金没有落实'],
      shelved: ['要素条件暂不具备', '市场变化，投资方暂缓', '投资方内部决策未通过'],
    },
    approver: '分管县领导',
    bases: ['县招商项目会审会议定'],
    promisers: ['县投资促进中心', '经开区管委会', '投资方'],
  },
  'policy-clauses': {
    reasons: { ended: ['公平竞争审查清理', '到期不再执行'] },
    approver: '县政府常务会议',
    bases: ['上级办法已施行，细则在走程序'],
    promisers: ['主管部门'],
  },
  'policy-payments': {
    reasons: { refused: ['申报材料与税务数据不符', '不在支持范围', '同一事项已享受上级资金', '没有达到当年门槛'] },
    approver: '主管部门会审',
    bases: ['公示与拨付同步办理'],
    promisers: ['主管部门', '县财政局'],
  },
  'enterprise-requests': {
    reasons: { declined: ['不属于县级权限，已说明上报途径', '与现行政策不符，已当面解释'] },
    approver: '承办单位主要负责人',
    bases: ['承办单位负责人同意先行'],
    promisers: ['承办单位'],
  },
}

/** The words of a ledger; those of projects where it has none of its own. */
export const pathWordsOf = (library: string): PathWords => words[library] ?? projects
