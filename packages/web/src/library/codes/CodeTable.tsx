import type { CodeTableItem } from '@yipanqi/model/libraries/code-tables-api.ts'
import { type ChangeEvent, type ReactNode, useId } from 'react'
import { post } from '../../api/client.ts'
import { ApiError } from '../../api/errors.ts'
import { useSend } from '../../api/send.ts'
import { moment } from '../../format/dates.ts'
import { grouped } from '../../format/numbers.ts'
import { useMe } from '../../session/me.ts'
import { ErrorNote } from '../../ui/Notes.tsx'
import { Branch } from './Branch.tsx'

const how = {
  industry: '表头要有“代码”“名称”，或照国家标准分“门类、大类、中类、小类”几列。用 2017 年版，可向统计局要电子表。',
  division: '表头要有“区划代码”“名称”。可用统计用区划代码表，只留本县的县、乡镇、村各行。',
} as const

/** One classification: its levels, where they come from, the tree, and another file for it. */
export function CodeTable({ table }: { table: CodeTableItem }): ReactNode {
  const { today } = useMe()
  const { own, shipped, mayChange } = table
  return (
    <section className="card code-table" aria-labelledby={`codes-${table.table}`}>
      <h2 className="section-title" id={`codes-${table.table}`}>
        {table.name}
      </h2>
      <dl className="code-facts">
        <dt>系统自带</dt>
        <dd>{shipped || '没有'}</dd>
        <dt>本县补充</dt>
        <dd>
          {own ? (
            <>
              {own.counts}{' '}
              <span className="mute">
                {moment(own.loadedAt, today)}按“{own.fileName}”更换，{grouped(own.rows)} 条
              </span>
            </>
          ) : (
            `还没有${mayChange ? '，传一张表就能按名称认' : '，由财经办或系统管理员上传'}`
          )}
        </dd>
      </dl>
      {mayChange && <Replace table={table} />}
      {(shipped !== '' || own) && (
        <details className="code-tree">
          <summary>看代码</summary>
          <Branch table={table.table} under="" />
        </details>
      )}
    </section>
  )
}

function Replace({ table }: { table: CodeTableItem }): ReactNode {
  const id = useId()
  const send = useSend(
    (file: File) => {
      const form = new FormData()
      form.set('file', file)
      return post<{ items: CodeTableItem[] }>(`/code-tables/${table.table}`, form)
    },
    { done: `${table.name}已更换` },
  )
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (file) send.mutate(file)
  }
  return (
    <div className="code-replace no-print">
      <input id={id} type="file" accept=".xlsx,.csv" className="sr file-input" onChange={choose} />
      <label htmlFor={id} className="file-button">
        {send.isPending ? '正在核对…' : table.own ? `换一张${table.name}表` : `上传${table.name}表`}
      </label>
      <p className="field-hint">
        {how[table.table]}
        {table.own && '新表整张替换旧表；有一行不对就都不换。'}
      </p>
      {send.error && <WrongRows error={send.error} />}
    </div>
  )
}

/** Rows that were wrong, as the sheet numbers them. */
function WrongRows({ error }: { error: Error }): ReactNode {
  if (!(error instanceof ApiError) || error.code !== 'wrong-rows') return <ErrorNote error={error} />
  return (
    <div className="note note-error" role="alert">
      <b>{error.message}</b>
      <div>{error.why}</div>
      <ul className="note-items code-wrong">
        {error.fields.map((field, i) => (
          <li key={`${field.path}-${i}`}>
            {field.path}：{field.message}
          </li>
        ))}
      </ul>
    </div>
  )
}
