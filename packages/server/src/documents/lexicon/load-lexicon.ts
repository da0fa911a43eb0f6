import type { Lesson } from '@yipanqi/reading'
import { sql } from 'kysely'
import type { Trx } from '../../db/with-actor.ts'

/** More than the clerks of a county correct in years; beyond it the oldest are left out. */
const most = 5000

interface Row {
  readonly kind: Lesson['kind']
  readonly words: string[]
  readonly beside: string[]
  readonly from: string | null
  readonly to: string
  readonly on: string
  readonly times: number
}

/**
 * The county's lessons in use, newest first, with units by their names of today: one that was merged away speaks for
 * its successor, one that ended without any is left out.
 */
export async function loadLexicon(trx: Trx, county: string): Promise<Lesson[]> {
  const { rows } = await sql<Row>`
    select l.kind, l.words, l.beside, coalesce(f.short, l.from_word) as "from",
      coalesce(case when t.valid_to is null then t.name else h.name end, l.to_word) as "to",
      l.learned_on::text as "on", l.times
    from lesson l
    left join unit f on f.county = l.county and f.id = l.from_unit
    left join unit t on t.county = l.county and t.id = l.to_unit
    left join unit h on h.county = t.county and h.id = t.successor and h.valid_to is null
    where l.county = ${county} and l.state = 'in-use' and l.kind <> 'split'
    order by l.id desc limit ${sql.lit(most)}`.execute(trx)
  return rows.filter((row) => row.to !== null)
}
