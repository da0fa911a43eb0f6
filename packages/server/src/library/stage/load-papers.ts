import type { PaperState } from '@yipanqi/model/libraries/index.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { Paper } from './gates.ts'

/** What is on record about a record's papers, by condition. The record itself must have been shown before. */
export async function loadPapers(
  trx: Trx,
  county: string,
  library: string,
  record: number,
): Promise<Map<string, Paper>> {
  const rows = await trx
    .selectFrom('stage_paper as p')
    .leftJoin('file as f', (j) => j.onRef('f.county', '=', 'p.county').onRef('f.id', '=', 'p.file'))
    .select(['p.condition', 'p.state', 'p.number', 'p.file', 'f.name', 'p.basis', 'p.promised_by', 'p.due', 'p.matter'])
    .where('p.county', '=', county)
    .where('p.library', '=', library)
    .where('p.record', '=', record)
    .execute()
  return new Map(
    rows.map((r) => [
      r.condition,
      {
        condition: r.condition,
        state: r.state as PaperState,
        number: r.number,
        file: r.file === null ? null : { id: r.file, name: r.name ?? '' },
        basis: r.basis,
        promisedBy: r.promised_by,
        due: r.due,
        matter: r.matter,
      },
    ]),
  )
}
