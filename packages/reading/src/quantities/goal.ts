import { type Figure, isTimeUnit } from './figure.ts'

const LETTER = /[A-Za-z第〔[+/]$/
const NAMED_QUOTE = 30

const MEASURING =
  /(?:压缩|压减|缩短|控制|提高|提升|增加|降低|减少|达|降|减)(?:到|至|在|为)?(?:约|不超过|不少于|不低于)?$|(?:不少于|不低于|不超过|至少|达到|超过)$/
const COUNT_VERB =
  /(?:新增|引进|招引|培育|建成|新建|落地|申报|争取|入库|新开工|开工|竣工|投产|完成|创建|发展|组建|建设|打造|实施|布局|改造|培训|认定|推出|获批|举办|签约|新认定|净增|达到|力争|确保|突破|超过|加装|安装|更新|更换|配备|购置|采购|储备)[^，。；、：]{0,14}$/
const BOUND_BEFORE = /(?:不少于|不低于|不超过|至少|超过|突破|达到|力争|超|增长|下降|降低|提高|压减|减少|增加|翻)$/
const BOUND_AFTER = /^(?:及?以上|以内|以下|左右|上下)/
// 布局实施…等9个专项 makes them; 做强…等3个集群 only names what there is.
const CREATED = /新增|引进|培育|建成|新建|开工|竣工|投产|完成|创建|建设|打造|实施|布局|改造|推出/
const NOT_THINGS =
  /^(?:(?:重大|重点|主要)?(?:方面|方向|层面|维度|阶段|原则|坚持|确立|维护|意识|自信|必须|统筹|角度|环节|省份|部门|问题|中心|要素|转变|关系|结合|注重|突出|着力|着眼|强化|聚焦|不变|一律|严禁|条件|步骤|层次|字|词|能力|力)|(?:重点|关键|大|主)(?=[，。：；、]|$))/
const ATTRIBUTE =
  /^(?:及?以上|以下|以内|级)?(?:的|且|并且|、|或)?(?:[^，。；、：\d]{0,8})?(?:企业|项目|产业|集群|园区|平台|基地|龙头|品牌|县|镇|工程|产业链)/
const STOCKED = /(?:储备|采购|购置|配备|增配|发放|更换|安装|投放)[^，。；：]{1,24}$/
const ROADS = /公路|道路|线|链|航|街|路|河|通道|步道|渠|管|沟|赛道/

/** Marks where a name in quotation or book-title marks begins and ends: figures inside belong to the name. */
function insideName(s: string, figure: Figure): boolean {
  const from = Math.max(0, figure.start - NAMED_QUOTE)
  const before = s.slice(from, figure.start)
  const open = Math.max(
    before.lastIndexOf('“'),
    before.lastIndexOf('《'),
    before.lastIndexOf('‘'),
    before.lastIndexOf('〈'),
  )
  if (open < 0) return false
  const close = before[open] === '“' ? '”' : before[open] === '《' ? '》' : before[open] === '‘' ? '’' : '〉'
  if (before.indexOf(close, open) >= 0) return false
  const at = s.indexOf(close, figure.start)
  return at >= 0 && at - (from + open) <= NAMED_QUOTE
}

/** A figure that a policy promises or asks as a condition (给予最高800万元补助, 年薪50万元以上的) obliges nobody to reach it. */
function isCondition(clause: string, before: string, after: string, beyond: string): boolean {
  if (
    /(?:给予|享受|奖励|补助|补贴|贴息|罚款|处以?|缴纳|收取|最高)[^，。；]{0,12}$/.test(before) &&
    /^[^，。；]{0,14}(?:补助|奖励|补贴|贴息|罚款|支持|资助)/.test(after)
  )
    return true
  if (/(?:给予|享受|按照|按)[^，。；]{0,40}$/.test(before) && /补助|奖励|补贴|贴息|资助/.test(clause + beyond))
    return true
  if (/(?:每年|最高)?(?:不超过|最高)$/.test(before) && /贴息|补助|补贴|奖励/.test(clause)) return true
  return /^(?:及?以上|以下|以内)?(?:且[^，。；]{0,20})?的(?:[，：]|部分|可|应|由|$)/.test(after)
}

function isBaseline(before: string, after: string): boolean {
  return (
    /[从由][^，。；]{0,14}$/.test(before) &&
    /^(?:以上|左右)?(?:提高|提升|增加|扩大|上升|增长|降低|压减|压缩|缩短|下降|减少|调整|升|增|降|减|延长)(?:到|至|为)/.test(
      after,
    )
  )
}

/** Attributes of what is counted: 10亿元以上项目3个, 销售收入2000万元以上的企业. */
function isAttribute(figure: Figure, before: string, after: string): boolean {
  if (!/元|亩|平方米|%|吨/.test(figure.unit)) return false
  if (after.startsWith('级')) return true
  // 全县80%以上的村…: a share of all is a goal, not a description.
  if (
    figure.unit === '%' &&
    /(?:^|全县|全市|全省|全国|覆盖|有|确保|实现|力争|推动|使|让|在|对|预留|拿出|安排|提取)$/.test(before)
  )
    return false
  const counted = /\d/.test(after)
  if (/^(?:及?以上|以下|以内)的/.test(after) && counted) return true
  if (counted && /(?:超|超过|突破|过|达)$/.test(before) && ATTRIBUTE.test(after)) return true
  const bound = BOUND_AFTER.test(after) || after.startsWith('的')
  return bound && ATTRIBUTE.test(after) && !/(?:达到|不低于|不少于|增长|覆盖|超过|完成)$/.test(before)
}

/** 前10名, 前三位: a place to reach. */
export const isRank = (s: string, figure: Figure): boolean =>
  s[figure.start - 1] === '前' && /^[名位]$/.test(figure.unit)

/** Whether the figure may be a goal at all: everything that design and clerks do not call a target is turned away here. */
export function isGoal(s: string, figure: Figure, clauseStart: number, clauseEnd: number): boolean {
  const before = s.slice(clauseStart, figure.start).trimEnd()
  const after = s.slice(figure.end, clauseEnd)
  const last = s.slice(Math.max(0, figure.start - 1), figure.start)
  if (LETTER.test(last) || s[figure.end] === '+') return false
  if (isRank(s, figure)) return /进入|保持|力争|跻身|居|争取|确保|达到|冲刺/.test(before)
  if (insideName(s, figure)) return false
  if (isTimeUnit(figure.unit)) return isTimeGoal(figure, before, after)
  if (
    isBaseline(before, after) ||
    isCondition(s.slice(clauseStart, clauseEnd), before, after, s.slice(clauseEnd, clauseEnd + 20)) ||
    isAttribute(figure, before, after)
  )
    return false
  if (/^(?:政策|标准|时代|版)/.test(after)) return false
  if (/^(?:对|凡)/.test(before) && /^(?:及?以上|以下|以内)的/.test(after)) return false
  if (/(?:全县|我县|全市)$/.test(before) && /^(?:乡镇|街道|村|社区|部门|单位)/.test(after)) return false
  // 5人的小组, 14亿人的粮食安全: it describes what follows.
  if (/^(?:[十百千万亿]*)(?:人|名|户|家|个)$/.test(figure.unit) && /^的(?!目标|任务|计划|要求)/.test(after))
    return false
  if (figure.script === 'mask')
    return figure.unit !== '' && !/^[十百千万亿]*(?:分|位|期|本|组|部|次)$/.test(figure.unit)
  if (figure.unit.endsWith('个') && NOT_THINGS.test(after)) return false
  if (
    figure.unit.endsWith('条') &&
    !STOCKED.test(before) &&
    !ROADS.test(after.slice(0, 8)) &&
    !ROADS.test(before.slice(-6))
  )
    return false
  if (/^(?:次|期|届|组|本|部|位|名|分)$/.test(figure.unit) && /(?:第|每|单|同|这|那|上|下|全)$/.test(before))
    return false
  if (/^(?:位|分|期|本|部|组|种|类|对|单|例)$/.test(figure.unit) && figure.script !== 'chinese') {
    return BOUND_BEFORE.test(before) || BOUND_AFTER.test(after) || COUNT_VERB.test(before.slice(-20))
  }
  if (
    /(?:将|对|把|由|等|这|那|上述|以上|前|后|其中|全部|每|各|原有|现有|一式)$/.test(before) &&
    /个|项|条|家|户|人|名|处|座|所|份/.test(figure.unit)
  ) {
    // 对27所食堂进行改造, 对36座水库逐一检查: doing it means doing that many.
    if (before.endsWith('对')) return /^[^，。；]{1,16}(?:进行|逐|实施|开展)/.test(after)
    return before.endsWith('等') && CREATED.test(before)
  }
  return figure.script === 'arabic' || isChineseGoal(figure, before, after)
}

function isTimeGoal(figure: Figure, before: string, after: string): boolean {
  if (/^年$/.test(figure.unit) && figure.value !== null && figure.value >= 1900) return false
  // A noun right behind makes it a name (15分钟生活圈, 5年过渡期), 内 or 前 makes it a deadline.
  if (after !== '' && !/^(?:以上|以内|以下|左右|[、（(]|和|及|并)/.test(after)) return false
  return MEASURING.test(before)
}

/** 三个, 一批, 两项: mostly a manner of speaking. A measure, a big number, a bound word or a verb of counting makes it a goal. */
function isChineseGoal(figure: Figure, before: string, after: string): boolean {
  const bound = BOUND_BEFORE.test(before) || BOUND_AFTER.test(after) || figure.inner === '以上'
  const one = figure.value === 1
  // 千亿产业, 百万职工: a bare multiplier is a figure of speech unless it is to be passed.
  if (figure.lone) return /(?:突破|超过|超|达到|达|跨越|跨过|迈上|冲刺|迈向|冲击)$/.test(before)
  if (/元|亩|公里|吨|平方米|公顷|千瓦|%|百分点|公斤|斤/.test(figure.unit))
    return !one || bound || /元|%|百分点/.test(figure.unit)
  if (figure.unit.endsWith('倍')) return bound
  if (figure.unit === '成') return bound || /占|比例|比重|率|完成/.test(before)
  if (one) return BOUND_BEFORE.test(before) && /家|户|个|项/.test(figure.unit) && /不少于|至少/.test(before)
  if (bound) return true
  if (!/家|户|个|项|名|人|座|所|套|处|支|只|条/.test(figure.unit)) return false
  return (figure.value ?? 0) >= 10
    ? COUNT_VERB.test(before.slice(-20))
    : COUNT_VERB.test(before.slice(-20)) && !/^(?:重点|专项|行动|工程|体系|方面|机制|制度|举措|措施)/.test(after)
}
