// Own ledgers as their screens show them.
import {
  canOwn,
  extraDefinition,
  ownDefinition,
  mayDraftNew,
  renewalEnd,
  type Objection,
  type OwnContent,
  type OwnDefinition,
  type OwnDetail,
  type OwnItem,
  type OwnList,
  type OwnPolicy,
  type OwnState,
  type Proposal,
} from '@yipanqi/model/libraries/own/index.ts'
import { findLibrary, groups, libraries } from '@yipanqi/model/libraries/definitions/index.ts'
import { postWords } from '@yipanqi/model'
import type { IsoDate } from '@yipanqi/base'
import type { Selectable } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { OwnObjectionTable } from '../../db/schema-library.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { loadUnits } from '../../loop/refuse.ts'
import { loadNames } from '../../people.ts'
import { ownLedgers } from './own-ledgers.ts'
import {
  factsOfOwn,
  getOwn,
  isEnded,
  loadPolicy,
  loadProposals,
  openOf,
  type OwnRow,
  type ProposalRow,
} from './own-row.ts'
import { requireInside } from './refuse-own.ts'

type ObjectionRow = Selectable<OwnObjectionTable>

/** Every own ledger of the county, drafts too, and the additional fields: what waits first, then by end. */
export async function listOwn(house: House, trx: Trx, actor: Actor): Promise<OwnList> {
  requireInside(actor)
  const rows = await trx
    .selectFrom('own_library')
    .selectAll()
    .where('county', '=', actor.county)
    .orderBy('name')
    .limit(500)
    .execute()
  const proposals = await trx
    .selectFrom('own_proposal')
    .selectAll()
    .where('county', '=', actor.county)
    .where('state', 'in', ['draft', 'proposed', 'returned'])
    .execute()
  const counts = await trx
    .selectFrom('own_objection')
    .select((e) => ['library', e.fn.countAll<number>().as('n')])
    .where('county', '=', actor.county)
    .where('state', '=', 'open')
    .groupBy('library')
    .execute()
  const policy = await loadPolicy(trx, actor.county)
  const units = await loadUnits(
    trx,
    actor.county,
    rows.map((r) => r.unit),
  )
  const items = rows.map((row) => {
    const open = proposals.find((p) => p.library === row.id) ?? null
    const n = counts.find((c) => c.library === row.id)?.n ?? 0
    return itemOf(row, open, n, actor, policy, house.clock.today(), units)
  })
  return {
    // A draft that was laid aside before any approval is no longer a ledger.
    items: items.filter((i) => i.state !== 'withdrawn').sort((a, b) => order(a) - order(b)),
    mayDraft: mayDraftNew(actor),
    approvers: policy.approvers.map((p) => postWords[p]),
    longestDays: policy.longestDays,
    groups: [...groups],
    bases: libraries.filter((l) => !l.handmade).map(({ id, name }) => ({ id, name })),
    targets: await targetsOf(trx, actor.county),
  }
}

/** Ledgers that a field may refer to. */
async function targetsOf(trx: Trx, county: string): Promise<{ id: string; name: string }[]> {
  const own = (await ownLedgers(trx, county)).map((l) => l.library).filter((l) => !l.readOnly)
  return [...libraries.filter((l) => !l.audience.posts), ...own].map(({ id, name }) => ({ id, name }))
}

const order = (item: OwnItem): number =>
  item.waiting ? 0 : item.state === 'draft' ? 1 : item.state === 'active' ? 2 + (item.daysLeft ?? 0) / 10_000 : 3

export async function presentOwn(house: House, trx: Trx, actor: Actor, id: string): Promise<OwnDetail> {
  requireInside(actor)
  const row = await getOwn(trx, actor.county, id)
  const proposals = await loadProposals(trx, actor.county, id)
  const objections = await trx
    .selectFrom('own_objection')
    .selectAll()
    .where('county', '=', actor.county)
    .where('library', '=', id)
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  const policy = await loadPolicy(trx, actor.county)
  const units = await loadUnits(trx, actor.county, [
    row.unit,
    ...proposals.map((p) => p.unit),
    ...objections.map((o) => o.unit),
  ])
  const people = await loadNames(
    house,
    trx,
    actor.county,
    proposals.flatMap((p) => [p.account, p.decided_by]),
  )
  const open = openOf(proposals)
  const waiting = objections.filter((o) => o.state === 'open').length
  const names = await libraryNames(trx, actor.county, objections)
  const shown = proposals.map((p) => proposalOf(p, row, people, units))
  return {
    ...itemOf(row, open, waiting, actor, policy, house.clock.today(), units),
    definition: row.definition === null ? null : contentOf(row, row.definition),
    open: open === null ? null : (shown.find((p) => p.id === open.id) ?? null),
    versions: shown.filter((p) => p.state === 'approved'),
    objectionList: objections.map((o) => objectionOf(o, units, names)),
    stopped: row.stop_reason,
    renewal: renewalOf(row, proposals, house.clock.today(), policy),
  }
}

