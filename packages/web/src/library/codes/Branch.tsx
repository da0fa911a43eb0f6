import type { CodeTableId } from '@yipanqi/model/libraries/code-tables-api.ts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { codesUnderQuery } from './queries.ts'

/** One level of the tree; what is below is asked for when it is opened. */
export function Branch({ table, under }: { table: CodeTableId; under: string }): ReactNode {
  const query = useQuery(codesUnderQuery(table, under))
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Waiting what="代码" />
  const toggle = (code: string): void => {
    const next = new Set(open)
    if (!next.delete(code)) next.add(code)
    setOpen(next)
  }
  return (
    <ul className="code-branch">
      {query.data.map(({ code, name, more }) => (
        <li key={code}>
          {more ? (
            <button type="button" className="code-line" aria-expanded={open.has(code)} onClick={() => toggle(code)}>
              <span className="code-code">{code}</span> {name}
            </button>
          ) : (
            <span className="code-line">
              <span className="code-code">{code}</span> {name}
            </span>
          )}
          {open.has(code) && <Branch table={table} under={code} />}
        </li>
      ))}
    </ul>
  )
}
