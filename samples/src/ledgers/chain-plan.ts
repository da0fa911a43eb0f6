// The seven chains of the sample county: segments from upstream to downstream with what each makes and what is missing.

export interface PlannedProduct {
  readonly name: string
  readonly industry: string
  readonly supply: '本地能做' | '部分能做' | '本地没有'
}

export interface PlannedSegment {
  readonly name: string
  readonly stream: '上游' | '中游' | '下游' | '配套'
  readonly strength: '强' | '弱' | '断'
  readonly products: readonly PlannedProduct[]
}

export interface PlannedChain {
  readonly code: string
  readonly name: string
  readonly standing: '主导' | '特色' | '培育'
  readonly leader: string
  readonly office: string
  readonly scope: string
  readonly weakness: string
  readonly segments: readonly PlannedSegment[]
}

const supplies = { 有: '本地能做', 半: '部分能做', 无: '本地没有' } as const

/** `上游 强 名称: 产品@C13有 产品@C14半` */
function segment(line: string): PlannedSegment {
  const [head = '', rest = ''] = line.split(': ')
  const [stream, strength, name = ''] = head.split(' ')
  return {
    name,
    stream: stream as PlannedSegment['stream'],
    strength: strength as PlannedSegment['strength'],
    products: rest.split(' ').map((one) => {
      const [product = '', at = ''] = one.split('@')
      return { name: product, industry: at.slice(0, 3), supply: supplies[at.slice(3) as keyof typeof supplies] }
    }),
  }
}

