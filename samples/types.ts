// The shapes of a sample county. Everything is plain data: the seeding code turns it into rows, nothing here knows
// a database.
import type { LedgerSample } from './src/ledgers/types.ts'
import type { TownshipOutline } from './src/township-outlines.ts'
import type { IsoDate } from '@yipanqi/base'
import type { Action, Attitude, Cadence, DocumentScope, Kind, Line, Opinion, Post } from '@yipanqi/model/words.ts'

export type SampleUnitKind = '党委' | '政府' | '事业' | '垂管' | '驻县' | '企业' | '乡镇' | '群团'

export interface SampleUnit {
  /** Unique in its county: `D01` 党委, `Z01` 政府, `S01` 事业, `C01` 垂管和驻县, `Q01` 企业, `T01` 乡镇, `G01` 群团. */
  readonly code: string
  /** 规范全称, with the county's name. */
  readonly name: string
  readonly short: string
  readonly aliases: readonly string[]
  readonly kind: SampleUnitKind
  /** Code of the unit that it belongs to, or null. */
  readonly parent: string | null
  /** Old names with the day on which they ended: they resolve to this unit, and the screen says so. */
  readonly formerly: readonly { readonly name: string; readonly until: IsoDate }[]
  /** May be given the lead of a matter (垂管, 企业, 纪委 and 法院 may not). */
  readonly mayLead: boolean
  readonly validFrom: IsoDate
  /** The supervision line that usually supervises its matters. */
  readonly line: Line
}

export interface SampleLeader {
  /** `L01` … stable in the county. */
  readonly code: string
  readonly name: string
  /** 岗位, as it is printed: 县委常委、常务副县长. */
  readonly title: string
  /** Short form for lists: 常务副县长. */
  readonly short: string
  /** 分管的工作, as the 分工文件 says it. */
  readonly duties: string
  /** Unit codes in charge, by the dated 分工文件. */
  readonly portfolio: readonly {
    readonly units: readonly string[]
    readonly from: IsoDate
    readonly document: string
  }[]
}

export interface SampleAccount {
  /** Login name in pinyin, unique across counties. No password is kept here. */
  readonly login: string
  readonly name: string
  readonly unit: string
  readonly post: Post
  /** For leaders and secretaries: the leader that the account is, or serves. */
  readonly leader: string | null
}

export interface SampleTarget {
  readonly indicator: string
  readonly relation: '>=' | '<=' | '>' | '<' | '=' | '≈'
  readonly basis: 'level' | 'change' | 'share' | 'count'
  readonly value: number
  readonly unit: string
}

/** A step of a 制度成果 or a node of a 项目节点, in order. */
export interface SampleStep {
  readonly name: string
  readonly due: IsoDate
}

/**
 * How the matter shall stand on `today`: history is made to fit it. `standing` is a 常态 matter with fresh evidence.
 * What a story cannot be (a red light before any plan is due) falls back to `green`.
 */
export type Story = 'green' | 'yellow' | 'red' | 'grey' | 'done' | 'standing'

/** Where the county's document asks for a matter: an exact substring that occurs once in the document's text. */
export interface SampleSource {
  /** `SampleDocument.id`. */
  readonly document: string
  readonly quote: string
}

export interface SampleMatter {
  /** `讲-01`, `报-001`, `财-01`, `常-01`: stable, also the seed of its history. */
  readonly id: string
  /** First source is the one that the matter was issued by; further ones were merged into it (归并). */
  readonly sources: readonly SampleSource[]
  /** Verb first, as in the 任务分解表. */
  readonly title: string
  readonly kind: Kind
  readonly attitude: Attitude
  readonly leadUnit: string
  readonly supports: readonly { readonly unit: string; readonly part: string }[]
  readonly leader: string
  readonly doneWhen: string
  readonly target: SampleTarget | null
  readonly deadline: IsoDate
  /** What the text did not say and a clerk proposed (拟 until the consultation ended). */
  readonly proposed: readonly ('deadline' | 'leadUnit')[]
  readonly cadence: Cadence
  readonly line: Line
  /** 重点事项: closing needs the lead leader's consent. */
  readonly key: boolean
  /** 制度成果 and 项目节点 only; empty otherwise. */
  readonly steps: readonly SampleStep[]
  /** 清查建账 only: how many (宗, 户, 处 …) the survey must cover; the target holds the same number. */
  readonly coverage: { readonly total: number; readonly unit: string } | null
  /**
   * Filed plan curve: cumulative percent of the goal that shall be reached by that day, rising to 100 at the deadline.
   * Null where none was filed (the plan is then linear by working day).
   */
  readonly plan: readonly { readonly by: IsoDate; readonly percent: number }[] | null
  readonly story: Story
}

/** Consultation answer of one unit on one draft matter. */
export interface SampleAnswer {
  readonly matter: string
  readonly unit: string
  readonly opinion: Opinion
  /** Reason, and the wording that is proposed. Empty for 同意. */
  readonly text: string
  /** For 建议改派: the unit code that should lead. */
  readonly proposedUnit: string | null
  readonly at: string
}

export interface SampleDocument {
  readonly id: string
  readonly title: string
  readonly kind: '讲话' | '政府工作报告' | '会议纪要'
  /** 文号 under which its list was issued; null while it waits. */
  readonly number: string | null
  /** Date of the document itself (the speech was given, the meeting met). */
  readonly date: IsoDate
  readonly issuedOn: IsoDate | null
  /** Last day for answers; for a document in consultation. */
  readonly consultDue: IsoDate | null
  readonly consultedOn: IsoDate | null
  readonly scope: DocumentScope
  readonly declarer: string
  readonly line: Line
  readonly state: 'issued' | 'consulting'
  readonly text: string
  readonly matters: readonly SampleMatter[]
  readonly answers: readonly SampleAnswer[]
}

/** One thing that happened to a matter after issue, in time order. */
export interface SampleEvent {
  readonly action: Extract<Action, 'sign' | 'report' | 'request-close' | 'return' | 'verify'>
  /** Instant, ISO with the offset +08:00. */
  readonly at: string
  readonly by: { readonly unit: string; readonly post: Post }
  readonly text: string
  /** Reports only: the day the figures stand for. */
  readonly asOf: IsoDate | null
  /** Reports only: percent of the goal (指标, 清查建账) or of the steps (项目节点, 制度成果); null for 常态. */
  readonly percent: number | null
  /** Reports only: the figure in the unit of the target. */
  readonly value: number | null
  /** Reports only: how many of `steps` are done. */
  readonly stepsDone: number | null
  /** Names of the papers that prove it; the seeding code makes the files. */
  readonly evidence: readonly string[]
}

export interface SampleScheme {
  /** 亮灯办法 adopted by the county. */
  readonly title: string
  readonly number: string
  readonly from: IsoDate
  readonly preset: string
}

export interface SampleCounty {
  /** 6 digits; sample counties use invented codes. */
  readonly code: string
  readonly name: string
  readonly scheme: SampleScheme
  readonly units: readonly SampleUnit[]
  readonly leaders: readonly SampleLeader[]
  readonly accounts: readonly SampleAccount[]
  readonly documents: readonly SampleDocument[]
  /** Events of one issued matter up to `today`, oldest first; empty for drafts. */
  readonly historyOf: (matter: SampleMatter) => readonly SampleEvent[]
  /** Records of its ledgers, each library after most of what it refers to. */
  readonly ledgers?: () => readonly LedgerSample[]
  readonly outlines?: readonly TownshipOutline[]
}
