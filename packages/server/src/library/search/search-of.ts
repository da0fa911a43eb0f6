// The two columns that make a record findable. Every way of writing a record fills them by this: form, import, seed.
import type { Field, Library, Value, Values } from '@yipanqi/model/libraries/index.ts'
import { initialsOf } from './initials.ts'
import { addHashes, hashToken, memberToken, noMember, searchable } from './tokens.ts'

export interface SearchColumns {
  /** Searched fields one a line, then the title's initials, as search compares text. */
  readonly search_text: string
  /** Hashed tokens (int4), each once. */
  readonly search: number[]
}

/** A text that no name needs: what lies beyond is not searched. */
const longest = 800

/** @param values the whole record: a patch is laid over what stands before this is asked. */
export function searchOf(library: Library, county: string, values: Values): SearchColumns {
  const hashes = new Set<number>()
  const lines: string[] = []
  for (const name of library.search) {
    const clean = searchable(textOf(library.fields[name] as Field, values[name]).slice(0, longest))
    if (clean === '') continue
    lines.push(clean)
    addHashes(county, clean, hashes)
  }
  const title = library.fields[library.title] as Field
  // A number of another ledger's record is no name: such a ledger is searched by the names that stand there.
  const initials =
    title.target === undefined ? initialsOf(searchable(textOf(title, values[library.title])).slice(0, longest)) : ''
  if (initials !== '') {
    lines.push(initials)
    addHashes(county, initials, hashes)
  }
  for (const [name, field] of Object.entries(library.fields)) {
    const value = values[name] ?? null
    if (field.unindexed) continue
    if (field.kind === 'choices')
      for (const member of membersOf(value)) hashes.add(hashToken(county, memberToken(name, member)))
    // Fields that `contains` asks alone: findable by fragment though search does not look in them.
    else if (value !== null && field.operators.includes('contains') && !library.search.includes(name))
      addHashes(county, searchable(String(value).slice(0, longest)), hashes)
  }
  return { search_text: lines.join('\n'), search: [...hashes] }
}

/** That a list of choices is empty is found like a member. */
const membersOf = (value: Value): readonly string[] =>
  Array.isArray(value) && value.length > 0 ? value.map(String) : [noMember]

/** Sealed kinds are never searched: their clear text must not stand in a column. */
function textOf(field: Field, value: unknown): string {
  if (field.sealed || value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join(' ') : String(value)
}
