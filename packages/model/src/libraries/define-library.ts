// One short, typed definition of a ledger; everything that people expect of it is made from it.
import { columnNames, isIndexed, snake, type Field, type Fields } from './field.ts'
import { ladderFaults, type Ladder } from './ladder.ts'
import type { Post } from '../words.ts'

/** A maintained sum: rows by month (of a date or month field) and unit, so that a million records answer at once. */
export interface Rollup {
  readonly id: string
  readonly month: string
  readonly unit: string
  readonly sums: readonly string[]
}

/** Who sees a record beside those who see the whole county and the library's keepers. */
export interface Audience {
  /** Fields of kind unit: these units and the units above them see the record. */
  readonly units: readonly string[]
  /** Every account of the county sees every record (policies, indicators). */
  readonly open?: boolean
  /** The firm itself sees its records: 'id' (the record is the firm) or the field that refers to it. */
  readonly enterprise?: string
  /** Only these posts read it, whatever their scope (accounts: the three administrators). */
  readonly posts?: readonly Post[]
}

export interface LibraryOptions<F extends Fields> {
  /** Plural noun, in URLs and code: `enterprises`. */
  readonly id: string
  /** SQL table, singular: `enterprise`. */
  readonly table: string
  /** 企业库 */
  readonly name: string
  /** 企业: what one record is. */
  readonly noun: string
  /** 户, 个, 宗, 项: its measure word. */
  readonly measure: string
  /** What it is for, in one line. */
  readonly purpose: string
  /** Where it stands among the others: 项目与招商, 企业与产业, 土地与厂房, 金融, 科技创新, 民生与乡村, 经济运行, 会议与事项, 机构与人员. */
  readonly group: string
  readonly fields: F
  /** The field that names a record. */
  readonly title: keyof F & string
  /** Fields that search looks in (title first): fragments, pinyin initials, codes. */
  readonly search: readonly (keyof F & string)[]
  /** Each list of fields is one key: no two records of a county share it (nulls aside). */
  readonly unique: readonly (readonly (keyof F & string)[])[]
  /** Import finds the existing record by the first of these keys that is filled. Default: `unique`. */
  readonly match?: readonly (readonly (keyof F & string)[])[]
  readonly ladder?: Ladder
  readonly audience: Audience
  /** List columns before anybody chooses: at most six, title first. */
  readonly columns: readonly (keyof F & string)[]
  /** Default order: a field, '-field', or 'updated'. */
  readonly sort: string
  /** Sorts that a unit's own narrow list must have an index for (at most four). */
  readonly narrow: readonly (keyof F & string)[]
  readonly rollups?: readonly Rollup[]
  /** Figures summed in subtotals. */
  readonly sums?: readonly (keyof F & string)[]
  /** Field of kind point, for the map. */
  readonly map?: keyof F & string
  /** Records come about elsewhere (matters by the loop, units by their own actions): no form, no import here. */
  readonly readOnly?: boolean
  /** Import is allowed though the form is not (units, accounts). */
  readonly importable?: boolean
  /** Unit codes (directory) that keep the library in the preset; a county may set others. */
  readonly keepers?: readonly string[]
  /** Table made by hand in a migration: the generator only checks it. */
  readonly handmade?: boolean
  readonly titleHelp?: string
}

/** The names of fields are checked where a library is defined; afterwards a list of any libraries is a list of these. */
export interface Library<F extends Fields = Fields> extends Omit<LibraryOptions<Fields>, 'fields'> {
  readonly fields: F
  /** Import keys in order. */
  readonly matchKeys: readonly (readonly string[])[]
}

/** Checks the definition as a whole and throws at start, in development and in tests, where it contradicts itself. */
export function defineLibrary<const F extends Fields>(options: LibraryOptions<F>): Library<F> {
  const fail = (what: string): never => {
    throw new Error(`library ${options.id}: ${what}`)
  }
  const field = (name: string): Field =>
    (Object.hasOwn(options.fields, name) ? options.fields[name] : undefined) ?? fail(`no field ${name}`)
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(options.id)) fail('id')
  if (!/^[a-z][a-z0-9_]{1,40}$/.test(options.table)) fail('table')
  for (const name of Object.keys(options.fields)) {
    if (!/^[a-z][A-Za-z0-9]{0,40}$/.test(name)) fail(`field name ${name}`)
    if (reserved.has(name)) fail(`${name} is a column of every library`)
  }
  const seen = new Map<string, string>()
  const columns = new Map<string, string>(reservedColumns.map((column) => [column, 'every library']))
  for (const [name, f] of Object.entries(options.fields)) {
    for (const head of [f.label, ...(f.aliases ?? [])]) {
      if (seen.has(head)) fail(`${name} and ${seen.get(head)} both answer to the head ${head}`)
      seen.set(head, name)
    }
    for (const column of columnNames(name, f)) {
      if (!/^[a-z][a-z0-9_]{0,58}$/.test(column)) fail(`column ${column}`)
      if (columns.has(column)) fail(`${name} and ${columns.get(column)} both keep the column ${column}`)
      columns.set(column, name)
    }
  }
  for (const name of [options.title, ...options.search, ...options.columns, ...(options.sums ?? [])]) field(name)
  for (const name of options.search)
    if (field(name).columns[0]?.type !== 'text' && field(name).kind !== 'nameList')
      fail(`search in ${name}: only text is searched, nothing sealed`)
  for (const name of options.sums ?? [])
    if (!['integer', 'bigint'].includes(field(name).columns[0]?.type ?? '')) fail(`sum ${name}`)
  for (const key of [...options.unique, ...(options.match ?? [])])
    for (const name of key) if (field(name).operators.length === 0) fail(`key of ${name}: it has no index`)
  for (const name of options.narrow) if (!isIndexed(field(name))) fail(`narrow sort ${name} has no index`)
  if (options.narrow.length > 4) fail('at most four narrow sorts')
  if (options.columns.length > 6) fail('at most six list columns')
  const sort = options.sort.replace(/^-/, '')
  if (!['updated', 'id', 'stage'].includes(sort) && !(isIndexed(field(sort)) && field(sort).sortable))
    fail(`sort ${sort}`)
  for (const name of options.audience.units) if (field(name).kind !== 'unit') fail(`audience ${name} is no unit`)
  for (const roll of options.rollups ?? []) {
    if (!['date', 'month'].includes(field(roll.month).kind)) fail(`roll-up by ${roll.month}`)
    if (field(roll.unit).kind !== 'unit') fail(`roll-up of ${roll.unit}`)
    for (const sum of roll.sums)
      if (!['integer', 'bigint'].includes(field(sum).columns[0]?.type ?? '')) fail(`sum ${sum}`)
  }
  const { enterprise } = options.audience
  if (enterprise !== undefined && enterprise !== 'id' && field(enterprise).kind !== 'reference')
    fail(`audience ${enterprise} is no reference`)
  if (options.map !== undefined && !field(options.map).operators.includes('within')) fail(`map of ${options.map}`)
  const [fault] = options.ladder ? ladderFaults(options.ladder, options.fields) : []
  if (fault !== undefined) fail(fault)
  return { ...options, matchKeys: options.match ?? options.unique }
}

/** Columns that every library has beside its fields. */
const reserved = new Set([
  'county',
  'id',
  'version',
  'revision',
  'seenBy',
  'createdBy',
  'createdAt',
  'updatedAt',
  'stage',
  'stageSince',
  'removed',
  'search',
  'searchText',
  'updated',
  'limit',
  'after',
])
export const reservedColumns: readonly string[] = [...reserved].map(snake)
