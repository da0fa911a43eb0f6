// Matters as a 任务分解表: the columns without which a department rings back.
import { sql } from 'kysely'
import { stateWords } from '@yipanqi/model'
import type { Session } from '../../auth/session.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { SheetValue } from '../../sheets/types.ts'
import type { SheetForm } from './export-list.ts'
import type { SetRow } from './read-set.ts'

const columns = [
  { title: '序号', width: 6 },
  { title: '类别（章节）', width: 18 },
  { title: '工作任务（原文）', width: 40 },
  { title: '具体举措', width: 36 },
  { title: '目标及完成标志', width: 30 },
  { title: '完成时限', width: 14, format: 'date' },
  { title: '牵头县领导', width: 14 },
  { title: '牵头单位', width: 20 },
  { title: '责任（配合）单位及分工', width: 36 },
  { title: '进展', width: 40 },
  { title: '存在问题及需协调事项', width: 30 },
  { title: '备注', width: 16 },
]

interface Extra {
  readonly id: number
  readonly clause: string | null
  readonly quote: string | null
  readonly leader: string | null
  readonly lead: string | null
  readonly support: string | null
  readonly report: string | null
  readonly provisional: string[]
}

export function breakdownForm(session: Session): SheetForm {
  let number = 0
  return {
    title: '任务分解表',
    columns,
    fields: ['title', 'text', 'doneWhen', 'deadline', 'state'],
    async rows(trx, batch) {
      const extras = await load(
        trx,
        session.actor.county,
        batch.map((r) => r.id),
      )
      return batch.map((row) => {
        number += 1
        return rowOf(number, row, extras.get(row.id))
      })
    },
  }
}

function rowOf(number: number, { values }: SetRow, extra: Extra | undefined): SheetValue[] {
  const text = (name: string): string => String(values[name] ?? '')
  const state = text('state')
  return [
    String(number),
    extra?.clause ?? null,
    extra?.quote ?? text('text'),
    text('title'),
    text('doneWhen'),
    // 原文没写的一律标“拟”, until it is settled.
    extra?.provisional.includes('deadline') && values['deadline']
      ? `${text('deadline')}（拟）`
      : text('deadline') || null,
    extra?.leader ?? null,
    extra?.lead ?? null,
    extra?.support ?? null,
    extra?.report ?? null,
    // Filled in by hand at the meeting: nothing of it is kept apart yet.
    null,
    stateWords[state as keyof typeof stateWords] ?? null,
  ]
}

/** What stands around a matter, one query for the batch. */
async function load(trx: Trx, county: string, ids: readonly number[]): Promise<Map<number, Extra>> {
  const { rows } = await sql<Extra>`
    select m.id, s.clause, s.quote, l.name as leader, u.name as lead, p.support, e.text as report,
      array(select jsonb_array_elements_text(coalesce(to_jsonb(m.provisional), '[]'))) as provisional
    from matter m
    left join unit u on u.county = m.county and u.id = m.lead_unit
    left join county_leader l on l.county = m.county and l.id = m.leader
    left join lateral (
      select o.clause, o.quote from matter_source o where o.county = m.county and o.matter = m.id order by o.document, o.start_at limit 1) s on true
    left join lateral (
      select string_agg(v.name || case when q.part = '' then '' else '：' || q.part end, '；' order by q.position, q.unit) as support
      from matter_support q join unit v on v.county = q.county and v.id = q.unit where q.county = m.county and q.matter = m.id) p on true
    left join lateral (
      select x.text from event x where x.county = m.county and x.matter = m.id and x.action = 'report' order by x.id desc limit 1) e on true
    where m.county = ${county} and m.id = any (${`{${ids.join(',')}}`}::bigint[])`.execute(trx)
  return new Map(rows.map((r) => [r.id, r]))
}
