import { useInfiniteQuery } from '@tanstack/react-query'
import type { Import } from '@yipanqi/model/libraries/import-api.ts'
import type { ReactNode } from 'react'
import { Empty, ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { More } from '../../ui/More.tsx'
import { usePhone } from '../../ui/phone.ts'
import type { LibraryView } from '../fields/view.ts'
import { useNames } from '../use-library.ts'
import { Row } from './Row.tsx'
import { RowCard } from './RowCard.tsx'
import { rowsQuery } from './queries.ts'
import type { Only } from './search.ts'

interface Props {
  library: LibraryView
  one: Import
  only: Only | undefined
}

/** The rows as the file has them, each with what would become of it; faults stand at their cells. */
export function Rows({ library, one, only }: Props): ReactNode {
  const phone = usePhone()
  const query = useInfiniteQuery(rowsQuery(library.shape.id, one, only))
  const pages = query.data?.pages ?? []
  const nameOf = useNames(...pages.map((page) => page.names))
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Waiting what="各行" />
  const rows = pages.flatMap((page) => page.items)
  if (rows.length === 0) return <Empty title="没有这样的行" />
  const columns = one.columns.filter((c) => c.field !== null)
  const may = one.can.includes('fix')
  return (
    <>
      {phone ? (
        <ul className="row-cards">
          {rows.map((row) => (
            <RowCard key={row.row} library={library} one={one} columns={columns} row={row} nameOf={nameOf} may={may} />
          ))}
        </ul>
      ) : (
        <div className="card rows-box" role="region" aria-label="各行" tabIndex={0}>
          <table className="rows-table">
            <thead>
              <tr>
                <th scope="col">行</th>
                <th scope="col">{one.state === 'done' ? '处理结果' : '会怎样'}</th>
                {columns.map((column) => (
                  <th key={column.index} scope="col">
                    {column.head}
                    {column.unit && <span className="mute">（{column.unit}）</span>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.row} library={library} one={one} columns={columns} row={row} nameOf={nameOf} may={may} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More query={query} />
    </>
  )
}
