// The migration that a definition asks for, as text that a person reviews and commits.
import { columnNames, type Field, type Library } from '@yipanqi/model/libraries/index.ts'
import { tableOf } from './table-of.ts'

/** `create table …` and what stands on it, for a library that has no table yet. */
export function ddlOf(library: Library, tableOfLibrary: (id: string) => string): string {
  const spec = tableOf(library)
  const t = spec.table
  const lines = [
    'county text not null references county',
    'id bigint generated always as identity',
    ...spec.columns.map((c) => `${c.name} ${c.type}`),
    ...(library.ladder ? ['stage text not null', 'stage_since date not null'] : []),
    'removed date',
    `search_text text not null default ''`,
    `search int[] not null default '{}'`,
    `seen_by bigint[] not null default '{}'`,
    'created_by bigint',
    'created_at timestamptz not null default now()',
    'updated_at timestamptz not null default now()',
    `revision bigint not null default nextval('revision')`,
    'version int not null default 0',
    'primary key (county, id)',
  ]
  const seen = [
    'county text not null',
    'key bigint not null',
    'id bigint not null',
    ...spec.seen.columns.map((c) => `${c.name} ${c.type}`),
    'primary key (county, id, key)',
  ]
  return [
    `-- ${library.name}`,
    `create table ${t} (\n  ${lines.join(',\n  ')}\n);`,
    ...spec.indexes.map((i) => createIndex(i.name, i.text)),
    `create table ${t}_seen (\n  ${seen.join(',\n  ')}\n);`,
    ...spec.seen.indexes.map((i) => createIndex(i.name, i.text)),
    groundOf(library, tableOfLibrary),
    `select library_audience_check('${t}', ${list(audienceColumns(library))});`,
    // Slots for a county's additional fields.
    `select library_extra('${t}');`,
    ...(library.rollups ?? []).map((r) => {
      const column = (name: string) => columnNames(name, library.fields[name] as Field)[0] as string
      return `select library_rollup('${t}', '${r.id}', '${column(r.month)}', '${column(r.unit)}', ${list(r.sums.map(column))});`
    }),
  ].join('\n')
}

export const createIndex = (name: string, text: string): string =>
  text.startsWith('unique ') ? `create unique index ${name} ${text.slice(7)};` : `create index ${name} ${text};`

function groundOf(library: Library, tableOfLibrary: (id: string) => string): string {
  const column = (name: string) => columnNames(name, library.fields[name] as Field)[0] as string
  const refs: Record<string, string> = {}
  for (const [name, field] of Object.entries(library.fields)) {
    if (field.kind === 'unit') refs[column(name)] = 'unit'
    else if (field.kind === 'leader') refs[column(name)] = 'county_leader'
    else if (field.kind === 'reference' && field.target) refs[column(name)] = tableOfLibrary(field.target)
  }
  const firm = library.audience.enterprise
  const enterprise = firm === undefined ? 'null' : `'${firm === 'id' ? 'id' : column(firm)}'`
  return `select library_ground('${library.table}', '${library.id}', ${list(audienceColumns(library))}, ${list(
    tableOf(library).seen.columns.map((c) => c.name),
  )}, '${JSON.stringify(refs)}', ${library.audience.open ?? false}, ${enterprise});`
}

/** Columns of the units that see a record. */
export const audienceColumns = (library: Library): string[] =>
  library.audience.units.map((name) => columnNames(name, library.fields[name] as Field)[0] as string)

const list = (names: readonly string[]): string => `'{${names.join(',')}}'`
