// 政策60条 of the sample county: 县 38, 市 14, 省 8. Department, manner, ceiling in 万元, budget in 万元.

export interface PlannedClause {
  readonly name: string
  readonly theme: string
  readonly department: string
  readonly manner: '免申即享' | '即申即享' | '申报审核'
  readonly ceiling: number
  readonly budget: number
}

const manners = { 免: '免申即享', 即: '即申即享', 申: '申报审核' } as const

const clauses = (theme: string, lines: readonly string[]): PlannedClause[] =>
  lines.map((line) => {
    const [name = '', department = '', manner = '申', ceiling = '0', budget = '0'] = line.split(' ')
    return {
      name,
      theme,
      department,
      manner: manners[manner as keyof typeof manners],
      ceiling: Number(ceiling),
      budget: Number(budget),
    }
  })

export const plannedClauses: readonly PlannedClause[] = [
  ...clauses('降本减负', [
    '小微企业社保缓缴 Z10 免 0 0',
    '失业保险稳岗返还 Z10 免 30 260',
    '规上工业用电补助 Z05 即 20 180',
    '国有厂房租金减半 S05 即 36 220',
    '首次升规奖励 Z05 免 10 300',
    '首次限上奖励 Z16 免 5 160',
    '物流运费补助 Z16 申 15 90',
    '水电气报装零费用 S02 免 0 0',
  ]),
  ...clauses('金融支持', [
    '贷款贴息 S01 申 30 240',
    '担保费补助 S01 免 8 120',
    '续贷过桥费用减半 S01 即 10 60',
    '首贷户奖励 S01 免 2 40',
    '股改挂牌奖励 S01 申 200 300',
    '科技贷风险补偿 Z04 申 50 150',
    '农业保险保费补贴 Z15 免 20 480',
    '供应链融资确权奖励 S01 申 10 30',
  ]),
  ...clauses('科技创新', [
    '高新技术企业认定奖励 Z04 免 20 320',
    '科技型中小企业入库奖励 Z04 免 1 130',
    '研发投入后补助 Z04 申 50 260',
    '专精特新认定奖励 Z05 免 30 240',
    '发明专利资助 Z22 即 1 40',
    '孵化载体运营补助 Z04 申 30 80',
    '技术合同成交补助 Z04 申 20 60',
    '首台套产品奖励 Z05 申 50 100',
  ]),
  ...clauses('扩大投资', [
    '工业技改设备补助 Z05 申 300 900',
    '新建项目固定资产奖励 Z02 申 500 800',
    '标准厂房自建补助 S05 申 100 260',
    '亩均优胜企业奖励 Z05 免 20 180',
    '存量用地盘活奖励 Z11 申 60 120',
    '数字化改造补助 Z05 申 50 200',
    '绿色工厂奖励 Z05 免 30 60',
    '重点项目前期费补助 Z02 申 40 100',
  ]),
  ...clauses('促进消费', [
    '家电以旧换新补贴 Z16 即 0 320',
    '汽车置换补贴 Z16 即 0 400',
    '商圈促销活动补助 Z16 申 20 80',
    '夜间经济街区补助 Z16 申 30 60',
    '旅行社组团奖励 Z17 申 15 70',
    '星级民宿奖励 Z17 免 20 60',
    '农产品展销摊位补助 Z15 即 1 30',
  ]),
  ...clauses('稳岗用工', [
    '新招员工岗前培训补贴 Z10 即 10 120',
    '急需人才生活补助 D04 申 12 160',
    '校企合作订单班补助 Z03 申 20 60',
    '返乡创业一次性补贴 Z10 即 1 90',
    '公益性岗位补贴 Z10 免 0 200',
    '一线职工技能等级补贴 Z10 免 0 110',
    '企业引才中介奖励 Z10 申 5 20',
  ]),
  ...clauses('要素保障', [
    '工业用地弹性出让 Z11 即 0 0',
    '用能指标统筹 Z02 申 0 0',
    '排污权交易补助 C02 申 20 40',
    '临时用地容缺办理 Z11 即 0 0',
    '重点企业用工专列补助 Z10 申 10 30',
    '林地定额优先保障 Z11 申 0 0',
    '施工许可分阶段办理 Z12 即 0 0',
  ]),
  ...clauses('市场开拓', [
    '境外参展补助 Z16 申 10 50',
    '出口信用保险补助 Z16 申 15 60',
    '电商销售奖励 Z16 申 20 80',
    '政府采购预留份额 Z09 免 0 0',
    '地产品推介目录 Z05 免 0 0',
    '地理标志使用奖励 Z22 免 10 40',
    '产销对接活动补助 Z05 申 5 30',
  ]),
]

/** Who set the clause of that place in the list: 8 by the province, 14 by the city, 38 by the county. */
export const levelOf = (at: number): '省' | '市' | '县' => (at % 8 === 3 ? '省' : at % 4 === 1 && at < 56 ? '市' : '县')
