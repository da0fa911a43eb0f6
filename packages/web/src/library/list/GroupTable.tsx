import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { grouped } from '../../format/numbers.ts'
import { Empty, ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { type Asked, groupsQuery } from '../api.ts'
import { listText } from '../fields/shown.ts'
import type { FieldView, LibraryView } from '../fields/view.ts'
import type { Change } from '../LibraryPage.tsx'
import { narrowed } from '../question/edit.ts'
import type { LibrarySearch } from '../question/search.ts'
import type { Groups } from '../shapes.ts'
import { spanOf } from './span.ts'

type Group = Groups['groups'][number]

/** Groups with their counts and subtotals; a group opens as the list narrowed to it. */
export function GroupTable({
  library,
  search,
  asked,
  by,
  onChange,
}: {
  library: LibraryView
  search: LibrarySearch
  asked: Asked
  by: string
  onChange: Change
}): ReactNode {
  const query = useQuery(groupsQuery(library.shape.id, asked, by, search.step))
  const field = library.find(by)
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  if (!query.data || !field) return <Waiting what="小计" />
  const { total } = query.data
  const groups = inOrder(field, query.data.groups)
  if (groups.length === 0) return <Empty title="没有可以分组的记录" />
  const sums = library.shape.sums.map((name) => library.find(name)).filter((f) => f !== undefined)
  const open = (group: Group): void =>
    onChange({
      filter: narrowed(search.filter, spanOf(field, group.value, search.step)),
      by: undefined,
      step: undefined,
    })
  return (
    <div className="card lib-groups">
      <table className="lib-table">
        <thead>
          <tr>
            <th scope="col">{field.label}</th>
            <th scope="col" className="lib-figure">
              {library.shape.measure}数
            </th>
            {sums.map((sum) => (
              <th scope="col" key={sum.name} className="lib-figure">
                {sum.label}
                {sum.field.unit && <span className="lib-unit">（{sum.field.unit}）</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={String(group.value)}>
              <th scope="row">
                <button type="button" className="link" onClick={() => open(group)}>
                  {group.label || '没有填'}
                </button>
              </th>
              <td className="lib-figure">{grouped(group.count)}</td>
              <Sums sums={sums} values={group.sums} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            <td className="lib-figure">{grouped(total.count)}</td>
            <Sums sums={sums} values={total.sums} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** Stages and words as the definition has them, days in time; what else comes stays with the largest first. */
function inOrder(field: FieldView, groups: readonly Group[]): readonly Group[] {
  const { choices, kind } = field.shape
  const rank = (group: Group): number =>
    group.value === null ? Infinity : (choices?.indexOf(String(group.value)) ?? -1)
  if (choices) return [...groups].sort((a, b) => rank(a) - rank(b))
  if (!['date', 'month', 'year'].includes(kind)) return groups
  const when = (group: Group): string => (group.value === null ? '9999' : String(group.value))
  return [...groups].sort((a, b) => when(a).localeCompare(when(b)))
}

function Sums({ sums, values }: { sums: readonly FieldView[]; values: Readonly<Record<string, number>> }): ReactNode {
  return sums.map((sum) => (
    <td key={sum.name} className="lib-figure">
      {listText(sum, values[sum.name] ?? 0)}
    </td>
  ))
}
