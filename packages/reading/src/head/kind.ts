import type { DocumentKind } from '../types.ts'

/** How far a document's sentences bind the county's units. */
export type Temper =
  /** A speech, report, minutes, notice: what it asks is asked. */
  | 'ordinary'
  /** A procedure, regulation, law: it describes duties, it assigns none anew. */
  | 'regulation'
  /** An answer to a letter or proposal: tells what was done. */
  | 'reply'
  /** A bulletin of figures: tells what was reached. */
  | 'told'
  /** An opinion of the centre: binds through what province, city and county make of it. */
  | 'central'

const KINDS: readonly (readonly [RegExp, DocumentKind])[] = [
  [/政府工作报告|人民政府工作报告/, '政府工作报告'],
  [/纪要/, '纪要'],
  [/讲话|发言|致辞/, '讲话'],
  [/规划|纲要|[三五]年行动计划/, '规划'],
  [/措施|政策|行动方案|实施方案|行动计划|[^作]意见/, '措施'],
  [/通知|通报/, '通知'],
]

/** Kind of a document by its title, failing that by the way it speaks. */
export function documentKind(title: string, folded: string): DocumentKind {
  for (const [pattern, kind] of KINDS) if (pattern.test(title)) return kind
  const opening = folded.slice(0, 1500)
  if (/报告政府工作|向大会报告工作/.test(opening)) return '政府工作报告'
  if (/会议(?:听取|研究|审议|议定|指出|强调|要求|决定)/.test(opening)) return '纪要'
  if (/同志们|我讲[一二三四五几]点|我再?强调/.test(opening)) return '讲话'
  return '其他'
}

/** Temper by title and sender. */
export function documentTemper(title: string, kind: DocumentKind): Temper {
  if (/(?:程序|流程|办法|规定|条例|规则|细则|规程|制度|章程)(?:（.{1,20}）)?$/.test(title)) return 'regulation'
  if (/(?:答复|回复|复函|批复)(?:（.{1,20}）)?$|^关于.{2,60}的(?:答复|回复)/.test(title)) return 'reply'
  if (title.endsWith('公报') && !/全体会议|全会/.test(title)) return 'told'
  // The report to a national congress of the party speaks to the whole country; a county's comes down by its own level.
  if (/(?:全国代表大会|中央(?:委员会)?(?:第.{1,4}次)?全体会议|全国(?:宣传|组织|农村|经济|金融).{0,12}会议)/.test(title))
    return 'central'
  if (kind !== '政府工作报告' && /^(?:中共中央|国务院|中央|中办|国办|国家)/.test(title)) return 'central'
  return 'ordinary'
}