/** 续用 as it would be asked for: the reason of before, as long again. Null where a proposal is open. */
function renewalOf(
  row: OwnRow,
  proposals: readonly ProposalRow[],
  today: IsoDate,
  policy: OwnPolicy,
): OwnDetail['renewal'] {
  const last = proposals.find((p) => p.state === 'approved')
  if (!last?.decided_at || row.ends_on === null || openOf(proposals)) return null
  const reason = `续用：${last.reason.replace(/^(?:续用：)+/, '')}`.slice(0, 300)
  return { endsOn: renewalEnd(last.decided_at.slice(0, 10), row.ends_on, today, policy.longestDays), reason }
}

type Units = Awaited<ReturnType<typeof loadUnits>>

function itemOf(
  row: OwnRow,
  open: ProposalRow | null,
  objections: number,
  actor: Actor,
  policy: OwnPolicy,
  today: string,
  units: Units,
): OwnItem {
  const content = row.definition === null ? (open?.definition ?? null) : row.definition
  const read = content === null ? null : contentOf(row, content)
  const ended = row.definition !== null && isEnded(row, today)
  return {
    id: row.id,
    base: row.base,
    name: row.base === null ? row.name : `${findLibrary(row.base)?.name ?? row.name}（增加栏目）`,
    purpose: read === null || row.base !== null ? '' : (read as OwnDefinition).purpose,
    state: stateOf(row, open, ended),
    waiting: open?.state === 'proposed',
    unit: row.unit === null ? null : (units.get(row.unit) ?? null),
    fields: read?.fields.filter((f) => !f.retired).length ?? 0,
    endsOn: row.stopped_on ?? row.ends_on,
    daysLeft:
      row.ends_on === null
        ? null
        : Math.round((Date.parse(row.stopped_on ?? row.ends_on) - Date.parse(today)) / 86_400_000),
    objections,
    can: canOwn(actor, factsOfOwn(row, open, today), policy),
    version: row.version,
  }
}

function stateOf(row: OwnRow, open: ProposalRow | null, ended: boolean): OwnState {
  if (row.definition !== null) return ended ? 'ended' : 'active'
  if (open === null) return 'withdrawn'
  return open.state === 'proposed' ? 'proposed' : 'draft'
}

const contentOf = (row: OwnRow, content: unknown): OwnContent =>
  row.base === null ? ownDefinition.parse(content) : extraDefinition.parse(content)

function proposalOf(p: ProposalRow, row: OwnRow, people: ReadonlyMap<number, string>, units: Units): Proposal {
  const who = (account: number | null) => (account === null ? null : (people.get(account) ?? null))
  return {
    id: p.id,
    number: p.number,
    state: p.state,
    definition: contentOf(row, p.definition),
    endsOn: p.ends_on,
    reason: p.reason,
    findings: p.findings,
    draftedBy: who(p.account),
    unit: p.unit === null ? null : (units.get(p.unit) ?? null),
    draftedAt: p.drafted_at,
    proposedAt: p.proposed_at,
    decidedBy: who(p.decided_by),
    decidedAt: p.decided_at,
    note: p.note,
    version: p.version,
  }
}

async function libraryNames(trx: Trx, county: string, rows: readonly ObjectionRow[]): Promise<Map<string, string>> {
  const own = rows.flatMap((o) => (o.holder_library?.startsWith('own-') ? [o.holder_library] : []))
  const known =
    own.length === 0
      ? []
      : await trx
          .selectFrom('own_library')
          .select(['id', 'name'])
          .where('county', '=', county)
          .where('id', 'in', own)
          .execute()
  const out = new Map(known.map((k) => [k.id, k.name]))
  for (const { holder_library: id } of rows) {
    const shipped = id === null ? undefined : findLibrary(id)
    if (shipped) out.set(shipped.id, shipped.name)
  }
  return out
}

function objectionOf(o: ObjectionRow, units: Units, names: ReadonlyMap<string, string>): Objection {
  return {
    id: o.id,
    field: o.field,
    label: o.label,
    unit: o.unit === null ? null : (units.get(o.unit) ?? null),
    library: o.holder_library,
    libraryName: o.holder_library === null ? null : (names.get(o.holder_library) ?? null),
    holderLabel: o.holder_label,
    note: o.note,
    at: o.at,
    state: o.state as Objection['state'],
    answer: o.answer,
  }
}
