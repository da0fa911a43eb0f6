// 阶段 and 进阶条件. Gates are soft: what is already on the ground can always be recorded, with its 缺件.

import type { Fields } from './field.ts'

export interface Stage {
  readonly id: string
  /** Word of the stage, e.g. 储备. */
  readonly name: string
  /** What has to be true for a record to stand here, in one sentence. */
  readonly meaning?: string
  /** A side exit (停缓建, 退库, 重组): needs a reason and who approved. */
  readonly exit?: boolean
  /** Work in this stage is over: it does not count as stalled. */
  readonly final?: boolean
}

/** One thing that opens a stage: a paper (evidence) or a field that must be filled or hold. */
export interface GateCondition {
  readonly id: string
  readonly name: string
  /** paper: a file or its number is put on record; field: that field is filled; test: a pure condition of the values. */
  readonly needs: 'paper' | 'field' | 'test'
  readonly field?: string
  readonly test?: (values: Readonly<Record<string, unknown>>) => boolean
  /** Only for records where this field has one of these values (审批/核准/备案 tracks). */
  readonly when?: { readonly field: string; readonly in: readonly string[] }
  /** The rule it comes from, with article; uncertain ones say 待核实. */
  readonly source?: string
}

export interface Gate {
  readonly to: string
  readonly conditions: readonly GateCondition[]
}

export interface Ladder {
  /** 生命周期, 培育层级: what the ladder is called. */
  readonly name: string
  readonly stages: readonly Stage[]
  readonly gates: readonly Gate[]
  /** Days in a stage after which a record counts as stalled; by stage id. */
  readonly stalledAfter?: Readonly<Record<string, number>>
}

/** The conditions that stand before a stage for a record with these values. */
export function conditionsOf(
  ladder: Ladder,
  to: string,
  values: Readonly<Record<string, unknown>>,
): readonly GateCondition[] {
  const gate = ladder.gates.find((g) => g.to === to)
  return (gate?.conditions ?? []).filter((c) => !c.when || c.when.in.includes(String(values[c.when.field] ?? '')))
}

/** What contradicts itself in a ladder, for {@link defineLibrary}; empty: nothing. */
export function ladderFaults(ladder: Ladder, fields: Fields): readonly string[] {
  const faults: string[] = []
  const stages = new Set(ladder.stages.map((s) => s.id))
  const field = (name: string, where: string) => {
    if (!Object.hasOwn(fields, name)) faults.push(`${where}: no field ${name}`)
    return fields[name]
  }
  if (stages.size !== ladder.stages.length) faults.push('two stages with one id')
  const gates = new Set<string>()
  for (const { to, conditions } of ladder.gates) {
    const where = `gate to ${to}`
    if (!stages.has(to)) faults.push(`${where}: no such stage`)
    // The first would be taken and the second forgotten.
    if (gates.has(to)) faults.push(`${where}: there are two`)
    gates.add(to)
    if (new Set(conditions.map((c) => c.id)).size !== conditions.length)
      faults.push(`${where}: two conditions with one id`)
    for (const one of conditions) {
      if (one.needs === 'field') field(one.field ?? '', `${where}, ${one.id}`)
      if (one.needs === 'test' && !one.test) faults.push(`${where}, ${one.id}: no test`)
      if (!one.when) continue
      const { choices } = field(one.when.field, `${where}, ${one.id}`) ?? {}
      const strange = choices && one.when.in.find((word) => !choices.includes(word))
      if (strange !== undefined) faults.push(`${where}, ${one.id}: ${one.when.field} is never ${strange}`)
    }
  }
  for (const id of Object.keys(ladder.stalledAfter ?? {}))
    if (!stages.has(id)) faults.push(`stalledAfter ${id}: no such stage`)
  return faults
}
