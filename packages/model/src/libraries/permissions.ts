// Who may do what with a ledger and its records: one pure function, asked by the server before it acts and by the web
// before it offers. Which rows somebody sees at all is row security's; this says what their post may do with them.
import { unitPosts } from '../loop/transitions.ts'
import { isAdministrator } from '../people/words.ts'
import type { Post } from '../words.ts'
import type { Library } from './define-library.ts'

export const libraryVerbs = [
  'read',
  'create',
  'edit',
  'bulk',
  'stage',
  'remove',
  'restore',
  'reveal',
  'link',
  'import',
  'export',
  'define',
] as const
export type LibraryVerb = (typeof libraryVerbs)[number]

export interface LibraryActor {
  readonly post: Post | 'system'
  /** all, unit, subtree, custom, own, enterprise, none, audit, system. */
  readonly scope: string
  /** Libraries that the actor's unit keeps. */
  readonly libraries: readonly string[]
}

export interface RecordFacts {
  /** The actor's unit has a part in the record (it is no mere reader of an open ledger). */
  readonly mine: boolean
  readonly removed: boolean
}

/** Heads answer for what their unit takes off a ledger. */
const heads: readonly Post[] = ['unit-head', 'township-head']
/** Those who have to ring people up, beside those who may write. */
const callers: readonly Post[] = ['leader', 'secretary', 'service-officer']
const inBusiness = ['all', 'unit', 'subtree', 'custom', 'own', 'system']
const writing: readonly LibraryVerb[] = ['create', 'edit', 'bulk', 'stage', 'remove', 'restore', 'import']

type Shape = Pick<Library, 'id' | 'audience' | 'ladder' | 'readOnly' | 'importable'>

/** May the actor do this in the ledger at all. Of a single record ask {@link mayWithRecord}. */
export function mayInLibrary(actor: LibraryActor, library: Shape, verb: LibraryVerb): boolean {
  const { posts } = library.audience
  // Units and accounts come in by who opens them one by one, and through the same rules.
  if (verb === 'import' && library.readOnly) return (library.importable ?? false) && actor.post === 'system-admin'
  if (library.importable && actor.post !== 'system' && isAdministrator(actor.post) && !posts)
    return verb === 'read' || verb === 'export'
  if (posts) return (verb === 'read' || verb === 'export') && (actor.post === 'system' || posts.includes(actor.post))
  // Administrators keep the house, not its business; a firm reads its own records and no more.
  if (actor.scope === 'enterprise') return verb === 'read' && library.audience.enterprise !== undefined
  if (!inBusiness.includes(actor.scope)) return false
  if (library.readOnly && writing.includes(verb)) return false
  if (verb === 'stage' && !library.ladder) return false
  if (actor.post === 'system') return true
  if (verb === 'read' || verb === 'export') return true
  if (actor.post === 'dispatcher') return true
  if (verb === 'reveal' && callers.includes(actor.post)) return true
  if (!unitPosts.includes(actor.post)) return false
  if (actor.libraries.includes(library.id)) return true
  // A unit writes what it has a part in: a ledger that names no units leaves it none.
  if (verb === 'define' || (library.audience.units.length === 0 && verb !== 'link')) return false
  return verb === 'remove' || verb === 'restore' ? heads.includes(actor.post) : true
}

/** The same for one record that the actor sees. */
export function mayWithRecord(actor: LibraryActor, library: Shape, record: RecordFacts, verb: LibraryVerb): boolean {
  if (!mayInLibrary(actor, library, verb)) return false
  if (verb === 'restore') return record.removed && holds(actor, library, record)
  // What was taken off stays as it was until it is put back.
  if (record.removed) return verb === 'read' || verb === 'export'
  return verb === 'read' || verb === 'export' || verb === 'link' || verb === 'reveal' || holds(actor, library, record)
}

const holds = (actor: LibraryActor, library: Shape, record: RecordFacts): boolean =>
  actor.post === 'dispatcher' || actor.post === 'system' || actor.libraries.includes(library.id) || record.mine

const ofLibrary: readonly LibraryVerb[] = ['create', 'edit', 'bulk', 'import', 'export', 'stage', 'define']
const ofRecord: readonly LibraryVerb[] = ['edit', 'stage', 'remove', 'restore', 'reveal', 'link']

/** `can` of a ledger. */
export const canInLibrary = (actor: LibraryActor, library: Shape): LibraryVerb[] =>
  ofLibrary.filter((verb) => mayInLibrary(actor, library, verb))
/** `can` of a record. */
export const canWithRecord = (actor: LibraryActor, library: Shape, record: RecordFacts): LibraryVerb[] =>
  ofRecord.filter((verb) => mayWithRecord(actor, library, record, verb))

/** Who may save a view for everybody: the office, and the library's keepers. */
export const mayShareViews = (actor: LibraryActor, library: Shape): boolean =>
  mayInLibrary(actor, library, 'read') && (actor.post === 'dispatcher' || actor.libraries.includes(library.id))

/**
 * Who gives a ledger to its keepers: the office. Keeping is a duty among units, so it is business and no administrator's
 * (三员分立); each change stands in the audit. Tables made by hand and what only posts read know no keepers.
 */
export const mayGiveKeepers = (actor: LibraryActor, library: Shape & Pick<Library, 'handmade'>): boolean =>
  !library.handmade && !library.audience.posts && (actor.post === 'dispatcher' || actor.post === 'system')
