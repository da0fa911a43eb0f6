import type { Import, ImportColumn, ImportFixed, ImportRow } from '@yipanqi/model/libraries/import-api.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { patch } from '../../api/client.ts'
import { ApiError } from '../../api/errors.ts'
import { toast } from '../../ui/toast.ts'
import type { LibraryView } from '../fields/view.ts'
import type { Changed } from './change.ts'
import { importQuery, importsAt } from './queries.ts'

interface Props {
  library: LibraryView
  one: Import
  row: ImportRow
  column: ImportColumn
  changed: Changed | null
  may: boolean
}

/** A cell as the file has it; what is wrong with it beneath; a click mends it in place. */
export function CellFix({ library, one, row, column, changed, may }: Props): ReactNode {
  const [writing, setWriting] = useState(false)
  const text = row.cells[String(column.index)] ?? ''
  const errors = row.errors.filter((p) => p.column === column.index)
  const warnings = row.warnings.filter((p) => p.column === column.index)
  const shown = changed ? (
    <>
      <s className="mute">{changed.before}</s> → <b>{changed.after}</b>
    </>
  ) : (
    text || <span className="cell-none">空</span>
  )
  return (
    <div className={errors.length > 0 ? 'fix fix-wrong' : 'fix'}>
      {writing ? (
        <FixInput library={library} one={one} row={row} column={column} text={text} onClose={() => setWriting(false)} />
      ) : may ? (
        <button
          type="button"
          className="plain fix-text"
          aria-label={`改第 ${row.row} 行的${column.head}：${text || '空'}`}
          onClick={() => setWriting(true)}
        >
          {shown}
        </button>
      ) : (
        <span className="fix-text">{shown}</span>
      )}
      {errors.map((problem) => (
        <div key={problem.message} className="fix-problem ink-red">
          {problem.message}
        </div>
      ))}
      {warnings.map((problem) => (
        <div key={problem.message} className="fix-problem ink-yellow">
          {problem.message}
        </div>
      ))}
    </div>
  )
}

interface InputProps {
  library: LibraryView
  one: Import
  row: ImportRow
  column: ImportColumn
  text: string
  onClose: () => void
}

function FixInput({ library, one, row, column, text, onClose }: InputProps): ReactNode {
  const client = useQueryClient()
  const input = useRef<InputRef>(null)
  const [words, setWords] = useState(text)
  useEffect(() => input.current?.focus({ cursor: 'all' }), [])
  const send = useMutation({
    mutationFn: () =>
      patch<ImportFixed>(`${importsAt(library.shape.id)}/${one.id}/rows/${row.row}`, {
        cells: { [column.index]: words },
      }),
    onSuccess: ({ counts, version, row: mended }) => {
      toast(
        mended.errors.length === 0
          ? `第 ${row.row} 行没有问题了`
          : `第 ${row.row} 行还有 ${mended.errors.length} 处要改`,
      )
      // The rows follow the version: one mended row may settle another (a key that two rows had).
      client.setQueryData(importQuery(library.shape.id, one.id).queryKey, (old) => old && { ...old, counts, version })
      void client.invalidateQueries({ queryKey: importQuery(library.shape.id, one.id).queryKey, exact: true })
      onClose()
    },
  })
  const leave = (): void => {
    if (words === text) return onClose()
    if (!send.isPending) send.mutate()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') leave()
    if (event.key === 'Escape') onClose()
  }
  return (
    <>
      <Input
        ref={input}
        size="small"
        aria-label={`第 ${row.row} 行的${column.head}`}
        value={words}
        disabled={send.isPending}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKey}
        onBlur={leave}
      />
      {send.error && (
        <div className="fix-problem ink-red" role="alert">
          {send.error instanceof ApiError ? send.error.message : '没有改成，请再试一次'}
        </div>
      )}
    </>
  )
}
