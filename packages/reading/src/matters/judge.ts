import { MEASURES } from '../knowledge/measures.ts'
import type { Attitude, MatterKind, Target } from '../types.ts'

const BY_CODE = new Map(MEASURES.map((known) => [known.code, known]))

const INSTITUTION =
  /(?:制定|制订|出台|印发|编制|修订|起草|拟定|研究提出).{0,40}(?:政策|方案|办法|意见|制度|规划|细则|措施|文件|清单|规定|标准|条例|指引)|(?:建立|健全|完善).{0,30}(?:制度|机制|办法|体制)/
const INVENTORY = /盘查|清查|摸排|摸清|排查|普查|建账|建档|一宗一档|底数|台账/
const PROJECT =
  /(?:建成|开工|新建|改扩建|扩建|续建|竣工|投产|启动建设|改造|修建|建设).{0,40}(?:项目|工程|中心|基地|园区?|公路|道路|路|厂|学校|医院|水库|管网|小区|平台|线|桥|站|馆|设施)/

/** 事项类别: what a known measure usually is, else by the words of the text and its figures. */
export function kindOf(text: string, code: string | null, targets: readonly Target[]): MatterKind {
  if (/(?:制定|出台|印发).{0,40}(?:政策|办法|方案|意见|文件)/.test(text)) return '制度成果'
  const known = code ? BY_CODE.get(code) : undefined
  if (known) return known.kind
  const named = targets.length > 0
  if (named && !INVENTORY.test(text)) return '指标'
  if (INVENTORY.test(text)) return '清查建账'
  if (INSTITUTION.test(text)) return '制度成果'
  return PROJECT.test(text) ? '项目节点' : '常态'
}

const ATTITUDES: readonly (readonly [RegExp, Attitude])[] = [
  [/降幅|少降|止跌|企稳|收窄|稳住.{0,6}下/, '少降'],
  [/加快|尽快|提前|抓紧|提速|提档|抢|快速|早日|开工/, '快干'],
  [/扩大|新增|增长|增至|增加|壮大|力争|争取|引进|培育|招引|突破|翻番|做大|加大|拉动/, '多作贡献'],
  [/完善|优化|提升|提高|规范|做好|办好|抓好|严把|落实|加强|强化|健全|改善|解决|精细/, '干好'],
]

/** 力争方向 by the words of the text; null where none speaks. */
export function attitudeOf(text: string): Attitude | null {
  for (const [pattern, attitude] of ATTITUDES) if (pattern.test(text)) return attitude
  return null
}

/** 完成标志: that of a known measure; for a 制度成果 or 清查建账 what every one of its kind ends with; else null. */
export function doneWhenOf(code: string | null, kind: MatterKind): string | null {
  const known = code ? BY_CODE.get(code) : undefined
  if (known && known.kind === kind) return known.doneWhen
  if (kind === '制度成果') return '文件经审议后印发（文号）'
  if (kind === '清查建账') return '台账建立，覆盖率100%，清单经审定'
  return known?.doneWhen ?? null
}
