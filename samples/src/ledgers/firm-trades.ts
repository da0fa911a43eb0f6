// What firms of the sample county do, by 大类 of GB/T 4754 (codes as kinds/industry-table.ts has them), and how many.

export interface Trade {
  readonly industry: string
  /** Words that firms of the trade have in their names. */
  readonly words: readonly string[]
  /** Code of the chain that the trade belongs to, if any (see chain-plan.ts). */
  readonly chain: string | null
  /** Firms above the statistical threshold, below it and in the per-mu evaluation, below it and outside. */
  readonly above: number
  readonly graded: number
  readonly small: number
}

const trade = (industry: string, words: string, chain: string | null, above: number, graded = 0, small = 0): Trade => ({
  industry,
  words: words.split(' '),
  chain,
  above,
  graded,
  small,
})

/** 工业: 132 above the threshold (规上), 316 below it that are graded, 204 others. */
export const industrialTrades: readonly Trade[] = [
  trade('C13', '粮油 米业 油脂 食品原料 肉类加工', 'L01', 16, 34, 22),
  trade('C14', '食品 糕点 调味品 豆制品', 'L01', 9, 22, 14),
  trade('C15', '酒业 茶业 饮品', 'L01', 5, 12, 10),
  trade('C17', '纺织 棉纺 织造', 'L02', 8, 20, 10),
  trade('C18', '服饰 制衣 针织', 'L02', 7, 26, 16),
  trade('C19', '鞋业 皮具', 'L02', 3, 10, 6),
  trade('C33', '金属制品 五金 钢构', 'L03', 8, 26, 16),
  trade('C34', '机械 泵阀 轴承 精密制造', 'L03', 11, 24, 14),
  trade('C35', '农机 专用设备 模具', 'L03', 5, 14, 8),
  trade('C36', '汽车零部件 汽配', 'L03', 4, 10, 4),
  trade('C20', '竹业 木业 竹制品', 'L04', 9, 26, 20),
  trade('C21', '家具 家居', 'L04', 5, 16, 12),
  trade('C30', '建材 新材料 水泥制品 陶瓷 玻璃', 'L05', 16, 34, 18),
  trade('B10', '矿业 砂石', 'L05', 0, 0, 6),
  trade('C38', '电气 线缆 电机', 'L06', 6, 12, 6),
  trade('C39', '电子 光电 电路科技', 'L06', 8, 10, 6),
  trade('C26', '化工 涂料', null, 4, 6, 2),
  trade('C27', '医药 中药饮片', null, 3, 2, 2),
  trade('C29', '橡塑 塑业', null, 3, 12, 8),
  trade('D44', '热电 新能源', null, 1, 0, 2),
  trade('D46', '供水', null, 1, 0, 2),
]

/** 限上批零住餐 142. */
export const tradingTrades: readonly Trade[] = [
  trade('F51', '商贸 农资 供应链', null, 52, 0, 120),
  trade('F52', '百货 汽车销售 家电 医药连锁', null, 58, 0, 150),
  trade('H61', '酒店 宾馆', 'L07', 12, 0, 20),
  trade('H62', '餐饮管理 酒楼', 'L07', 20, 0, 30),
]

/** 规上服务业 68. */
export const serviceTrades: readonly Trade[] = [
  trade('G54', '运输 物流', null, 22, 0, 46),
  trade('G59', '仓储 冷链', null, 6, 0, 14),
  trade('I65', '软件 信息科技', null, 6, 0, 18),
  trade('L72', '人力资源 商务服务 文化传媒', null, 12, 0, 44),
  trade('M74', '检测 工程咨询', null, 9, 0, 22),
  trade('N78', '景区管理 园林环卫', 'L07', 4, 0, 10),
  trade('O80', '家政服务 养老服务', null, 5, 0, 24),
  trade('O81', '汽车维修 设备维保', null, 4, 0, 22),
]

/** 资质建筑业 48. */
export const buildingTrades: readonly Trade[] = [
  trade('E47', '建筑工程 建设', null, 26, 0, 20),
  trade('E48', '市政工程 路桥', null, 12, 0, 12),
  trade('E49', '机电安装', null, 4, 0, 8),
  trade('E50', '装饰工程', null, 6, 0, 12),
]

/** 房地产开发 28. */
export const estateTrades: readonly Trade[] = [trade('K70', '置业 房地产开发', null, 28, 0, 0)]

/** Firms of farming that are companies; co-operatives and family farms stand in a ledger of their own. */
export const farmingTrades: readonly Trade[] = [
  trade('A01', '种植 种业 茶园', 'L01', 0, 0, 50),
  trade('A02', '林业 竹林经营', 'L04', 0, 0, 12),
  trade('A05', '农业服务 农机作业', 'L01', 0, 0, 28),
]
