// How PostgreSQL values arrive: days stay text (a Date would shift in Asia/Shanghai), bigints are numbers (ids stay far
// below 2^53), numerics are numbers of at most 15 digits, instants are ISO text with offset.
import pg from 'pg'

const { builtins } = pg.types

export function parsers(): pg.CustomTypesConfig {
  return {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
      switch (oid) {
        case builtins.DATE:
          return (v: string) => v
        case builtins.INT8:
        case builtins.NUMERIC:
          return Number
        case builtins.TIMESTAMPTZ:
          return (v: string) => instantText(v)
        case 1016: // bigint[]
          return (v: string) => (v === '{}' ? [] : v.slice(1, -1).split(',').map(Number))
        default:
          return pg.types.getTypeParser(oid, format as 'text')
      }
    }) as pg.CustomTypesConfig['getTypeParser'],
  }
}

/** `2026-05-21 09:30:00.123+08` → `2026-05-21T09:30:00.123+08:00`. */
function instantText(v: string): string {
  const iso = v.replace(' ', 'T')
  return /[+-]\d\d$/.test(iso) ? `${iso}:00` : iso
}
