// A field of a library: what one column holds, how a clerk's cell is read into it, how it is written, asked and kept.
// Each kind is a small file in kinds/ that builds such a field from its options.
import type { IsoDate } from '@yipanqi/base'

/** `[lon, lat]` in CGCS2000 degrees × 1,000,000, as the two integer columns keep them. */
export type Point = readonly [number, number]
/** Rings of points in degrees × 1,000,000, outer first, each closed. */
export type Polygon = readonly (readonly Point[])[]

/**
 * A value as the API carries it and the database keeps it. Numbers with decimals are whole numbers of the field's
 * smallest step (money: 分, area: 0.000001 亩, percent: 0.0001 %): exact, and indexable under row security.
 */
export type Value =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly number[]
  | { readonly point: Point }
  | { readonly polygon: Polygon }
  | null
export type Values = Readonly<Record<string, Value>>

/** What stands in a cell (or was typed): the text as a person sees it and, where it is a number, the number behind it. */
export interface CellInput {
  readonly text: string
  readonly number?: number
  /** The cell's format shows a date: the number is a serial. */
  readonly date?: boolean
  readonly formula?: boolean
  readonly error?: boolean
  readonly boolean?: boolean
}

/** What a parse may look up. All look-ups were gathered before ({@link Field.lookup}), so that parsing is pure. */
export interface ParseContext {
  readonly today: IsoDate
  /** The id that a text names: of a unit, a leader or a record of a library; null: nobody; 'several': more than one. */
  find(target: string, text: string): number | null | 'several'
  /** Code of an industry or division that a name stands for, from the county's own table. */
  code?(table: 'industry' | 'division', text: string): string | null
}

/**
 * `keep`: the cell holds what we ourselves exported in its place (a mask, a count of files), so a re-import leaves what
 * is stored. An importer that does not know it refuses the row, which loses nothing.
 */
export type Parsed<V extends Value = Value> =
  | { readonly ok: true; readonly value: V | null; readonly warning?: string }
  | { readonly ok: false; readonly message: string; readonly keep?: true }

/** The word for the id of a unit, a leader or a record, or for a code of the county's own table (industry, division). */
export type NameFinder = (target: string, id: number | string) => string | undefined

export const columnTypes = [
  'text',
  'integer',
  'bigint',
  'boolean',
  'date',
  'text[]',
  'bigint[]',
  'jsonb',
  'bytea',
] as const
export type ColumnType = (typeof columnTypes)[number]

/** One SQL column. `suffix` is added to the field's snake-case name ('' for the usual single column). */
export interface Column {
  readonly suffix: string
  readonly type: ColumnType
}

/** Filter operators. All compile to leakproof operators, or go through the search index. */
export const operators = ['eq', 'ne', 'in', 'from', 'to', 'under', 'contains', 'empty', 'filled', 'within'] as const
export type Operator = (typeof operators)[number]

export const widgets = [
  'text',
  'long-text',
  'number',
  'money',
  'area',
  'date',
  'month',
  'year',
  'switch',
  'choice',
  'choices',
  'unit',
  'leader',
  'person',
  'secret',
  'reference',
  'code',
  'tree',
  'point',
  'polygon',
  'files',
  'none',
] as const
export type Widget = (typeof widgets)[number]

/** What every field may be given, whatever its kind. */
export interface FieldOptions {
  /** 栏目名, as the ledger's head says it. */
  readonly label: string
  /** Other heads under which clerks' spreadsheets bring it. */
  readonly aliases?: readonly string[]
  /** Why it is asked, shown under the input (减负: every question has a reason). */
  readonly help?: string
  readonly required?: boolean
  /** Section of the form; fields of one section stand together. */
  readonly section?: string
  /** Not filtered nor sorted by: no index is kept. */
  readonly unindexed?: boolean
  /** Written by the system (stage dates, counts): shown, exported, never asked or imported. */
  readonly system?: boolean
  /** SQL column name where it is not the snake case of the field's name. */
  readonly column?: string
}

export interface Field<V extends Value = Value> extends FieldOptions {
  readonly kind: string
  readonly columns: readonly Column[]
  readonly operators: readonly Operator[]
  readonly sortable: boolean
  readonly widget: Widget
  /** Shown after the figure: 万元, 亩, %. */
  readonly unit?: string
  /** Choices, in order. */
  readonly choices?: readonly string[]
  /** Library that a reference points to ('units', 'leaders' for those two). */
  readonly target?: string
  /** Value × 10^-scale is the figure in the smallest unit's own measure (decimals kept). */
  readonly scale?: number
  /** Personal: sealed under the record's own key, shown masked, revealed with a logged reason. */
  readonly sealed?: 'shown' | 'masked'
  /** Computed from the record's other values; stored. */
  readonly compute?: (values: Values) => V | null
  /** Sorted in pinyin order. */
  readonly pinyin?: boolean

  /** Reads a cell. An empty cell is `{ok: true, value: null}`; `required` is checked by the caller. */
  parse(cell: CellInput, context: ParseContext): Parsed<V>
  /** Text that the cell would look up, so that an importer can gather look-ups before it parses. */
  lookup?(cell: CellInput): { readonly target: string; readonly text: string } | null
  /** What a person reads. `names` gives the words for ids. */
  format(value: V, names?: NameFinder): string
  /** What a spreadsheet cell gets; parse(exported) is the value again. Without it, format's text. */
  toCell?(value: V, names?: NameFinder): string | number
  /** What the SQL columns hold, in their order; without it the one column holds the value itself. */
  store?(value: V): readonly unknown[]
  /** The value again from the columns of a row, none of them null. */
  load?(columns: readonly unknown[]): V
  /** Checks a value that came as JSON; the Chinese message says what is wrong, without the label. */
  check(value: unknown): Parsed<V>
  /** JSON schema of the value, for OpenAPI. */
  readonly schema: Readonly<Record<string, unknown>>
}

export type Fields = Readonly<Record<string, Field>>

/** May a list be filtered or sorted by it: some kinds cannot, and a definition may say it is not worth an index. */
export const isIndexed = (field: Field): boolean => field.operators.length > 0 && !field.unindexed
/** camelCase → snake_case. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
/** SQL column names of a field. */
export const columnNames = (name: string, field: Field): readonly string[] =>
  field.columns.map((c) => (field.column ?? snake(name)) + c.suffix)
