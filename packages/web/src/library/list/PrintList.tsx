import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { createPortal } from 'react-dom'
import { get } from '../../api/client.ts'
import { fullDay } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import { ErrorNote } from '../../ui/Notes.tsx'
import { at } from '../api.ts'
import { isFigure, type LibraryView, type NameOf } from '../fields/view.ts'
import { filterWords } from '../question/words.ts'
import { askedOf, type LibrarySearch } from '../question/search.ts'
import type { LibraryRecord, Names, RecordPage } from '../shapes.ts'
import { useNames } from '../use-library.ts'
import { textOf } from './Cell.tsx'
import { columnsOf } from './columns.ts'

/** What a clerk still puts on paper; more than that goes out as a spreadsheet. */
const most = 600
const page = 200

async function readAll(library: string, asked: object, signal: AbortSignal): Promise<Printed> {
  const items: LibraryRecord[] = []
  const names: Names = {}
  let after: string | null = null
  do {
    const got: RecordPage = await get<RecordPage>(`${at(library)}/records`, { ...asked, after, limit: page }, signal)
    items.push(...got.items)
    for (const [target, words] of Object.entries(got.names)) names[target] = { ...names[target], ...words }
    after = got.next
  } while (after !== null && items.length < most)
  return { items, names, more: after !== null }
}
interface Printed {
  items: LibraryRecord[]
  names: Names
  more: boolean
}

/** The list on paper: all rows of the question, not only those that were scrolled to. */
export function PrintList({
  library,
  search,
  onDone,
}: {
  library: LibraryView
  search: LibrarySearch
  onDone: () => void
}): ReactNode {
  const { today } = useMe()
  const columns = columnsOf(library, search)
  const asked = askedOf(
    search,
    columns.map((c) => c.name).filter((n) => n !== 'stage'),
  )
  const query = useQuery({
    queryKey: ['library', library.shape.id, 'print', asked],
    queryFn: ({ signal }) => readAll(library.shape.id, asked, signal),
    staleTime: 0,
    gcTime: 0,
  })
  const onScreen = useNames(query.data?.names)
  // On paper units bear their full names.
  const nameOf: NameOf = (target, id) =>
    (target === 'units' ? query.data?.names[target]?.[String(id)] : undefined) ?? onScreen(target, id)
  const ready = query.isSuccess
  const print = useEffectEvent(() => {
    document.body.classList.add('printing-list')
    window.print()
    document.body.classList.remove('printing-list')
    onDone()
  })
  useEffect(() => {
    if (!ready) return
    // After the table stands in the page.
    const timer = setTimeout(() => print())
    return () => clearTimeout(timer)
  }, [ready])
  if (!query.data) {
    return (
      <Modal open footer={null} title="打印" onCancel={onDone}>
        {query.error ? <ErrorNote error={query.error} retry={() => void query.refetch()} /> : '正在取要打印的记录…'}
      </Modal>
    )
  }
  return createPortal(
    <section className="print-list">
      <h1>{library.shape.name}</h1>
      <p>
        {[
          search.filter ? filterWords(search.filter, library.find, nameOf) : '',
          search.q ? `含“${search.q}”` : '',
          query.data.more
            ? `前 ${query.data.items.length} ${library.shape.measure}，其余请用“导出”`
            : `共 ${query.data.items.length} ${library.shape.measure}`,
          fullDay(today),
        ]
          .filter(Boolean)
          .join('　')}
      </p>
      <table>
        <thead>
          <tr>
            <th>序号</th>
            {columns.map((c) => (
              <th key={c.name}>
                {c.label}
                {c.field.unit && `（${c.field.unit}）`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {query.data.items.map((record, index) => (
            <tr key={record.id}>
              <td>{index + 1}</td>
              {columns.map((c) => (
                <td key={c.name} className={isFigure(c) ? 'lib-figure' : undefined}>
                  {textOf(c, record, nameOf, today)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>,
    document.body,
  )
}
