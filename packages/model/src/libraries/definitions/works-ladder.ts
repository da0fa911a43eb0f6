import type { Ladder } from '../ladder.ts'

export const workKinds = [
  '老旧小区改造',
  '校舍维修改造',
  '农村危房改造',
  '农村公路',
  '棚户区改造',
  '集镇改造提升',
  '其他民生实事',
] as const

const old = { field: 'kind', in: ['老旧小区改造'] }
const school = { field: 'kind', in: ['校舍维修改造'] }
const house = { field: 'kind', in: ['农村危房改造'] }
const road = { field: 'kind', in: ['农村公路'] }
const shanty = { field: 'kind', in: ['棚户区改造'] }
const town = { field: 'kind', in: ['集镇改造提升'] }
// A single farmhouse has neither five parties nor a permit.
const built = { field: 'kind', in: workKinds.filter((kind) => kind !== '农村危房改造') }

const oldSource = '国办发〔2020〕23号'
const roadSource = '交通运输部令2018年第4号'
const houseSource = '各省农村危房改造管理办法，条款待核实'

/** One ladder for all kinds of works; what each kind has to show stands in its conditions. */
export const worksLadder: Ladder = {
  name: '建设进程',
  stages: [
    { id: 'survey', name: '摸底', meaning: '对象和点位已查清' },
    { id: 'planned', name: '计划', meaning: '已列入年度计划' },
    { id: 'designed', name: '方案', meaning: '方案、设计和资金已定' },
    { id: 'building', name: '施工', meaning: '已进场施工' },
    { id: 'finished', name: '完工', meaning: '工程内容已做完，待验收' },
    { id: 'accepted', name: '验收', meaning: '验收合格' },
    { id: 'used', name: '用上', meaning: '已移交管护，群众在用', final: true },
    { id: 'paused', name: '暂停', exit: true },
    { id: 'dropped', name: '调出计划', exit: true, final: true },
  ],
  gates: [
    {
      to: 'planned',
      conditions: [
        { id: 'plan', name: '年度计划文件', needs: 'paper' },
        { id: 'wish', name: '居民意愿征求结果', needs: 'paper', when: old, source: oldSource },
        {
          id: 'identified',
          name: '房屋安全鉴定报告',
          needs: 'paper',
          when: { field: 'kind', in: ['校舍维修改造', '农村危房改造'] },
        },
        { id: 'household', name: '村评议和公示、乡镇审核、县审批', needs: 'paper', when: house, source: houseSource },
        {
          id: 'levy',
          name: '征收决定和补偿方案公告',
          needs: 'paper',
          when: shanty,
          source: '国有土地上房屋征收与补偿条例（国令第590号）',
        },
      ],
    },
    {
      to: 'designed',
      conditions: [
        { id: 'design', name: '设计文件或改造方案', needs: 'paper', when: built },
        { id: 'joint-review', name: '联合审查意见', needs: 'paper', when: old, source: oldSource },
        {
          id: 'agreed',
          name: '居民同意比例不低于三分之二',
          needs: 'test',
          test: (v) => typeof v['agreeShare'] === 'number' && v['agreeShare'] >= 666_667,
          when: old,
          source: '民法典第二百七十八条，表决事项和比例待核实',
        },
        { id: 'road-design', name: '施工图设计批复', needs: 'paper', when: road, source: roadSource },
        { id: 'town-talk', name: '村民（居民）议事记录', needs: 'paper', when: town },
        {
          id: 'money',
          name: '资金来源',
          needs: 'test',
          test: (v) => typeof v['fundsReady'] === 'number' && v['fundsReady'] > 0,
        },
      ],
    },
    {
      to: 'building',
      conditions: [
        { id: 'start', name: '开工日期', needs: 'field', field: 'startOn' },
        {
          id: 'tender',
          name: '招标（采购）结果',
          needs: 'paper',
          when: built,
          source: '必须招标的标准见发展改革委令第16号',
        },
        { id: 'builder', name: '施工单位', needs: 'field', field: 'builder' },
        {
          id: 'quality',
          name: '质量监督手续',
          needs: 'field',
          field: 'qualityNumber',
          when: built,
          source: '建设工程质量管理条例',
        },
        { id: 'safety', name: '安全监督手续', needs: 'field', field: 'safetyNumber', when: built },
        {
          id: 'permit',
          name: '施工许可（限额以下免）',
          needs: 'paper',
          when: { field: 'kind', in: ['棚户区改造', '集镇改造提升'] },
          source: '建筑法第七条、住建部令第18号',
        },
        {
          id: 'school-window',
          name: '6 月底前进场、8 月 25 日前完工的安排',
          needs: 'paper',
          when: school,
        },
        { id: 'signed', name: '征收补偿签约情况（签约率）', needs: 'paper', when: shanty },
        { id: 'pipes-first', name: '地下管网先行的施工安排', needs: 'paper', when: town },
      ],
    },
    { to: 'finished', conditions: [{ id: 'finished', name: '实际完工日期', needs: 'field', field: 'finishedOn' }] },
    {
      to: 'accepted',
      conditions: [
        {
          id: 'acceptance',
          name: '五方竣工验收报告',
          needs: 'paper',
          when: { field: 'kind', in: ['校舍维修改造', '棚户区改造', '集镇改造提升', '其他民生实事'] },
          source: '建质〔2014〕124号',
        },
        { id: 'joint', name: '联合验收意见', needs: 'paper', when: old, source: oldSource },
        { id: 'road-acceptance', name: '交工验收', needs: 'paper', when: road, source: roadSource },
        { id: 'house-acceptance', name: '乡镇初验和县级验收表', needs: 'paper', when: house, source: houseSource },
        {
          id: 'filing',
          name: '竣工验收备案（15 日内）',
          needs: 'paper',
          when: { field: 'kind', in: ['棚户区改造'] },
          source: '建设工程质量管理条例第四十九条',
        },
      ],
    },
    {
      to: 'used',
      conditions: [
        { id: 'handed', name: '移交日期', needs: 'field', field: 'handedOn', when: built },
        { id: 'caretaker', name: '管护主体', needs: 'field', field: 'caretaker', when: built },
        { id: 'paid-out', name: '补助资金打卡发放凭证', needs: 'paper', when: house, source: houseSource },
        { id: 'managed', name: '物业或自管落地的协议', needs: 'paper', when: old, source: oldSource },
        { id: 'returned', name: '回迁安置交付清单', needs: 'paper', when: shanty },
        { id: 'look-back', name: '回头看日期', needs: 'field', field: 'lookBackOn' },
      ],
    },
  ],
  stalledAfter: { survey: 120, planned: 120, designed: 90, building: 270, finished: 60, accepted: 60 },
}
