// A ledger of the fictional county as plain data: the seeding code turns it into rows, nothing here knows a database.
import type { IsoDate } from '@yipanqi/base'

/** A unit by its directory code: `{unit: 'T03'}`. */
export interface UnitRef {
  readonly unit: string
}
/** A county leader by code: `{leader: 'L10'}`. */
export interface LeaderRef {
  readonly leader: string
}
/** A record of another library by its first filled match key (or, failing that, its title): `{ref: 'enterprises', key: '91000000…'}`. */
export interface RecordRef {
  readonly ref: string
  readonly key: string
}

/** What a field holds: the value as the API carries it (money in 分, area in 0.000001 亩 …), or a reference by code or key. */
export type SampleValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | { readonly point: readonly [number, number] }
  | { readonly polygon: readonly (readonly (readonly [number, number])[])[] }
  | UnitRef
  | LeaderRef
  | RecordRef

export interface SampleRow {
  /** By field name. Fields left out are empty. */
  readonly values: Readonly<Record<string, SampleValue>>
  /** Stage id, where the library has a ladder. */
  readonly stage?: string
  readonly stageSince?: IsoDate
  /** How it came to its stage, oldest first; the last step is `stage` since `stageSince`. */
  readonly steps?: readonly SampleStageStep[]
  /** 要件 and 缺件 of the gates that it has passed. */
  readonly papers?: readonly SamplePaper[]
}

export interface SampleStageStep {
  readonly to: string
  readonly since: IsoDate
  /** Of a side exit: why, and who approved. */
  readonly reason?: string
  readonly approver?: string
}

export interface SamplePaper {
  /** Id of the gate's condition. */
  readonly condition: string
  readonly state: 'present' | 'missing'
  /** Its 文号, where it is there. */
  readonly number?: string
  /** What is missing: on what basis, who promised it (a unit), by when. Always a day to come. */
  readonly basis?: string
  readonly promisedBy?: string
  readonly due?: IsoDate
}

export interface LedgerSample {
  /** Library id. */
  readonly library: string
  readonly rows: readonly SampleRow[]
}

/** Makes a ledger as it stands on `today`: the same day gives the same rows. */
export type LedgerOf = (today: IsoDate) => LedgerSample
