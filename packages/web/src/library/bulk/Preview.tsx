import { Button } from 'antd'
import type { ReactNode } from 'react'
import { grouped } from '../../format/numbers.ts'
import { ErrorNote } from '../../ui/Notes.tsx'
import { figureText, type LibraryView, type NameOf } from '../fields/view.ts'
import type { BulkPreview } from '../shapes.ts'

interface Props {
  library: LibraryView
  nameOf: NameOf
  preview: BulkPreview
  names: readonly string[]
  error: unknown
  pending: boolean
  onBack: () => void
  onDo: () => void
}

/** How many change, how many can't and why, and what some of them become. */
export function Preview({ library, nameOf, preview, names, error, pending, onBack, onDo }: Props): ReactNode {
  const { measure } = library.shape
  const changing = preview.count
  const fields = names.map((name) => library.find(name)).filter((f) => f !== undefined)
  return (
    <>
      <p className="bulk-sum">
        将修改 <b>{grouped(changing)}</b> {measure}
        {preview.unchanged > 0 && `；${grouped(preview.unchanged)} ${measure}本来就是这样，不动`}
        {preview.refused.length > 0 && `；${grouped(preview.refused.length)} ${measure}不能改`}。
      </p>
      {preview.examples.length > 0 && (
        <table className="bulk-table">
          <thead>
            <tr>
              <th scope="col">{library.title.label}</th>
              {fields.map((f) => (
                <th scope="col" key={f.name}>
                  {f.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.examples.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.title}</th>
                {fields.map((f) => (
                  <td key={f.name}>
                    <del>{figureText(f, one.before[f.name], nameOf) || '空'}</del>
                    <span aria-hidden="true"> → </span>
                    <ins>{figureText(f, one.after[f.name], nameOf) || '空'}</ins>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {preview.refused.length > 0 && (
        <details className="bulk-refused" open={changing === 0}>
          <summary>
            不能改的 {preview.refused.length} {measure}
          </summary>
          <ul>
            {preview.refused.slice(0, 30).map((one) => (
              <li key={one.id}>
                {one.title}：{one.why}
              </li>
            ))}
          </ul>
        </details>
      )}
      {error ? <ErrorNote error={error} /> : null}
      <div className="row form-foot">
        <Button type="primary" size="large" loading={pending} disabled={changing <= 0} onClick={onDo}>
          修改这 {grouped(Math.max(0, changing))} {measure}
        </Button>
        <Button size="large" onClick={onBack}>
          返回再改
        </Button>
      </div>
    </>
  )
}
