// The map's window: points when they are few, squares of a grid with their number when they are many. Counted in the
// database over two integer columns; positions are CGCS2000 degrees × 1,000,000.
import type { MapAnswer, mapQuery } from '@yipanqi/model/libraries/index.ts'
import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { faults } from '../../http/fault.ts'
import { seesWhole, type Ledger } from '../ledger.ts'
import { askOf } from '../list/ask.ts'
import { rowsFrom } from '../list/rows-from.ts'

/** So many points can still be told apart; beyond it they are gathered. */
const fewPoints = 400
const fewOutlines = 200
const million = 1_000_000
const fewRows = 5000
/** A square is some 64 pixels of a 256-pixel tile, and a window never holds more than this many a side. */
const squaresAcross = 40

type Query = z.output<typeof mapQuery>

export async function readMap(trx: Trx, actor: Actor, ledger: Ledger, query: Query): Promise<MapAnswer> {
  const plane = planeOf(ledger)
  const asked = await askOf(trx, actor, ledger, query)
  const [west, south, east, north] = windowOf(query)
  const inWindow = sql`and ${plane.x} >= ${west}::int and ${plane.x} <= ${east}::int
    and ${plane.y} >= ${south}::int and ${plane.y} <= ${north}::int`
  // Without its narrow copy a ledger is read row by row, under row security alone.
  const read = (await seesMost(trx, actor, ledger)) ? { ...ledger, seen: null } : ledger
  const counting = sql`${rowsFrom(read, actor, asked, true)} ${inWindow}`
  const size = squareOf(query.zoom, Math.max(east - west, north - south))
  const { rows: squares } = await sql<{ x: number; y: number; n: number }>`
    select avg(x)::int as x, avg(y)::int as y, count(*) as n
    from (select ${plane.x} as x, ${plane.y} as y ${counting}) p
    group by x / ${size}::int, y / ${size}::int order by 1, 2`.execute(trx)
  const total = squares.reduce((sum, s) => sum + s.n, 0)
  if (total > fewPoints) return { total, clusters: squares, points: [], outlines: [] }
  const records = sql`${rowsFrom(read, actor, asked)} ${inWindow}`
  return {
    total,
    clusters: [],
    points: await loadPoints(trx, ledger, records, plane),
    outlines: total <= fewOutlines ? await loadOutlines(trx, ledger, records) : [],
  }
}

/**
 * Does a unit see a quarter of the table and more. Then fetching the place of each row that the narrow copy names costs
 * more than asking every place who may see it. Of a few rows the copy is always the shorter way.
 */
async function seesMost(trx: Trx, actor: Actor, ledger: Ledger): Promise<boolean> {
  if (!ledger.seen || seesWhole(actor, ledger.library) || !['unit', 'subtree', 'custom'].includes(actor.scope))
    return false
  const { rows } = await sql<{ most: boolean }>`
    with bar as (select greatest(${sql.lit(fewRows)}, reltuples::bigint / 4) as n from pg_class where oid = ${ledger.table}::regclass)
    select count(*) >= (select n from bar) as most from (
      select 1 from ${sql.table(ledger.seen.table)} s
      where ${sql.join([sql`s.county = ${actor.county}`, sql`s.key = any (${[...actor.keys]}::bigint[])`, ...ledger.belongs('s')], sql` and `)}
      limit (select n from bar)) p`.execute(trx)
  return rows[0]?.most ?? false
}

interface Plane {
  readonly x: RawBuilder<unknown>
  readonly y: RawBuilder<unknown>
}

/**
 * Where a record stands: its point, or the middle of its polygon where it has no point. Ledgers with polygons (parcels)
 * are small enough to be read without an index for it.
 */
function planeOf(ledger: Ledger): Plane {
  const { map } = ledger.library
  if (map === undefined) throw faults.notFound('本台账的地图')
  const names = [map, ...polygonsOf(ledger).filter((name) => name !== map)]
  const [x, y] = ['_x', '_y'].map((axis) => {
    const columns = names.flatMap((name) => ledger.columns(name).filter((c) => c.endsWith(axis)))
    const refs = columns.map((c) => sql.ref(`r.${c}`))
    return refs.length === 1 ? (refs[0] as RawBuilder<unknown>) : sql`coalesce(${sql.join(refs)})`
  }) as [RawBuilder<unknown>, RawBuilder<unknown>]
  return { x, y }
}

const polygonsOf = ({ library }: Ledger): string[] =>
  Object.keys(library.fields).filter((name) => library.fields[name]?.kind === 'polygon')

function windowOf(query: Query): readonly [number, number, number, number] {
  if (query.west >= query.east || query.south >= query.north)
    throw faults.invalid('地图范围不对', [{ path: 'west', message: '西要小于东，南要小于北' }])
  return [
    Math.floor(query.west * million),
    Math.floor(query.south * million),
    Math.ceil(query.east * million),
    Math.ceil(query.north * million),
  ]
}

function squareOf(zoom: number, span: number): number {
  const byZoom = Math.round((360 * million) / 2 ** zoom / 4)
  return Math.max(1, byZoom, Math.ceil(span / squaresAcross))
}

async function loadPoints(
  trx: Trx,
  ledger: Ledger,
  records: RawBuilder<unknown>,
  plane: Plane,
): Promise<MapAnswer['points']> {
  const title = sql.ref(`r.${ledger.columns(ledger.library.title)[0]}`)
  const stage = ledger.library.ladder ? sql`r.stage` : sql`null::text`
  const { rows } = await sql<MapAnswer['points'][number]>`
    select r.id, coalesce(${title}::text, '（未填名称）') as title, ${plane.x} as x, ${plane.y} as y, ${stage} as stage
    ${records} order by r.id limit ${sql.lit(fewPoints)}`.execute(trx)
  return rows
}

async function loadOutlines(trx: Trx, ledger: Ledger, records: RawBuilder<unknown>): Promise<MapAnswer['outlines']> {
  const [field] = polygonsOf(ledger)
  if (field === undefined) return []
  const rings = sql.ref(`r.${ledger.columns(field)[0]}`)
  const { rows } = await sql<MapAnswer['outlines'][number]>`
    select r.id, ${rings} as rings ${records} and ${rings} is not null order by r.id limit ${sql.lit(fewOutlines)}`.execute(
    trx,
  )
  return rows
}
