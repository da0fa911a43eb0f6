// What a library's definition means in SQL: columns and indexes. The migration's text and the test that holds
// definitions against the migrated database are both made from this.
import { columnNames, isIndexed, type Field, type Library } from '@yipanqi/model/libraries/index.ts'

export interface ColumnSpec {
  readonly name: string
  readonly type: string
}

export interface IndexSpec {
  readonly name: string
  /** As `create index` says it, without the name. */
  readonly text: string
}

export interface TableSpec {
  readonly table: string
  readonly columns: readonly ColumnSpec[]
  readonly indexes: readonly IndexSpec[]
  readonly seen: { readonly columns: readonly ColumnSpec[]; readonly indexes: readonly IndexSpec[] }
}

/** Columns that sort by pinyin carry the collation in their index and in `order by`. */
export const pinyin = 'collate "zh-x-icu"'

/**
 * The collation in which a field is indexed, compared and sorted: pinyin for words, bytes for codes that are asked by
 * their beginning (an index of another collation would not be used), the database's own for the rest.
 */
export function collationOf(field: Field): string {
  if (field.pinyin) return ` ${pinyin}`
  return field.operators.includes('under') ? ' collate "C"' : ''
}

/**
 * Fields that stand in the narrow copy: its own orders, and whatever a unit filters by that is short (choices, units, days,
 * figures), so that filtering and counting never leave the copy. Words stay with the record.
 */
export const copiedFields = (library: Library): readonly string[] => {
  const short = Object.entries(library.fields).flatMap(([name, field]) =>
    isIndexed(field) && field.columns.length === 1 && field.columns[0]?.type !== 'text[]' && !field.pinyin
      ? [name]
      : [],
  )
  // `key` is the copy's own word for who sees.
  return [...new Set([...library.narrow, ...short])].filter(
    (name) => library.fields[name]?.column !== 'key' && name !== 'key',
  )
}

/** SQL types as the catalogue spells them. */
const columnsOf = (name: string, field: Field): ColumnSpec[] => {
  const names = columnNames(name, field)
  return field.columns.map((c, i) => ({ name: names[i] as string, type: c.type }))
}

const chosen = new Set(['choice', 'boolean', 'unit', 'year', 'month'])
const including = (columns: readonly string[]): string =>
  columns.length === 0 ? '' : ` include (${columns.join(', ')})`

export function tableOf(library: Library): TableSpec {
  const t = library.table
  const fields = Object.entries(library.fields)
  const columns = fields.flatMap(([name, field]) => columnsOf(name, field))
  const indexes: IndexSpec[] = []
  const add = (
    suffix: string,
    columnList: string,
    options: { unique?: boolean; using?: string; include?: string; where?: string } = {},
  ) => {
    // Tables made by hand keep no row that was taken off.
    const where = options.where ?? (library.handmade ? '' : 'removed is null')
    indexes.push({
      name: `${t}_${suffix}`,
      text: `${options.unique ? 'unique ' : ''}on ${t} ${options.using ?? ''}(${columnList})${options.include ? ` include (${options.include})` : ''}${where === '' ? '' : ` where ${where}`}`.replace(
        '  ',
        ' ',
      ),
    })
  }
  for (const [name, field] of fields) {
    if (!isIndexed(field)) continue
    const [first, ...rest] = columnNames(name, field) as [string, ...string[]]
    if (field.kind === 'choices' || field.kind === 'files') continue
    if (field.columns.length > 1) {
      const plane = [first, ...rest].filter((c) => c.endsWith('_x') || c.endsWith('_y'))
      // Whatever row security asks stands beside the place: a map counts a crowd without leaving the index.
      add(first.replace(/_x$/, ''), `county, ${plane.join(', ')}, id`, { include: 'seen_by, created_by' })
    } else add(`by_${first}`, `county, ${first}${collationOf(field)}, id`)
  }
  for (const key of library.unique) {
    const names = key.flatMap((name) => columnNames(name, library.fields[name] as Field))
    add(`key_${names.join('_')}`.slice(0, 50), `county, ${names.join(', ')}`, { unique: true })
  }
  if (library.ladder) add('by_stage', 'county, stage, stage_since, id')
  add('by_revision', 'county, revision, id')
  if (!library.handmade) add('removed', 'county, removed, id', { where: 'removed is not null' })
  // Who sees it stands beside the tokens, so that a unit's search never gathers the county's rows.
  add('search', 'search, seen_by', { using: 'using gin ' })
  // Newest first is everybody's first order, so every narrow copy carries it.
  const seenColumns = [
    ...copiedFields(library).flatMap((name) => columnsOf(name, library.fields[name] as Field)),
    ...(library.ladder ? [{ name: 'stage', type: 'text' }] : []),
    { name: 'revision', type: 'bigint' },
  ]
  // What people filter by with a tap, so that a unit's count reads this one index from end to end and no row.
  const counted = [
    ...copiedFields(library).flatMap((name) =>
      chosen.has((library.fields[name] as Field).kind)
        ? [columnNames(name, library.fields[name] as Field)[0] as string]
        : [],
    ),
    ...(library.ladder ? ['stage'] : []),
  ]
  return {
    table: t,
    columns,
    indexes,
    seen: {
      columns: seenColumns,
      indexes: [
        ...library.narrow.map((name) => {
          const field = library.fields[name] as Field
          return columnNames(name, field)[0] + collationOf(field)
        }),
        'revision',
      ].map((column) => ({
        name: `${t}_seen_by_${column.split(' ')[0]}`,
        text: `on ${t}_seen (county, key, ${column}, id)${column === 'revision' ? including(counted) : ''}`,
      })),
    },
  }
}
