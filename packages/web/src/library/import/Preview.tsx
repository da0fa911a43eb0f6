import type { Import } from '@yipanqi/model/libraries/import-api.ts'
import type { ReactNode } from 'react'
import type { LibraryView } from '../fields/view.ts'
import { Commit } from './Commit.tsx'
import { Counts } from './Counts.tsx'
import { Rows } from './Rows.tsx'
import type { Only } from './search.ts'

interface Props {
  library: LibraryView
  one: Import
  only: Only | undefined
  onOnly: (only: Only | undefined) => void
}

/** What would become of each row, before anything is written. */
export function Preview({ library, one, only, onOnly }: Props): ReactNode {
  if (!one.counts) return null
  // With faults in it, one has come to see the faults.
  const shown = only ?? (one.counts.invalid > 0 ? 'invalid' : undefined)
  return (
    <>
      <Commit library={library} one={one} counts={one.counts} />
      <Counts counts={one.counts} only={shown} onOnly={onOnly} />
      <Rows library={library} one={one} only={shown} />
    </>
  )
}
