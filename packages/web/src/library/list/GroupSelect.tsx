import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { FieldView, LibraryView } from '../fields/view.ts'
import type { Change } from '../LibraryPage.tsx'
import type { LibrarySearch } from '../question/search.ts'

const kinds = new Set(['choice', 'unit', 'leader', 'boolean', 'year', 'reference', 'industry', 'division'])
const dated = new Set(['date', 'month'])

/** Fields that make groups: words, units, and days by month or year. */
export const groupFields = (library: LibraryView): readonly FieldView[] =>
  [...(library.stage ? [library.stage] : []), ...library.fields].filter(
    (f) => f.shape.operators.length > 0 && (kinds.has(f.shape.kind) || dated.has(f.shape.kind)),
  )

export function GroupSelect({
  library,
  search,
  onChange,
}: {
  library: LibraryView
  search: LibrarySearch
  onChange: Change
}): ReactNode {
  const options = groupFields(library).flatMap((f) =>
    dated.has(f.shape.kind)
      ? [
          { value: `${f.name}:month`, label: `${f.label}（按月）` },
          { value: `${f.name}:year`, label: `${f.label}（按年）` },
        ]
      : [{ value: `${f.name}:`, label: f.label }],
  )
  return (
    <Select
      aria-label="分组小计"
      className="lib-group"
      placeholder="分组小计"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={220}
      value={search.by === undefined ? null : `${search.by}:${search.step ?? ''}`}
      options={options}
      onChange={(next: string | undefined) => {
        const [by, step] = (next ?? '').split(':')
        onChange({ by: by || undefined, step: step === 'month' || step === 'year' ? step : undefined })
      }}
    />
  )
}