export const plannedChains: readonly PlannedChain[] = [
  {
    code: 'L01',
    name: '农产品精深加工',
    standing: '主导',
    leader: 'L12',
    office: 'Z15',
    scope: '从良种、基地到粮油、茶、休闲食品和冷链销售',
    weakness: '初加工多、精深加工少，冷链和包装靠外地',
    segments: [
      '上游 强 种子种苗: 水稻种@A01有 茶苗@A01有 菌种@A01半',
      '上游 强 标准化基地: 稻谷@A01有 油茶籽@A01有 鲜叶@A01有',
      '中游 强 粮油加工: 精米@C13有 山茶油@C13有 米糠油@C13半',
      '中游 弱 休闲食品: 米制糕点@C14有 豆制品@C14有 冻干果蔬@C14无',
      '中游 弱 茶饮酿造: 绿茶@C15有 米酒@C15有 茶饮料@C15无',
      '中游 断 功能提取: 茶多酚@C27无 膳食纤维@C14无',
      '下游 弱 冷链物流: 冷库仓储@G59半 冷链运输@G54半',
      '配套 断 食品包装: 软包装膜@C29无 易拉罐@C33无',
    ].map(segment),
  },
  {
    code: 'L02',
    name: '纺织服装鞋帽',
    standing: '主导',
    leader: 'L10',
    office: 'Z05',
    scope: '从纺纱织造到成衣、鞋和电商销售',
    weakness: '印染断档，设计和品牌弱',
    segments: [
      '上游 断 化纤原料: 涤纶短纤@C28无 再生纤维@C28无',
      '上游 强 纺纱织造: 棉纱@C17有 坯布@C17有 针织布@C17半',
      '中游 断 印染后整理: 染整加工@C17无 数码印花@C17无',
      '中游 强 成衣制造: 工装@C18有 童装@C18有 针织衫@C18有',
      '中游 弱 鞋类箱包: 布鞋@C19有 运动鞋@C19半',
      '配套 弱 辅料: 拉链@C41无 缝纫线@C17有',
      '下游 弱 品牌电商: 设计打样@M74无 直播销售@F52半',
    ].map(segment),
  },
  {
    code: 'L03',
    name: '机械零部件',
    standing: '主导',
    leader: 'L04',
    office: 'Z05',
    scope: '从铸锻件到精密加工、农机和汽车零部件',
    weakness: '热处理和表面处理外协，检测能力不足',
    segments: [
      '上游 弱 铸锻毛坯: 灰铸铁件@C33有 锻件@C33半 铝压铸件@C33无',
      '上游 断 特种材料: 轴承钢棒@C31无 高强铝材@C32无',
      '中游 强 精密加工: 泵阀体@C34有 轴承套圈@C34有 齿轮@C34有',
      '中游 断 热处理表面: 渗碳淬火@C33无 电镀磷化@C33无',
      '中游 强 农机整机: 微耕机@C35有 烘干机@C35有 植保机@C35半',
      '下游 弱 汽车零部件: 制动盘@C36有 转向节@C36半 轻量化支架@C36无',
      '配套 弱 模具检测: 压铸模@C35有 三坐标检测@M74无',
    ].map(segment),
  },
  {
    code: 'L04',
    name: '竹木家居',
    standing: '特色',
    leader: 'L12',
    office: 'Z11',
    scope: '从竹林培育到竹材、家具和竹纤维',
    weakness: '竹材分级利用率低，下脚料没有出路',
    segments: [
      '上游 强 竹林培育: 毛竹@A02有 竹苗@A02有',
      '上游 弱 初级加工: 竹片@C20有 竹丝@C20有',
      '中游 强 竹板材: 重组竹@C20有 竹地板@C20有 竹集成材@C20半',
      '中游 断 竹纤维: 竹浆@C22无 竹纤维纱@C17无',
      '下游 强 家具家居: 竹家具@C21有 办公家具@C21有 定制家居@C21半',
      '配套 断 胶粘涂装: 环保胶@C26无 水性漆@C26半',
    ].map(segment),
  },
  {
    code: 'L05',
    name: '新型建材',
    standing: '特色',
    leader: 'L11',
    office: 'Z12',
    scope: '从矿石骨料到装配式构件和陶瓷',
    weakness: '产品重、半径短，绿色建材认证少',
    segments: [
      '上游 强 矿石骨料: 机制砂@B10有 石灰石@B10有',
      '中游 强 水泥制品: 商品混凝土@C30有 管桩@C30有 砌块@C30有',
      '中游 弱 建筑陶瓷: 外墙砖@C30有 发泡陶瓷@C30无',
      '中游 弱 玻璃门窗: 中空玻璃@C30有 系统门窗@C33半',
      '下游 断 装配式构件: 叠合板@C30半 预制楼梯@C30无',
      '配套 断 绿色检测: 建材检测@M74半',
    ].map(segment),
  },
  {
    code: 'L06',
    name: '电子元器件',
    standing: '培育',
    leader: 'L10',
    office: 'S05',
    scope: '从铜材线缆到电路板、连接器和整机配套',
    weakness: '上游材料全靠外购，企业小而散',
    segments: [
      '上游 断 电子材料: 覆铜板@C39无 电子铜箔@C39无',
      '中游 弱 线缆线束: 电源线@C38有 汽车线束@C38半',
      '中游 弱 电路板: 单双面板@C39有 多层板@C39无',
      '中游 强 磁性元件: 变压器@C38有 电感@C39有',
      '中游 断 连接器: 高速连接器@C39无',
      '下游 弱 整机配套: 小家电控制板@C39有 照明驱动@C38有',
    ].map(segment),
  },
  {
    code: 'L07',
    name: '文旅康养',
    standing: '培育',
    leader: 'L13',
    office: 'Z17',
    scope: '从景区、住宿餐饮到研学、康养和文创',
    weakness: '过路游多、过夜游少，缺高等级民宿',
    segments: [
      '上游 弱 景区运营: 古镇游览@N78有 山地运动@N78半',
      '中游 强 餐饮: 地方菜@H62有 团餐@H62有',
      '中游 弱 住宿: 商务酒店@H61有 精品民宿@H61半',
      '下游 断 研学康养: 研学基地@P83无 康养社区@Q85无',
      '配套 弱 文创商品: 竹编文创@C24有 茶旅礼盒@C15半',
    ].map(segment),
  },
]
