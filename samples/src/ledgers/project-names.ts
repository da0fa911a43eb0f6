// What the county's projects are called: firms' by what they will make, the county's by what is built and where.
import type { Random } from '../../random.ts'
import type { SampleFirm } from './firms.ts'

export type Category = '工业' | '农业' | '服务业' | '基础设施' | '社会民生' | '生态环保' | '园区配套'

export const townNames: Readonly<Record<string, string>> = {
  T01: '青源街道',
  T02: '禾丰街道',
  T03: '云汀镇',
  T04: '槐荫镇',
  T05: '竹溪口镇',
  T06: '大禾镇',
  T07: '麦岭镇',
  T08: '双塘坳镇',
  T09: '柳湾镇',
  T10: '桥头铺镇',
  T11: '枫林渡镇',
  T12: '上河镇',
  T13: '沙洲头镇',
  T14: '雾岭乡',
  T15: '茶坑乡',
  T16: '石盘乡',
}

// What a firm of the trade builds for: `年产{3 万吨精米}`, with the amounts that such firms come in.
const lines: Readonly<Record<string, readonly (readonly [least: number, most: number, what: string])[]>> = {
  B10: [[50, 200, '万吨机制砂']],
  C13: [
    [2, 12, '万吨精米'],
    [800, 5000, '吨山茶油'],
    [3, 15, '万吨饲料'],
  ],
  C14: [
    [1500, 8000, '吨米制糕点'],
    [2000, 9000, '吨豆制品'],
  ],
  C15: [
    [200, 900, '吨绿茶'],
    [1000, 6000, '千升米酒'],
  ],
  C17: [
    [800, 4000, '万米坯布'],
    [3000, 12_000, '吨棉纱'],
  ],
  C18: [
    [60, 400, '万件工装'],
    [80, 500, '万件童装'],
  ],
  C19: [[100, 600, '万双布鞋']],
  C20: [
    [20, 90, '万平方米重组竹板'],
    [3000, 9000, '吨竹丝'],
  ],
  C21: [
    [5, 30, '万件竹家具'],
    [2000, 9000, '套定制家居'],
  ],
  C26: [[3000, 12_000, '吨水性涂料']],
  C27: [[500, 3000, '吨中药饮片']],
  C29: [[2000, 9000, '吨塑料包装膜']],
  C30: [
    [30, 120, '万平方米外墙砖'],
    [5, 30, '万立方米预制构件'],
  ],
  C33: [
    [1, 6, '万吨钢构件'],
    [100, 800, '万件五金件'],
  ],
  C34: [
    [200, 1200, '万套轴承套圈'],
    [20, 150, '万件泵阀体'],
  ],
  C35: [
    [2000, 20_000, '台微耕机'],
    [500, 3000, '台谷物烘干机'],
  ],
  C36: [
    [50, 300, '万件制动盘'],
    [20, 120, '万件转向节'],
  ],
  C38: [
    [50, 400, '万台变压器'],
    [2, 9, '万千米线缆'],
  ],
  C39: [
    [2000, 9000, '万只电感'],
    [10, 60, '万平方米电路板'],
  ],
  D44: [[2, 8, '万千瓦分布式光伏']],
  D46: [[2, 6, '万吨供水']],
  A01: [
    [500, 3000, '亩油茶基地'],
    [5, 30, '万羽蛋鸡养殖'],
  ],
  A02: [[800, 4000, '亩笋竹两用林']],
  A05: [[1, 4, '万亩水稻全程机械化']],
  F51: [[1, 6, '万吨农产品仓储']],
  F52: [[1, 5, '万平方米商业综合体']],
  G54: [[20, 90, '台冷藏车队']],
  G59: [[5000, 30_000, '吨冷库']],
  H61: [[60, 260, '间康养酒店']],
  H62: [[3000, 12_000, '平方米餐饮街区']],
  N78: [[6, 24, '公里山地游步道']],
}
const works: Readonly<Record<string, readonly string[]>> = {
  基础设施: [
    '农村公路提质改造',
    '供水管网更新',
    '防洪堤加固',
    '城区道路改扩建',
    '充电设施布局',
    '灌区续建配套',
    '桥梁改建',
    '污水管网',
  ],
  社会民生: [
    '中心小学校舍维修',
    '卫生院住院楼',
    '养老服务中心',
    '老旧小区改造',
    '文化活动中心',
    '公共停车场',
    '托育中心',
    '安置房',
  ],
  生态环保: ['矿山生态修复', '河道综合治理', '农村污水处理', '垃圾分类转运站', '水土保持', '尾矿库整治'],
  园区配套: ['标准厂房', '园区道路', '园区污水处理厂扩容', '公共仓储', '园区供热管网', '职工公寓'],
  农业: ['高标准农田建设', '粮食烘干中心', '蔬菜大棚基地', '冷链集配中心'],
  服务业: ['古镇提升', '农贸市场改造', '游客集散中心', '数字商贸服务中心'],
}
const phases = ['', '', '', '二期', '三期', '（改扩建）']

/** 澄泽精密 of 青禾县澄泽精密制造有限公司. */
const shortOf = (firm: SampleFirm): string => firm.name.replace('青禾县', '').replace(/(股份)?有限公司$/, '')

/** A name that is not in `taken` yet. */
export function projectName(
  random: Random,
  category: Category,
  township: string,
  firm: SampleFirm | null,
  taken: Set<string>,
): string {
  for (;;) {
    const name = (firm ? firmWork(random, firm) : publicWork(random, category, township)) + random.pick(phases)
    if (taken.has(name)) continue
    taken.add(name)
    return `${name}项目`
  }
}

function firmWork(random: Random, firm: SampleFirm): string {
  const line = lines[firm.industry]
  if (!line || random.next() < 0.22)
    return `${shortOf(firm)}${random.pick(['智能化改造', '设备更新', '研发中心', '仓储扩建'])}`
  const [least, most, what] = random.pick(line)
  // Round figures, as feasibility studies have them.
  const step = 10 ** Math.max(0, String(most).length - 2)
  const amount = Math.max(least, Math.round(random.int(least, most) / step) * step)
  return `${shortOf(firm)}${/^[CD]/.test(firm.industry) ? '年产' : ''}${amount}${what}`
}

function publicWork(random: Random, category: Category, township: string): string {
  const town = (townNames[township] ?? '').replace(/(街道|镇|乡)$/, '')
  return `${random.pick([town, town, `${town}片区`, `青禾县${town}`])}${random.pick(works[category] ?? [])}`
}
