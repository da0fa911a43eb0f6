import type { IsoDate } from '@yipanqi/base'
import type { Line } from '@yipanqi/model/words.ts'
import type { SampleUnit, SampleUnitKind } from './types.ts'

interface UnitRest {
  readonly validFrom: IsoDate
  readonly line: Line
  readonly parent?: string
  readonly formerly?: SampleUnit['formerly']
  readonly mayLead?: boolean
}

/** One row of a unit catalogue, with what is usual left out. */
export function unit(
  code: string,
  name: string,
  short: string,
  aliases: readonly string[],
  kind: SampleUnitKind,
  rest: UnitRest,
): SampleUnit {
  return {
    code,
    name,
    short,
    aliases,
    kind,
    parent: rest.parent ?? null,
    formerly: rest.formerly ?? [],
    mayLead: rest.mayLead ?? true,
    validFrom: rest.validFrom,
    line: rest.line,
  }
}
