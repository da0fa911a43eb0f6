// 项目生命周期. Papers differ by track: a filed firm's project is never asked for a state project's approvals.
import type { GateCondition, Ladder } from '../ladder.ts'

export const startProofs = ['施工许可或开工报告', '桩基或基础影像', '首笔工程款支付'] as const

const only = (...tracks: readonly string[]) => ({ field: 'track', in: tracks })
const paper = (id: string, name: string, source: string, when?: GateCondition['when']): GateCondition => ({
  id,
  name,
  needs: 'paper',
  source,
  ...(when ? { when } : {}),
})
const filled = (field: string, name: string, source?: string, when?: GateCondition['when']): GateCondition => ({
  id: field,
  name,
  needs: 'field',
  field,
  ...(source ? { source } : {}),
  ...(when ? { when } : {}),
})

const local = '县项目管理办法（待核实）'
const stateInvestment = '《政府投资条例》（国令第712号）'
const firmInvestment = '《企业投资项目核准和备案管理条例》（国令第673号，待核实）'

/** 开工认三选二 (practice: a ceremony or levelled ground is no start). */
export const provedStart = (values: Readonly<Record<string, unknown>>): boolean => {
  const proofs = values['startProof']
  return Array.isArray(proofs) && startProofs.filter((p) => proofs.includes(p)).length >= 2
}

export const projectLadder: Ladder = {
  name: '生命周期',
  stages: [
    { id: 'planned', name: '谋划', meaning: '有设想，未赋码，资金和业主还没定' },
    { id: 'reserve', name: '储备', meaning: '有代码或建议书，业主、投资、资金渠道基本明确' },
    { id: 'preparing', name: '前期', meaning: '正在办手续，还没开工' },
    { id: 'building', name: '在建', meaning: '永久性工程已动工，有开工日期' },
    { id: 'finished', name: '竣工', meaning: '建成并通过验收' },
    { id: 'producing', name: '投产', meaning: '已投入生产或使用' },
    { id: 'full', name: '达产', meaning: '达到设计能力', final: true },
    { id: 'suspended', name: '停缓建', meaning: '停工或暂缓，须写原因和批准人', exit: true },
    { id: 'removed', name: '退库', meaning: '不再实施，须写原因和批准人', exit: true, final: true },
    { id: 'restructured', name: '重组', meaning: '换业主或并入其他项目，须写去向和批准人', exit: true, final: true },
  ],
  gates: [
    {
      to: 'reserve',
      conditions: [
        filled('owner', '项目单位已明确', local),
        filled('total', '有投资估算', local),
        filled('track', '审批方式已明确', local),
        paper('proposal', '项目建议书或前期方案', local, only('审批')),
        paper('intention', '投资意向书或投资协议', local, only('核准', '备案')),
      ],
    },
    {
      to: 'preparing',
      conditions: [
        filled('code', '项目代码', '发改投资〔2020〕1439号（待核实）'),
        paper('site', '用地预审与选址意见', '待核实', only('审批', '核准')),
        paper('feasibility', '可行性研究报告批复', stateInvestment, only('审批')),
        paper('funding', '资金来源落实方案', stateInvestment, only('审批')),
        paper('application', '项目申请书', firmInvestment, only('核准')),
        paper('filing', '项目备案证明', firmInvestment, only('备案')),
      ],
    },
    {
      to: 'building',
      conditions: [
        filled('startedOn', '开工日期'),
        {
          id: 'start-proof',
          name: '开工依据三样有两样',
          needs: 'test',
          test: provedStart,
          source: '县项目开工认定口径（待核实）',
        },
        paper('design', '初步设计及概算批复', `${stateInvestment}，概算超估算 10% 须报告`, only('审批')),
        paper('approval', '项目核准批复', firmInvestment, only('核准')),
        filled('landPaper', '用地手续文号', '《土地管理法》（待核实）'),
        paper('planning', '建设工程规划许可证', '《城乡规划法》（待核实）'),
        paper('environment', '环评批复或登记表', '《环境影响评价法》（待核实）'),
        filled('permit', '施工许可证号', '《建筑法》、住建部令第18号（待核实）'),
        paper('tender', '招标结果或不招标说明', '发改委令第16号：施工 400 万元以上须招标（待核实）', only('审批')),
      ],
    },
    {
      to: 'finished',
      conditions: [
        filled('finishedOn', '竣工日期'),
        paper('acceptance', '五方竣工验收意见', '《建设工程质量管理条例》（待核实）'),
        paper('fire', '消防验收或备案', '待核实'),
        paper('planning-check', '规划核实', '待核实'),
        paper('settlement', '竣工决算或决算计划', stateInvestment, only('审批')),
      ],
    },
    {
      to: 'producing',
      conditions: [
        filled('producedOn', '投产日期'),
        paper('output', '首批产品、用电或开票记录', local, only('核准', '备案')),
        paper('handover', '移交管护或投入使用记录', local, only('审批')),
      ],
    },
    { to: 'full', conditions: [paper('capacity', '达到设计能力的说明', local)] },
  ],
  stalledAfter: { planned: 365, reserve: 365, preparing: 270, building: 730, finished: 180, producing: 540 },
}
