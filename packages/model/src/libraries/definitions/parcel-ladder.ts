import type { Ladder } from '../ladder.ts'

const idle = '《闲置土地处置办法》（国土资源部令第53号）'

/** 盘活处置: from what looks idle, through the bureau's own finding, to land in use again. */
export const parcelLadder: Ladder = {
  name: '盘活处置',
  stages: [
    { id: 'used', name: '正常利用', meaning: '按约开发或正常使用', final: true },
    { id: 'suspect', name: '疑似闲置低效', meaning: '比对提示，还没核实' },
    { id: 'inquiry', name: '调查核实', meaning: '已发调查通知，权利人说明情况' },
    { id: 'found', name: '已认定', meaning: '自然资源局已出认定书' },
    { id: 'disposing', name: '处置中', meaning: '处置决定已下，正在执行' },
    { id: 'cleared', name: '已盘活', meaning: '重新开工、转让或收回，销号', final: true },
  ],
  gates: [
    {
      to: 'inquiry',
      conditions: [{ id: 'notice', name: '闲置土地调查通知书', needs: 'paper', source: `${idle}第五条（条号待核实）` }],
    },
    {
      to: 'found',
      conditions: [
        { id: 'finding', name: '认定结论', needs: 'field', field: 'finding', source: `${idle}第二条` },
        { id: 'cause', name: '政府原因是否存在', needs: 'field', field: 'cause', source: `${idle}第八条` },
        { id: 'finding-paper', name: '认定书', needs: 'paper', source: `${idle}（条号待核实）` },
      ],
    },
    {
      to: 'disposing',
      conditions: [
        { id: 'disposal', name: '处置方式', needs: 'field', field: 'disposal', source: `${idle}第十四条` },
        { id: 'disposal-paper', name: '处置文号', needs: 'field', field: 'disposalPaper' },
      ],
    },
    {
      to: 'cleared',
      conditions: [{ id: 'proof', name: '开工、过户或收回的证明', needs: 'paper', source: '县盘活验收口径（待核实）' }],
    },
  ],
  stalledAfter: { suspect: 60, inquiry: 60, found: 90, disposing: 365 },
}
