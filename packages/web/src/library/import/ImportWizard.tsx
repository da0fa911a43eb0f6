import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { PageProps } from '../slots.ts'
import { Run } from './Run.tsx'
import { type ImportSearch, parseImportSearch } from './search.ts'
import { Start } from './Start.tsx'
import './import.css'

/** 导入: a file comes in, is read, looked at, mended, written or dropped. Which one stands in the address. */
export function ImportWizard({ library }: PageProps): ReactNode {
  const search = parseImportSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const go = (next: ImportSearch): void => void navigate({ to: '.', search: next })
  if (search.run === undefined) return <Start library={library} onRun={(run) => go({ run })} />
  return (
    <Run
      key={search.run}
      library={library}
      id={search.run}
      only={search.only}
      onOnly={(only) => go({ run: search.run as number, ...(only ? { only } : {}) })}
      onAnother={() => go({})}
    />
  )
}
