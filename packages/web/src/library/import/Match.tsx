import type { Import, ImportColumn } from '@yipanqi/model/libraries/import-api.ts'
import { Button, InputNumber, Select } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { patch } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { ErrorNote } from '../../ui/Notes.tsx'
import type { LibraryView } from '../fields/view.ts'
import { importsAt } from './queries.ts'
import { byWords, matchWords } from './words.ts'

type Fields = Readonly<Record<number, string | null>>

/** Which column fills which field, and how that was found; what is changed here is remembered for the next file. */
export function Match({ library, one }: { library: LibraryView; one: Import }): ReactNode {
  const may = one.can.includes('match')
  const unsure = one.missing.length > 0 || one.headerRow === null || one.columns.every((c) => c.field === null)
  const [open, setOpen] = useState(unsure && may)
  const [fields, setFields] = useState<Fields>({})
  const [sheet, setSheet] = useState(one.sheet)
  const [header, setHeader] = useState(one.headerRow)
  const send = useSend(
    () =>
      patch<Import>(`${importsAt(library.shape.id)}/${one.id}`, {
        version: one.version,
        ...(sheet === one.sheet ? {} : { sheet }),
        ...(header === null || header === one.headerRow ? {} : { headerRow: header }),
        columns: Object.entries(fields).map(([index, field]) => ({ index: Number(index), field })),
      }),
    { done: '已按新的对应重新核对' },
  )
  const changed = Object.keys(fields).length > 0 || sheet !== one.sheet || header !== one.headerRow
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (changed) send.mutate()
  }
  return (
    <section className="card match" aria-label="列的对应">
      <button type="button" className="plain match-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <b>列的对应</b>
        <span className="mute">{matchWords(one.columns)}</span>
        {one.missing.length > 0 && (
          <span className="ink-red">缺必填：{one.missing.map((m) => m.label).join('、')}，新增的行要有</span>
        )}
        <span className="match-more">{open ? '收起' : '看看'}</span>
      </button>
      {open && (
        <form onSubmit={submit} noValidate>
          <div className="match-place">
            {one.sheets.length > 1 && (
              <label>
                工作表{' '}
                <Select
                  className="match-sheet"
                  value={sheet}
                  disabled={!may}
                  options={one.sheets.map((s) => ({ value: s.name, label: s.hidden ? `${s.name}（隐藏）` : s.name }))}
                  onChange={setSheet}
                />
              </label>
            )}
            <label>
              表头在第{' '}
              <InputNumber
                className="match-row"
                aria-label="表头行号"
                min={1}
                max={1000}
                value={header}
                disabled={!may}
                onChange={(value) => setHeader(value)}
              />{' '}
              行
            </label>
          </div>
          <table className="match-table">
            <thead>
              <tr>
                <th scope="col">表里的列</th>
                <th scope="col">前几格</th>
                <th scope="col">对应的栏目</th>
                <th scope="col">怎么对上的</th>
              </tr>
            </thead>
            <tbody>
              {one.columns.map((column) => (
                <Line
                  key={column.index}
                  library={library}
                  column={column}
                  field={fields[column.index] === undefined ? column.field : (fields[column.index] ?? null)}
                  taken={one.columns}
                  may={may}
                  onChange={(field) => setFields({ ...fields, [column.index]: field })}
                />
              ))}
            </tbody>
          </table>
          {send.error && <ErrorNote error={send.error} />}
          {changed && (
            <div className="row match-foot">
              <Button type="primary" htmlType="submit" loading={send.isPending}>
                按新的对应重新核对
              </Button>
              <span className="mute small">改过的对应会记住，下次这样的表头直接对上。</span>
            </div>
          )}
        </form>
      )}
    </section>
  )
}

interface LineProps {
  library: LibraryView
  column: ImportColumn
  field: string | null
  taken: readonly ImportColumn[]
  may: boolean
  onChange: (field: string | null) => void
}

const ladderFields = [
  { value: '@stage', label: '阶段' },
  { value: '@stageSince', label: '进入阶段日期' },
]

function Line({ library, column, field, taken, may, onChange }: LineProps): ReactNode {
  const whose = new Map(taken.filter((c) => c.index !== column.index).map((c) => [c.field, c.letter]))
  const options = [
    ...library.fields.filter((f) => !f.shape.system).map((f) => ({ value: f.name, label: f.label })),
    ...(library.stage ? ladderFields : []),
    // What the system writes itself was matched all the same, to be told that it is ignored.
    ...(field !== null && library.find(field)?.shape.system
      ? [{ value: field, label: library.find(field)?.label ?? field }]
      : []),
  ].map(({ value, label }) => {
    const letter = whose.get(value)
    return { value, label: letter === undefined ? label : `${label}（现为 ${letter} 列）` }
  })
  const mine = field !== column.field
  return (
    <tr className={field === null ? 'match-none' : undefined}>
      <th scope="row">
        <span className="match-letter">{column.letter}</span>
        {column.head || '（没有表头）'}
        {column.unit && <span className="mute">（{column.unit}）</span>}
      </th>
      <td className="match-examples mute" data-label="前几格">
        {column.examples.join('、')}
      </td>
      <td>
        <Select
          className="match-field"
          aria-label={`${column.letter} 列“${column.head}”对应的栏目`}
          placeholder="不导入"
          value={field}
          disabled={!may}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          onChange={(value: string | undefined) => onChange(value ?? null)}
        />
      </td>
      <td className="small">
        {mine ? '您指定的' : column.by ? byWords[column.by] : <span className="mute">没有对上，不导入</span>}
        {column.note && !mine && <div className="ink-yellow">{column.note}</div>}
      </td>
    </tr>
  )
}
