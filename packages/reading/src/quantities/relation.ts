import type { Basis, Relation } from '../types.ts'
import type { Figure } from './figure.ts'

// What may stand right before a figure, longest first: it binds the figure and belongs to the target's text.
const PREFIX =
  /(?:(不得少于|不得低于|不少于|不低于|不小于|不下于|至少|最少|力争不少于|大于(?:或者?)?等于|至少(?:要)?(?:建设|新建|建成|建|设|设立|培育|引进|开展|组织|举办|安排|完成|新增|打造|创建)|≥|>\s?=)|(不得超过|不得高于|不超过|不高于|不多于|不大于|最多|最高|至多|小于(?:或者?)?等于|≤|<\s?=)|(超过|超出|突破|高于|大于|多于|逾|超|(?<![不经通])过|>)|(低于|少于|小于|不足|不到|<)|(控制在)|(大约|接近|将近|约|近)|(达到|达|迈上|跨上|站上))(?:了|约|有)?\s?$/
const SUFFIX = /^\s?(?:（含[^）]{0,3}）)?(?:(?:及|或|含)?(以上|开外)|(以内|以下|之内)|(左右|上下))/
const LEVEL =
  /(?:提高|提升|增加|增长|上升|扩大|扩充|拓展|降低|下降|减少|压减|压降|压缩|缩短|缩减|控制|稳定|保持|维持|达|升|增|降|减)(?:到|至|为|在)(?:了|约|超过|不低于)?$/
const CHANGE =
  /(?:增长|增加|增幅|提高|提升|上升|上涨|回升|扩大|拓展|下降|降低|减少|压减|压降|压缩|缩短|缩减|收窄|增速|涨幅|降幅|快于|高出|再增|再降|递增|多增|翻|下调|上调|提速)(?:了|约|近|超过|超|不低于|不少于|不超过|达到|达|幅度|控制在|保持在)?$/

export interface Bound {
  relation: Relation
  /** Length of the words before and after the figure that belong to it. */
  before: number
  after: number
}

/** Reads the words directly around a figure: 不少于…, 超…, 控制在…以内, …左右, …以上. */
export function boundOf(s: string, figure: Figure): Bound {
  const head = s.slice(Math.max(0, figure.start - 10), figure.start)
  const prefix = PREFIX.exec(head)
  const suffix = SUFFIX.exec(s.slice(figure.end, figure.end + 8))
  const before = prefix && prefix[7] === undefined ? prefix[0].length : 0
  const after = suffix ? suffix[0].length : 0
  return { relation: relationOf(figure, prefix, suffix), before, after }
}

function relationOf(figure: Figure, prefix: RegExpExecArray | null, suffix: RegExpExecArray | null): Relation {
  if (figure.to !== null) return 'range'
  if (suffix?.[1] || figure.inner === '以上') return prefix?.[4] ? '<' : '>='
  if (suffix?.[2] || figure.inner === '以内' || figure.inner === '以下') return '<='
  if (suffix?.[3] || figure.inner === '左右') return '≈'
  if (prefix?.[1]) return '>='
  if (prefix?.[2]) return '<='
  if (prefix?.[3] || figure.inner === '多') return '>'
  if (prefix?.[4]) return '<'
  if (prefix?.[5]) return '<='
  if (prefix?.[6]) return '≈'
  return prefix?.[7] ? '>=' : '='
}

const COUNTED =
  /^[十百千万亿]*(?:批次|人次|户次|家次|车次|架次|场次|[个张]?床位|个?学位|个?工位|个?泊位|个?车位|人|名|位|户|家|个|项|件|条|套|张|座|处|所|台|辆|架|艘|列|棵|株|头|只|羽|间|栋|幢|宗|批|次|场|支|门|种|类|款|份|篇|册|枚|块|对|笔|单|例|幅|期|部|组|本|盏|口井|眼井|根|桶|箱|瓶|卡)?$/

/** Whether the figure is a level reached, a change, a share of a whole, or a number of things. */
export function basisOf(s: string, figure: Figure, clauseStart: number, indicator: string): Basis {
  if (/百分点$|个点$|基点$/.test(figure.unit)) return 'change'
  const head = s.slice(Math.max(clauseStart, figure.start - 14), figure.start).trimEnd()
  const percent = /^(?:%|‰|成|倍|番)$/.test(figure.unit)
  const thing =
    COUNTED.test(figure.unit) &&
    /^[^，。；、,;\s]/.test(s.slice(figure.end, figure.end + 1)) &&
    !/^(?:以上|以内|左右|以下)/.test(s.slice(figure.end, figure.end + 2))
  if (!thing && !LEVEL.test(head) && (CHANGE.test(head) || (percent && /(?:增速|增幅|涨幅|降幅)$/.test(indicator))))
    return 'change'
  if (percent && (/占|比重|比例|份额/.test(indicator) || /占|覆盖/.test(head))) return 'share'
  return COUNTED.test(figure.unit) ? 'count' : 'level'
}
