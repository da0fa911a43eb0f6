// What every sample ledger has to hold against its definition: for tests.
import type { Field, Library } from '@yipanqi/model/libraries/index.ts'
import { getLibrary } from '@yipanqi/model/libraries/definitions/index.ts'
import { leadersOf } from '../../qinghe/leaders.ts'
import { units as directory } from '../../qinghe/units.ts'
import type { LedgerSample, RecordRef, SampleRow, SampleValue } from './types.ts'

const units = new Set(directory.map((u) => u.code))
const leaders = new Set(leadersOf(2026).map((l) => l.code))

/** What a field's check is given for a sample's value: ids stand for units, leaders and records. */
function asJson(field: Field, value: SampleValue): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  if ('unit' in value || 'leader' in value || 'ref' in value)
    return field.target === targetOf(value) ? 1 : 'wrong target'
  return value
}

function targetOf(value: object): string {
  if ('unit' in value) return 'units'
  if ('leader' in value) return 'leaders'
  return 'ref' in value ? String(value.ref) : ''
}

/** Faults of the rows by themselves: unknown fields, refused values, missing fields, stages, keys used twice. */
export function faultsOf(sample: LedgerSample): string[] {
  const library = getLibrary(sample.library)
  const faults: string[] = []
  for (const [i, row] of sample.rows.entries()) {
    const at = `${sample.library} ${i + 1}`
    for (const [name, value] of Object.entries(row.values)) {
      const field = library.fields[name]
      if (!field) {
        faults.push(`${at}: no field ${name}`)
        continue
      }
      if (field.compute) faults.push(`${at}: ${name} is computed`)
      const checked = field.check(asJson(field, value))
      if (!checked.ok) faults.push(`${at}: ${name} ${checked.message}: ${JSON.stringify(value)}`)
      if (typeof value === 'object' && value !== null && 'unit' in value && !units.has(value.unit))
        faults.push(`${at}: ${name} no unit ${value.unit}`)
      if (typeof value === 'object' && value !== null && 'leader' in value && !leaders.has(value.leader))
        faults.push(`${at}: ${name} no leader ${value.leader}`)
    }
    for (const [name, field] of Object.entries(library.fields))
      if (field.required && (row.values[name] ?? null) === null) faults.push(`${at}: ${name} is empty`)
    if (library.ladder ? !library.ladder.stages.some((s) => s.id === row.stage) : row.stage !== undefined)
      faults.push(`${at}: stage ${row.stage}`)
  }
  for (const key of library.unique) faults.push(...twice(sample, key))
  return faults
}

function twice(sample: LedgerSample, key: readonly string[]): string[] {
  const seen = new Set<string>()
  const faults: string[] = []
  for (const row of sample.rows) {
    const parts = key.map((name) => row.values[name])
    if (parts.some((p) => p === undefined || p === null)) continue
    const text = JSON.stringify(parts)
    if (seen.has(text)) faults.push(`${sample.library}: twice ${text}`)
    seen.add(text)
  }
  return faults
}

/** The key by which others refer to a row: its first single-field match key that is filled, or its title. */
export function keysOf(library: Library, row: SampleRow): string[] {
  const names = [...library.matchKeys.filter((k) => k.length === 1).map((k) => k[0] as string), library.title]
  return names.flatMap((name) => (typeof row.values[name] === 'string' ? [row.values[name]] : []))
}

/** References of these ledgers that lead nowhere among them (those to libraries that are not there are left out). */
export function lostReferences(samples: readonly LedgerSample[]): string[] {
  const known = new Map(
    samples.map((s) => [s.library, new Set(s.rows.flatMap((row) => keysOf(getLibrary(s.library), row)))]),
  )
  const lost: string[] = []
  for (const sample of samples)
    for (const row of sample.rows)
      for (const [name, value] of Object.entries(row.values))
        if (isRecordRef(value) && known.get(value.ref)?.has(value.key) === false)
          lost.push(`${sample.library}.${name} → ${value.ref} ${value.key}`)
  return lost
}

const isRecordRef = (value: SampleValue): value is RecordRef =>
  typeof value === 'object' && value !== null && 'ref' in value
