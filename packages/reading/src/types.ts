import type { Calendar, IsoDate } from '@yipanqi/base'
import type { Lesson } from './lexicon/lesson.ts'

// The shape that `read --json` prints and the API answers: fields may be added later, never changed. Every
// start/end is a UTF-16 offset into `Document.text`, so that `text.slice(start, end)` is the thing itself.

/** A half-open stretch of the document's text, in UTF-16 code units. */
export interface Span {
  start: number
  end: number
}

/** 文件种类. */
export type DocumentKind = '讲话' | '政府工作报告' | '纪要' | '通知' | '措施' | '规划' | '其他'

export interface ReadDocument {
  /** Title as written; an empty string when the text shows none. */
  title: string
  /** The day of the document, or null when the text does not say it (a year alone is not a day). */
  date: IsoDate | null
  kind: DocumentKind
  /** The text exactly as it was given. */
  text: string
}

/** A node of the outline (条款). `start`/`end` hold the heading without its number and closing mark. */
export interface OutlineNode extends Span {
  id: string
  parent: string | null
  /** The number as written, its own mark included (`一、`, `（二）`, `三是`); null where there is none. */
  number: string | null
  heading: string
  /** 1 for the outermost. */
  level: number
}

export type SentenceRole = 'obligation' | 'target' | 'result' | 'background' | 'slogan' | 'heading' | 'other'

export interface Sentence extends Span {
  /** Outline node that the sentence stands under, or null before the first heading. */
  clause: string | null
  role: SentenceRole
  /** Why it has this role, in Chinese, for the screen. */
  why: string
  /** The words that spoke for the role; absent where the place or the whole sentence did. */
  words?: Span[]
}

/** What a reason of a matter is about. */
export type ReasonAbout = 'split' | 'title' | 'unit' | 'deadline' | 'target' | 'kind' | 'attitude' | 'doneWhen'

/** 依据: why the reader decided so, with the words of the text that spoke for it. */
export interface Reason {
  about: ReasonAbout
  /** One short Chinese sentence. */
  why: string
  /** Places in the document's text; empty where nothing in the text spoke (a default). */
  words: Span[]
}

/** 事项类别. */
export type MatterKind = '指标' | '项目节点' | '制度成果' | '清查建账' | '常态'

/** 力争方向. */
export type Attitude = '多作贡献' | '少降' | '快干' | '干好'

export interface Measure extends Span {
  text: string
}

export type Relation = '>=' | '<=' | '>' | '<' | '=' | '≈' | 'range'
export type Basis = 'level' | 'change' | 'share' | 'count'

/** A figure that somebody is to reach, as written; `normal` has it in the base unit. */
export interface Target extends Span {
  text: string
  indicator: string
  relation: Relation
  basis: Basis
  /** The value in its own unit (18万人 → 18); null when it is masked. */
  value: number | null
  /** The upper end of a `range`, otherwise null. */
  to: number | null
  masked: boolean
  unit: string
  normal: { value: number; to: number | null; unit: string } | null
  /** How relation and basis were read, in Chinese. */
  why?: string
}

/** 完成时限: dates are inclusive; `recur` such as `monthly:28`, `weekly:5`, `quarterly`. */
export interface Deadline extends Span {
  text: string
  from: IsoDate | null
  to: IsoDate | null
  recur: string | null
  /** 拟: counted in working days beyond the published arrangements; absent where the date stands. */
  provisional?: true
  /** How the words became the day, in Chinese. */
  why?: string
}

export interface UnitCandidate {
  unit: string
  /** Between 0 and 1. */
  score: number
  /** The words that spoke for it. */
  why: string[]
}

export interface MatterUnits {
  /** True when the text itself names the units. */
  explicit: boolean
  lead: string[]
  support: string[]
  /** Best first; only a suggestion. */
  candidates: UnitCandidate[]
}

/** 事项: one thing that somebody can be held to. */
export interface Matter extends Span {
  id: string
  parent: string | null
  clause: string | null
  title: string
  text: string
  kind: MatterKind
  attitude: Attitude | null
  /** 完成标志, suggested; null where nothing is known. */
  doneWhen: string | null
  /** 牵头县领导, only where it is written. */
  leader: string | null
  measures: Measure[]
  targets: Target[]
  deadlines: Deadline[]
  units: MatterUnits
  /** 依据, in the order of `ReasonAbout`; `split` says why the sentence became one matter or several. */
  reasons?: Reason[]
}

export interface Refusal extends Span {
  why: string
}

/** Every obligation or target sentence is either covered by a matter or refused with a reason. */
export interface Coverage {
  obligations: number
  covered: number
  refused: Refusal[]
}

export interface Reading {
  document: ReadDocument
  outline: OutlineNode[]
  sentences: Sentence[]
  matters: Matter[]
  coverage: Coverage
}

/** 单位性质. */
export type UnitKind = '党委' | '政府' | '事业' | '垂管' | '驻县' | '企业' | '乡镇' | '群团'

/** Another name of a unit; `until` says when an old name went out of use. */
export interface UnitAlias {
  name: string
  until?: IsoDate
}

/** A row of the dated unit catalogue. */
export interface UnitEntry {
  code: string
  /** 规范名称. */
  name: string
  aliases: UnitAlias[]
  kind: UnitKind
  /** False for units that supply figures or are only asked for help (统计、税务、法院…): never suggested first. */
  mayLead: boolean
  /** Words of its duties that speak for it. */
  duties: string[]
  /** Codes of `knowledge/measures.ts`. */
  leads: string[]
  supports: string[]
  validFrom?: IsoDate
  validTo?: IsoDate
  /** Code of the preset unit that its duties come from, in a county's own catalogue. */
  preset?: string
  /** Code of the unit that took over. */
  successor?: string
}

export interface ReadOptions {
  title?: string
  date?: IsoDate
  units?: readonly UnitEntry[]
  calendar?: Calendar
  /** 本县纠正词库: what the county's clerks corrected in earlier documents. */
  lexicon?: readonly Lesson[]
}
