import { MEASURES } from '../knowledge/measures.ts'
import type { Attitude, MatterKind, Span, Target } from '../types.ts'

const BY_CODE = new Map(MEASURES.map((known) => [known.code, known]))

const ISSUES =
  /(?:制定|制订|出台|印发|编制|修订|起草|拟定|提出|拿出).{0,40}(?:政策|方案|办法|意见|制度|规划|细则|措施|文件|规定|标准|条例|指引|预案|目录)(?!落实)|方案报批|审议后印发/
const INSTITUTION = /(?:建立|健全|完善|构建).{0,30}(?:制度|机制|办法|体制|规则)/
const INVENTORY =
  /盘查|清查|摸排|摸清|排查|筛查|普查|建账|建档|一宗一档|底数|逐宗|逐个过|(?:建立|形成).{0,8}台账|全面清理|清理.{0,20}(?:文件|账户|合同|项目|空壳)|(?:整治|整改).{0,30}(?:销号|清零|整改完毕)|全面走访/
const RECURS = /每(?:季度|月|周|两周|半年)(?:至少)?.{0,16}(?:一次|一场|调度|通报|研判|分析|会商|公布|期)/
// Works that are counted one by one are nodes; kilometres and households are figures.
const COUNTED_WORKS =
  /(?:建成|新建|建设|改造|打通|拆除|新开|加固|修建|改建|整治|创建|设立|组建|引进).{0,24}\d+ ?(?:个|所|座|条|处|家|部|套)|\d+ ?(?:个|所|座|条|处|家|套).{0,16}(?:改造|建设|除险加固|主体封顶)|(?:改造|加固|建设)\d+(?:座|处|所)/
const PROJECT =
  /(?:建成|开工|新建|改扩建|扩建|续建|竣工|投产|启动建设|改造|修建|建设|启动).{0,40}(?:项目|工程|中心|基地|园区?|公路|道路|路|厂|学校|医院|水库|管网|小区|平台|线|桥|站|馆|设施)|(?:提标|路面|危桥|二期).{0,20}(?:改造|投产|完工)|工可批复|前期工作|主体封顶|整合重组/
const GROWS = /(?:新增|培育|认定|净增|新认定|发展|新培育)/

/** A decision with its reason and the words of the matter's text that spoke for it, as offsets into that text. */
export interface Because<T> {
  value: T
  why: string
  words: Span[]
}

/** The usual name of a known measure. */
export const measureName = (code: string): string => BY_CODE.get(code)?.name ?? code

function because<T>(value: T, why: string, found: RegExpExecArray | null = null): Because<T> {
  return { value, why, words: found ? [{ start: found.index, end: found.index + found[0].length }] : [] }
}

/** 事项类别: by what the text asks to be seen, else what a known measure usually is, else by its figures. */
export function kindOf(text: string, code: string | null, targets: readonly Target[]): Because<MatterKind> {
  const known = code ? BY_CODE.get(code) : undefined
  const issues = ISSUES.exec(text)
  if (issues) return because('制度成果', '要求拿出文件，以印发为准', issues)
  const works = known?.kind !== '清查建账' && targets.length > 0 ? COUNTED_WORKS.exec(text) : null
  if (works) return because('项目节点', '按个数实施的工程，逐个看节点', works)
  const surveys = known === undefined || known.kind === '清查建账' || targets.length === 0
  const inventory = surveys && !/率|亿元|万元/.test(text) ? INVENTORY.exec(text) : null
  if (inventory) return because('清查建账', '要求摸清底数、逐个过，以覆盖为准', inventory)
  const recurs = RECURS.exec(text)
  if (recurs && !targets.some((target) => /%|元|亩/.test(target.unit))) return because('常态', '按周期反复开展', recurs)
  if (known) {
    // 新增家庭农场200家 counts what grew, whatever the measure is when it builds.
    const grows = known.kind === '项目节点' && targets.length > 0 ? GROWS.exec(text) : null
    if (grows) return because('指标', '说的是净增的数量', grows)
    return because(known.kind, `常见举措“${known.name}”通常按此类管理`)
  }
  if (targets.length > 0) return because('指标', '写明了数量，以数量为准')
  const institution = INSTITUTION.exec(text)
  if (institution) return because('制度成果', '要求建立制度或机制', institution)
  const project = PROJECT.exec(text)
  if (project) return because('项目节点', '要求建设项目或工程', project)
  return because('常态', '没有数量、文件、工程和清查的要求，按常态工作管理')
}

const ATTITUDES: readonly (readonly [RegExp, Attitude])[] = [
  [/降幅|少降|止跌|企稳|收窄|稳住.{0,6}下/, '少降'],
  [/加快|尽快|提前|抓紧|提速|提档|抢|快速|早日|开工/, '快干'],
  [/扩大|新增|增长|增至|增加|壮大|力争|争取|引进|培育|招引|突破|翻番|做大|加大|拉动/, '多作贡献'],
  [/完善|优化|提升|提高|规范|做好|办好|抓好|严把|落实|加强|强化|健全|改善|解决|精细/, '干好'],
]

/** 力争方向 by the words of the text; null where none speaks. */
export function attitudeOf(text: string): Because<Attitude | null> {
  for (const [pattern, attitude] of ATTITUDES) {
    const found = pattern.exec(text)
    if (found) return because<Attitude | null>(attitude, `用词“${found[0]}”`, found)
  }
  return because<Attitude | null>(null, '没有表明方向的用词')
}

/** 完成标志: that of a known measure; for a 制度成果 or 清查建账 what every one of its kind ends with; else null. */
export function doneWhenOf(code: string | null, kind: MatterKind): Because<string | null> {
  const known = code ? BY_CODE.get(code) : undefined
  const usual = (): Because<string | null> => because(known?.doneWhen ?? null, `常见举措“${known?.name}”的完成标志`)
  if (known && known.kind === kind) return usual()
  if (kind === '制度成果') return because('文件经审议后印发（文号）', '制度成果以印发为准')
  if (kind === '清查建账') return because('台账建立，覆盖率100%，清单经审定', '清查建账以覆盖为准')
  return known ? usual() : because<string | null>(null, '文中未写，需补充')
}
