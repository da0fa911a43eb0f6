import type { ReportBody } from '@yipanqi/model'
import type { Actor } from '../../db/actor.ts'
import type { StepRow } from '../../db/schema.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { faults } from '../../http/fault.ts'
import { act, type MatterChange } from '../act.ts'
import { checkEvidence } from '../evidence.ts'
import type { MatterRow } from '../matter-row.ts'

/** 报进展: the figure (where the kind counts something), one sentence, the day it stands for, evidence. */
export async function reportMatter(house: House, trx: Trx, actor: Actor, id: number, body: ReportBody): Promise<void> {
  const evidence = await checkEvidence(trx, actor, body.evidence)
  await act(house, trx, actor, {
    action: 'report',
    matter: id,
    version: body.version,
    change: async ({ row }, today) => {
      checkDay(row, body.asOf, today)
      const figure = figureOf(row, body)
      return {
        set: {
          ...figure.set,
          last_report_as_of: body.asOf,
          last_report_on: today,
          ...evidenceSet(row, body.evidence.length, today),
        },
        event: {
          text: body.text,
          asOf: body.asOf,
          value: figure.value,
          percent: figure.percent,
          evidence: body.evidence,
          details: evidence.reused > 0 ? { reused: evidence.reused } : {},
        },
      }
    },
  })
}

export function evidenceSet(row: MatterRow, count: number, today: string): MatterChange {
  return count > 0 ? { last_evidence: today, evidence_count: row.evidence_count + count } : {}
}

/** A report stands for a day that has come, not before the matter was issued, nor before the last one. */
export function checkDay(row: MatterRow, asOf: string, today: string): void {
  const wrong =
    asOf > today
      ? '不能报还没到的日子'
      : row.issued_on !== null && asOf < row.issued_on
        ? `交办日是 ${row.issued_on}，不能更早`
        : row.last_report_as_of !== null && asOf < row.last_report_as_of
          ? `上次报到 ${row.last_report_as_of}，不能更早`
          : null
  if (wrong) throw faults.invalid('截止日期不对', [{ path: 'asOf', message: wrong }])
}

interface Figure {
  readonly value: number | null
  readonly percent: number | null
  readonly set: MatterChange
}

/**
 * What the report says in numbers. Steps and nodes count how many are done; a goal takes its own unit or a percent of
 * it; a 常态 matter has no figure, and nobody is asked for one.
 */
export function figureOf(row: MatterRow, body: Pick<ReportBody, 'value' | 'percent' | 'asOf'>): Figure {
  if (row.kind === '常态') return { value: null, percent: null, set: {} }
  const total = row.steps.length > 0 ? row.steps.length : (row.target?.value ?? null)
  const given = body.value ?? (body.percent !== undefined && total !== null ? (total * body.percent) / 100 : null)
  if (given === null) {
    // 无变化: the last figure stands for the new day.
    return { value: row.value, percent: percentOf(row.value, total), set: {} }
  }
  if (row.steps.length > 0) {
    const done = Math.round(given)
    if (done < 0 || done > row.steps.length) {
      throw faults.invalid('步数不对', [
        { path: 'value', message: `共 ${row.steps.length} 步，要填 0 到 ${row.steps.length}` },
      ])
    }
    return {
      value: done,
      percent: percentOf(done, total),
      set: { value: done, steps: JSON.stringify(markDone(row.steps, done, body.asOf)) },
    }
  }
  return { value: given, percent: percentOf(given, total), set: { value: given } }
}

function markDone(steps: readonly StepRow[], done: number, asOf: string): StepRow[] {
  return steps.map((step, i) => ({ ...step, doneOn: i < done ? (step.doneOn ?? asOf) : null }))
}

function percentOf(value: number | null, total: number | null): number | null {
  return value === null || !total ? null : Math.round((value / total) * 1000) / 10
}
