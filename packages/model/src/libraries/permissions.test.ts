// Rights as a table: who, in which ledger, may do what. Read it aloud; it is the law of the ledgers.
import { describe, expect, it } from 'vitest'
import type { Post } from '../words.ts'
import { posts } from '../words.ts'
import {
  canInLibrary,
  canWithRecord,
  libraryVerbs,
  mayInLibrary,
  mayWithRecord,
  type LibraryActor,
} from './permissions.ts'

const ladder = { name: '阶段', stages: [{ id: 'a', name: '一' }], gates: [] }
const projects = { id: 'projects', audience: { units: ['leadUnit'], enterprise: 'enterprise' }, ladder }
const policies = { id: 'policies', audience: { units: [], open: true } }
const matters = { id: 'matters', audience: { units: ['leadUnit'] }, readOnly: true }
const units = { id: 'units', audience: { units: [], open: true }, readOnly: true, importable: true }
const accounts = {
  id: 'accounts',
  audience: { units: ['unit'], posts: ['system-admin', 'security-admin', 'audit-admin'] as const },
  readOnly: true,
  importable: true,
}
const actor = (post: Post | 'system', scope = 'subtree', libraries: string[] = []): LibraryActor => ({
  post,
  scope,
  libraries,
})
const write = ['create', 'edit', 'bulk', 'import']
const verbs = (who: LibraryActor, library: Parameters<typeof mayInLibrary>[1]) =>
  libraryVerbs.filter((verb) => mayInLibrary(who, library, verb))

const table: [string, LibraryActor, Parameters<typeof mayInLibrary>[1], string[]][] = [
  ['the dispatcher', actor('dispatcher', 'all'), projects, [...libraryVerbs]],
  [
    'the dispatcher in a ledger without stages',
    actor('dispatcher', 'all'),
    policies,
    libraryVerbs.filter((v) => v !== 'stage'),
  ],
  ['a keeper', actor('liaison', 'subtree', ['projects']), projects, [...libraryVerbs]],
  [
    'a keeper of another ledger',
    actor('liaison', 'subtree', ['plants']),
    projects,
    ['read', ...write, 'stage', 'reveal', 'link', 'export'],
  ],
  [
    'a unit’s head',
    actor('unit-head'),
    projects,
    ['read', ...write, 'stage', 'remove', 'restore', 'reveal', 'link', 'export'],
  ],
  [
    'a township’s officer',
    actor('township-liaison'),
    projects,
    ['read', ...write, 'stage', 'reveal', 'link', 'export'],
  ],
  ['a unit in an open ledger', actor('liaison'), policies, ['read', 'link', 'export']],
  ['a county leader', actor('leader', 'all'), projects, ['read', 'reveal', 'export']],
  ['a supervisor', actor('supervisor-party', 'all'), projects, ['read', 'export']],
  ['an assessor', actor('assessor', 'all'), projects, ['read', 'export']],
  [
    'the statistician, even of a keeping unit',
    actor('statistician', 'subtree', ['projects']),
    projects,
    ['read', 'export'],
  ],
  ['a service officer', actor('service-officer', 'own'), projects, ['read', 'reveal', 'export']],
  ['a firm', actor('enterprise', 'enterprise'), projects, ['read']],
  ['a firm in a ledger that is none of its', actor('enterprise', 'enterprise'), policies, []],
  ['a system administrator', actor('system-admin', 'none'), projects, []],
  ['the auditor', actor('audit-admin', 'audit'), projects, []],
  ['the secrecy officer', actor('secrecy', 'none'), projects, []],
  ['the dispatcher in matters', actor('dispatcher', 'all'), matters, ['read', 'reveal', 'link', 'export', 'define']],
  ['the dispatcher in units', actor('dispatcher', 'all'), units, ['read', 'reveal', 'link', 'export', 'define']],
  ['the system administrator in units', actor('system-admin', 'none'), units, ['read', 'import', 'export']],
  ['the security administrator in units', actor('security-admin', 'none'), units, ['read', 'export']],
  ['the auditor in units', actor('audit-admin', 'audit'), units, ['read', 'export']],
  ['the system administrator in accounts', actor('system-admin', 'none'), accounts, ['read', 'import', 'export']],
  ['the security administrator in accounts', actor('security-admin', 'none'), accounts, ['read', 'export']],
  ['the dispatcher in accounts', actor('dispatcher', 'all'), accounts, []],
  ['a unit’s head in accounts', actor('unit-head'), accounts, []],
  ['a job', actor('system', 'system'), projects, [...libraryVerbs]],
]

describe('in a ledger', () => {
  it.each(table)('%s', (_, who, library, may) => {
    expect([...verbs(who, library)].sort()).toEqual([...may].sort())
  })
})

describe('with a record', () => {
  const may = (who: LibraryActor, mine: boolean, removed: boolean) => canWithRecord(who, projects, { mine, removed })
  it('a unit changes what it has a part in, and only reads the rest', () => {
    expect(may(actor('liaison'), true, false)).toEqual(['edit', 'stage', 'reveal', 'link'])
    expect(may(actor('liaison'), false, false)).toEqual(['reveal', 'link'])
    expect(may(actor('unit-head'), false, false)).toEqual(['reveal', 'link'])
    expect(may(actor('liaison', 'subtree', ['projects']), false, false)).toContain('edit')
  })
  it('what was taken off can be put back by those who could take it off, and nothing else', () => {
    expect(may(actor('dispatcher', 'all'), false, true)).toEqual(['restore'])
    expect(may(actor('unit-head'), true, true)).toEqual(['restore'])
    expect(may(actor('liaison'), true, true)).toEqual([])
    expect(may(actor('leader', 'all'), false, true)).toEqual([])
  })
  it('never more than in the ledger, whoever asks', () => {
    const everybody = posts.flatMap((post) =>
      ['all', 'subtree', 'own', 'enterprise', 'none', 'audit'].flatMap((scope) =>
        [[], ['projects']].map((libraries) => actor(post, scope, libraries)),
      ),
    )
    const beyond = everybody.flatMap((who) =>
      libraryVerbs.filter(
        (verb) =>
          !mayInLibrary(who, projects, verb) &&
          [true, false].some((mine) => mayWithRecord(who, projects, { mine, removed: false }, verb)),
      ),
    )
    expect(beyond).toEqual([])
  })
  it('what the browser is told is what the server asks', () => {
    const who = actor('township-head')
    expect(canInLibrary(who, projects)).toEqual(['create', 'edit', 'bulk', 'import', 'export', 'stage'])
  })
})
