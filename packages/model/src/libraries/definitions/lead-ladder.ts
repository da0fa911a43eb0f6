import type { Ladder } from '../ladder.ts'

const local = '县招商引资项目管理办法（待核实）'
const fair = '《公平竞争审查条例》（待核实）'

/** 招商进程: agreed sums open nothing, papers of what really came do. */
export const leadLadder: Ladder = {
  name: '招商进程',
  stages: [
    { id: 'reported', name: '线索', meaning: '已首报登记，还没见过面' },
    { id: 'talking', name: '在谈', meaning: '已对接洽谈，有考察或方案往来' },
    { id: 'reviewed', name: '评审', meaning: '提交准入评审' },
    { id: 'signed', name: '签约', meaning: '签了正式合同；意向和框架协议不算' },
    { id: 'registered', name: '注册', meaning: '项目公司在本县登记' },
    { id: 'funded', name: '到资', meaning: '首笔资金到位，有凭证' },
    { id: 'started', name: '开工', meaning: '已动工，转入项目库', final: true },
    { id: 'shelved', name: '搁置', meaning: '暂不推进，须写原因和批准人', exit: true },
    { id: 'ended', name: '终止', meaning: '不再洽谈，须写原因和批准人', exit: true, final: true },
    { id: 'withdrawn', name: '解约退出', meaning: '签约后按条款退出，须写清算和批准人', exit: true, final: true },
  ],
  gates: [
    {
      to: 'talking',
      conditions: [{ id: 'handler', name: '承办单位', needs: 'field', field: 'handler', source: local }],
    },
    {
      to: 'reviewed',
      conditions: [
        { id: 'plan', name: '项目方案', needs: 'paper', source: local },
        { id: 'industry', name: '行业', needs: 'field', field: 'industry' },
        { id: 'planned', name: '拟投资额', needs: 'field', field: 'planned' },
      ],
    },
    {
      to: 'signed',
      conditions: [
        {
          id: 'review',
          name: '准入评审同意',
          needs: 'test',
          test: (v) => v['review'] === '同意' || v['review'] === '有条件同意',
          source: local,
        },
        {
          id: 'fairness',
          name: '公平竞争审查通过或没有政策承诺',
          needs: 'test',
          test: (v) => v['fairness'] === '已通过' || v['fairness'] === '没有政策承诺',
          source: fair,
        },
        { id: 'contract', name: '正式合同', needs: 'test', test: (v) => v['contract'] === '正式', source: local },
        { id: 'contract-paper', name: '合同文本', needs: 'paper', source: local },
        { id: 'signed-on', name: '签约日期', needs: 'field', field: 'signedOn' },
      ],
    },
    {
      to: 'registered',
      conditions: [
        { id: 'enterprise', name: '落地企业', needs: 'field', field: 'enterprise' },
        { id: 'licence', name: '营业执照', needs: 'paper', source: '《市场主体登记管理条例》（国令第746号，待核实）' },
      ],
    },
    {
      to: 'funded',
      conditions: [
        { id: 'arrived', name: '到位资金', needs: 'field', field: 'arrived' },
        { id: 'proof', name: '到位凭证号', needs: 'field', field: 'arrivedProof', source: local },
      ],
    },
    {
      to: 'started',
      conditions: [
        { id: 'started-on', name: '开工日期', needs: 'field', field: 'startedOn' },
        { id: 'project', name: '已进项目库', needs: 'field', field: 'project', source: local },
      ],
    },
  ],
  stalledAfter: { reported: 60, talking: 120, reviewed: 45, signed: 90, registered: 90, funded: 180 },
}
