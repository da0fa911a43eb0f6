// Valid values of any field, for property tests: of kinds, of import and export, of lists. Tests only.
import { addDays, creditCodeCheck, organizationCodeCheck } from '@yipanqi/base'
import * as fc from 'fast-check'
import type { Field, Point, Value } from '../field.ts'
import { industrySections } from '../kinds/industry-table.ts'
import { identityCheck } from '../kinds/personal-number.ts'

const number = (field: Field, key: 'minimum' | 'maximum' | 'maxLength' | 'maxItems', otherwise: number): number => {
  const bound = field.schema[key]
  return typeof bound === 'number' ? bound : otherwise
}

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((d) => d.join(''))

// What names and remarks hold: Han, Latin, digits, marks of both widths, and what Excel or SQL could take amiss.
const letters = [
  ...'张李王县市发展改革局工业园区一二三〇ABCxyzÅé0123456789 　，。、；：“”《》（）()-+=@#%&*/\\\'"<>_.~|😀𠮷',
]

const written = (field: Field, lines: boolean): fc.Arbitrary<Value> =>
  fc
    .string({
      unit: fc.constantFrom(...letters, ...(lines ? ['\n', '\t'] : [])),
      minLength: 1,
      maxLength: Math.min(number(field, 'maxLength', 120), 400),
    })
    .map((text) => {
      const checked = field.check(text)
      return checked.ok ? checked.value : null
    })
    .filter((value) => value !== null)

/** Several of them: what the field itself makes of what was written. */
const names = (field: Field): fc.Arbitrary<Value> =>
  fc
    .array(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((list) => {
      const checked = field.check(list)
      return checked.ok ? checked.value : null
    })
    .filter((value) => value !== null)

const day = fc.integer({ min: 0, max: 109_000 }).map((n) => addDays('1901-01-01', n))

const lon = fc.integer({ min: 73_000_000, max: 136_000_000 })
const lat = fc.integer({ min: 3_000_000, max: 54_000_000 })

/** A ring without crossings: corners around a middle, by angle. */
const ring: fc.Arbitrary<readonly Point[]> = fc
  .record({
    x: fc.integer({ min: 80_000_000, max: 130_000_000 }),
    y: fc.integer({ min: 10_000_000, max: 50_000_000 }),
    radii: fc.array(fc.integer({ min: 1000, max: 50_000 }), { minLength: 3, maxLength: 12 }),
  })
  .map(({ x, y, radii }) => {
    const corners = radii.map((r, i): Point => {
      const angle = (2 * Math.PI * i) / radii.length
      return [x + Math.round(r * Math.cos(angle)), y + Math.round(r * Math.sin(angle))]
    })
    return [...corners, corners[0] ?? [x, y]]
  })

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditCodes = fc
  .array(fc.constantFrom(...creditAlphabet), { minLength: 15, maxLength: 15 })
  .map((rest) => `91${rest.join('')}`)
  .map((first) => first + (creditCodeCheck(first) ?? ''))

const industries = fc.constantFrom(...industrySections).chain((s) =>
  fc.oneof(
    fc.constant(s.code),
    fc
      .tuple(fc.constantFrom(...s.divisions), fc.constantFrom('', '1', '20', '29'))
      .map(([[code], more]) => s.code + code + more),
  ),
)

const identities = fc
  .record({ region: fc.integer({ min: 110_000, max: 659_999 }), birth: day, order: digits(3) })
  .filter(({ birth }) => birth < '2100')
  .map(({ region, birth, order }) => `${region}${birth.replaceAll('-', '')}${order}`)
  .map((first) => first + identityCheck(first))

const phones = fc.oneof(
  fc.tuple(fc.constantFrom('13', '15', '17', '18', '19'), digits(9)).map((p) => p.join('')),
  fc
    .tuple(fc.constantFrom('010-6', '0310-2', '6', '400'), digits(7))
    .map(([head, tail]) => head + (head === '0310-2' ? tail.slice(1) : tail)),
  fc.tuple(digits(6), fc.integer({ min: 1, max: 999 })).map(([tail, ext]) => `0310-3${tail}-${ext}`),
)

const projectCodes = fc
  .tuple(fc.constantFrom('2011', '2104', '2612', '2015', '2019'), digits(6), digits(2), digits(2), digits(6))
  .map((parts) => parts.join('-'))

const divisions = fc
  .tuple(fc.constantFrom('13', '43', '65'), fc.constantFrom('', '06', '0638', '0638101', '0638101201'))
  .map((parts) => parts.join(''))

const integers = (field: Field): fc.Arbitrary<number> => {
  const bounds = {
    min: Math.max(number(field, 'minimum', 0), Number.MIN_SAFE_INTEGER),
    max: Math.min(number(field, 'maximum', 1_000_000), Number.MAX_SAFE_INTEGER),
  }
  // Small figures beside the whole range; zero is one value, whatever its sign.
  const small = { min: Math.max(bounds.min, -1_000_000), max: Math.min(bounds.max, 1_000_000) }
  const wide = fc.integer(bounds)
  return fc.oneof(wide, small.min <= small.max ? fc.integer(small) : wide).map((n) => (n === 0 ? 0 : n))
}

const ids = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })

const byKind: Readonly<Record<string, (field: Field) => fc.Arbitrary<Value>>> = {
  text: (field) => written(field, false),
  longText: (field) => written(field, true),
  nameList: names,
  person: (field) => written(field, false),
  integer: integers,
  decimal: integers,
  money: integers,
  area: integers,
  percent: integers,
  year: integers,
  date: () => day,
  month: () => day.map((d) => d.slice(0, 7)),
  boolean: () => fc.boolean(),
  choice: (field) => fc.constantFrom(...(field.choices ?? [])),
  choices: (field) => fc.subarray([...(field.choices ?? [])], { minLength: 1 }),
  unit: () => ids,
  leader: () => ids,
  reference: () => ids,
  phone: () => phones,
  idNumber: () => identities,
  creditCode: () => creditCodes,
  orgCode: () => digits(8).map((first) => first + (organizationCodeCheck(first) ?? '')),
  projectCode: () => projectCodes,
  industry: () => industries,
  division: () => divisions,
  point: () => fc.tuple(lon, lat).map((point) => ({ point })),
  polygon: () => ring.map((outer) => ({ polygon: [outer] })),
  files: (field) => fc.uniqueArray(ids, { minLength: 1, maxLength: Math.min(number(field, 'maxItems', 10), 10) }),
}

/** Values that the field accepts as they are: never null, already in the form that is kept. */
export function arbitraryOf(field: Field): fc.Arbitrary<NonNullable<Value>> {
  const make = byKind[field.kind]
  if (!make) throw new RangeError(`no values for the kind ${field.kind}`)
  return make(field).filter((value): value is NonNullable<Value> => value !== null)
}
