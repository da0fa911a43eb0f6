// What tables and columns are called on a Chinese screen. Libraries bring their own labels; audit.test.ts finds every
// audited column here or there.
import { columnNames } from '@yipanqi/model/libraries/field.ts'
import { libraries } from '@yipanqi/model/libraries/definitions/index.ts'

export interface TableWords {
  readonly name: string
  readonly columns: Readonly<Record<string, string>>
}

/** Columns that mean the same wherever they stand. */
const common: Readonly<Record<string, string>> = {
  id: '编号',
  version: '版本',
  state: '状态',
  name: '名称',
  title: '名称',
  short: '简称',
  kind: '类别',
  unit: '单位',
  account: '账号',
  created_by: '经办账号',
  created_at: '建立时间',
  basis: '依据',
  note: '备注',
  text: '内容',
  at: '时间',
  file: '附件',
  matter: '事项',
  document: '文件',
  library: '台账',
  record: '记录',
  position: '排序',
  valid_from: '生效日',
  valid_to: '最后一天',
  stage: '阶段',
  stage_since: '进入阶段的日子',
  removed: '移除时间',
  flags: '标记',
  number: '编号（文号）',
  due: '期限',
  settings: '设置',
  reason: '原因',
  approver: '批准人',
}

const own: Readonly<Record<string, TableWords>> = {
  county: { name: '县', columns: { code: '区划代码', name: '县名' } },
  unit: {
    name: '单位',
    columns: {
      code: '单位代码',
      name: '全称',
      kind: '性质',
      parent: '上级单位',
      may_lead: '可以牵头',
      aliases: '别名',
      successor: '承接单位',
    },
  },
  unit_name: { name: '单位旧名', columns: { borne_by: '原用此名的单位' } },
  unit_heir: { name: '承接关系', columns: { unit: '原单位', heir: '承接单位', since: '起始日' } },
  unit_change: {
    name: '单位变更',
    columns: {
      effective_on: '生效日',
      plan: '变更内容',
      ordered_by: '办理人',
      ordered_at: '办理时间',
      done_at: '执行时间',
      result: '执行结果',
      problem: '没有执行的原因',
    },
  },
  lesson: {
    name: '纠正词库',
    columns: {
      words: '词',
      key: '识别码',
      beside: '并入的词',
      from_unit: '原单位',
      to_unit: '改为单位',
      from_word: '原来',
      to_word: '改为',
      sample: '原句',
      times: '次数',
      learned_on: '日期',
      changed_by: '撤回或恢复的账号',
      changed_on: '撤回或恢复的日期',
    },
  },
  leader_term: {
    name: '县领导以前的分工',
    columns: { leader: '县领导', post: '职务', portfolio: '分工', units: '分管单位' },
  },
  county_leader: { name: '县领导', columns: { name: '姓名', post: '职务', portfolio: '分工', units: '分管单位' } },
  account: {
    name: '账号',
    columns: {
      name: '登录账号',
      person: '姓名、电话',
      post: '角色',
      scope: '数据范围',
      custom_keys: '指定单位',
      leader: '绑定县领导',
      active: '可以登录',
      enterprise: '绑定企业',
      opened_by: '开账号的人',
      granted_by: '审批的人',
      state_since: '状态起始',
    },
  },
  hand_over: { name: '交接', columns: { from_account: '交出账号', to_account: '接手账号', moved: '交接内容' } },
  credential: { name: '密码', columns: { set_at: '设置时间', invitation_until: '设置码有效期' } },
  second_factor: { name: '两步验证', columns: { confirmed_at: '绑定时间' } },
  recovery_code: { name: '恢复码', columns: { used_at: '使用时间' } },
  file: { name: '附件', columns: { sm3: '内容摘要', size: '大小', type: '类型', name: '文件名' } },
  document: {
    name: '文件',
    columns: {
      title: '标题',
      date: '日期',
      number: '文号',
      issued_on: '印发日',
      scope: '公开范围',
      declarer: '定密责任人',
      private: '仅经手人可看',
      outline: '提纲',
      sentences: '句子',
      refused: '未列入的句子',
      obligations: '任务句数',
      covered: '已列入句数',
      consult_due: '征求意见截止',
    },
  },
  matter: {
    name: '事项',
    columns: {
      number: '督办编号',
      text: '原文',
      attitude: '力争方向',
      lead_unit: '牵头单位',
      leader: '牵头县领导',
      deadline: '完成时限',
      done_when: '完成标志',
      target: '目标',
      first_target: '首版目标',
      first_deadline: '首版时限',
      value: '完成数',
      cadence: '报送周期',
      line: '督查线',
      key: '重点事项',
      parent: '上级事项',
      steps: '节点',
      curve: '计划曲线',
      provisional: '拟定的栏目',
      candidates: '候选牵头单位',
      light: '灯',
      light_since: '亮灯起始',
      pace: '进度',
      overdue: '逾期',
      last_report_as_of: '最近反馈截至',
      last_report_on: '最近反馈日',
      last_evidence: '最近佐证日',
      evidence_count: '佐证数',
      reworks: '退回次数',
      leader_consent: '县领导同意销号',
      issued_on: '交办日',
      state_since: '状态起始',
      closed_on: '办结日',
    },
  },
  matter_support: { name: '配合单位', columns: { part: '配合内容' } },
  matter_source: { name: '事项来源', columns: { clause: '条款', start_at: '起点', end_at: '终点', quote: '原文' } },
  matter_record: { name: '事项与台账的关联', columns: {} },
  event: {
    name: '办理记录',
    columns: {
      action: '办理',
      from_state: '原状态',
      to_state: '新状态',
      as_of: '数据截至',
      percent: '完成比例',
      value: '完成数',
      evidence: '佐证',
      on_paper: '线下签批',
      details: '详情',
    },
  },
  answer: {
    name: '征求意见答复',
    columns: {
      role: '牵头或配合',
      opinion: '意见',
      suggested_unit: '建议改派',
      answered_at: '答复时间',
      on_paper: '线下答复',
      adopted: '采纳',
      adoption_note: '采纳说明',
    },
  },
  light_scheme: {
    name: '亮灯办法',
    columns: {
      document_number: '文号',
      article: '条款',
      preset: '参照办法',
      parameters: '参数',
      effective_from: '施行日',
      effective_to: '停止日',
    },
  },
  library_setting: { name: '台账设置', columns: { keepers: '主管单位', heads: '列名对应' } },
  stage_step: { name: '阶段记录', columns: { from_stage: '原阶段', to_stage: '新阶段', since: '日期' } },
  own_library: {
    name: '自建台账',
    columns: {
      base: '在哪本台账上加',
      definition: '栏目定义',
      slots: '栏目位置',
      ends_on: '停用日',
      stopped_on: '实际停用日',
      stop_reason: '停用原因',
      open: '全县可看',
    },
  },
  own_proposal: {
    name: '自建台账申请',
    columns: {
      definition: '栏目定义',
      ends_on: '停用日',
      findings: '减负审查',
      drafted_at: '起草时间',
      proposed_at: '提交时间',
      decided_by: '审批人',
      decided_at: '审批时间',
    },
  },
  own_objection: {
    name: '重复采集异议',
    columns: {
      field: '栏目',
      label: '栏目名称',
      holder_library: '已有此项的台账',
      holder_label: '已有的栏目',
      answer: '答复',
      answered_by: '答复人',
      answered_at: '答复时间',
    },
  },
  own_record: { name: '自建台账记录', columns: { key1: '主键', open: '全县可看' } },
  library_view: { name: '台账视图', columns: { shared: '共用', query: '筛选和列' } },
  change_reason: { name: '改动说明', columns: { request: '请求编号' } },
  reveal: { name: '查看遮住的内容', columns: { field: '栏目' } },
  outline: { name: '单位图形', columns: { rings: '边界' } },
  code_table: {
    name: '代码表',
    columns: {
      tbl: '哪张表',
      file_name: '文件名',
      sm3: '内容摘要',
      counts: '各级个数',
      row_count: '行数',
      loaded_at: '更换时间',
    },
  },
  library_import: {
    name: '导入',
    columns: {
      sheets: '全部工作表',
      columns: '列的对应',
      total: '总行数',
      done: '已处理行数',
      notes: '说明',
      file_name: '文件名',
      sm3: '内容摘要',
      size: '大小',
      sheet: '工作表',
      header: '表头',
      counts: '行数',
      problem: '没有写入的原因',
      chosen: '写入范围',
      finished_at: '结束时间',
    },
  },
  library_export: { name: '导出', columns: { format: '格式', query: '筛选和列', row_count: '行数' } },
  stage_paper: { name: '要件', columns: { condition: '条件', promised_by: '承诺人' } },
}

const byTable = new Map<string, TableWords>(Object.entries(own))
for (const library of libraries) {
  if (library.handmade) continue
  const columns = Object.entries(library.fields).flatMap(([name, field]) =>
    columnNames(name, field).map((column) => [column, field.label] as const),
  )
  byTable.set(library.table, { name: library.name, columns: Object.fromEntries(columns) })
}

export function tableName(table: string): string {
  return byTable.get(table)?.name ?? '其他表'
}

export function columnName(table: string, column: string): string {
  const known = byTable.get(table)?.columns[column] ?? common[column]
  // Typed slots of a county's own fields: which field it is stands in the county's definition, and may change.
  return known ?? (/^(x_)?[a-z]{1,2}\d{1,2}(_[a-z]+)?$/.test(column) ? '自设栏目' : '其他栏目')
}

/** Tables that a filter offers, in the order of the words above. */
export function auditedTables(): { id: string; name: string }[] {
  return [...byTable].map(([id, { name }]) => ({ id, name }))
}
