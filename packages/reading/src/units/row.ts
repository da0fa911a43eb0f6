import type { IsoDate } from '@yipanqi/base'
import type { UnitAlias, UnitEntry, UnitKind } from '../types.ts'

interface RowParts {
  /** Names in use, separated by blanks. */
  also?: string
  /** Old names as `name@day`: the day it went out of use. */
  old?: string
  duties?: string
  leads?: string
  supports?: string
  mayLead?: boolean
  from?: IsoDate
  to?: IsoDate
  successor?: string
}

function words(list: string | undefined): string[] {
  return list ? list.split(' ') : []
}

function oldName(written: string): UnitAlias {
  const [name = '', until = ''] = written.split('@')
  return { name, until }
}

/** One catalogue row from blank-separated lists, so that a row of the table stays readable as a row. */
export function row(code: string, name: string, kind: UnitKind, parts: RowParts): UnitEntry {
  const entry: UnitEntry = {
    code,
    name,
    kind,
    aliases: [...words(parts.also).map((alias) => ({ name: alias })), ...words(parts.old).map(oldName)],
    mayLead: parts.mayLead ?? true,
    duties: words(parts.duties),
    leads: words(parts.leads),
    supports: words(parts.supports),
  }
  if (parts.from !== undefined) entry.validFrom = parts.from
  if (parts.to !== undefined) entry.validTo = parts.to
  if (parts.successor !== undefined) entry.successor = parts.successor
  return entry
}
