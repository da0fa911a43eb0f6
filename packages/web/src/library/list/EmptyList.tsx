import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Empty } from '../../ui/Notes.tsx'
import type { LibraryView } from '../fields/view.ts'
import type { Change } from '../LibraryPage.tsx'
import type { LibrarySearch } from '../question/search.ts'

/** Nothing here: because of what was asked, or because nothing was put in yet; and what to do next. */
export function EmptyList({
  library,
  search,
  onChange,
}: {
  library: LibraryView
  search: LibrarySearch
  onChange: Change
}): ReactNode {
  const { shape } = library
  if (search.filter || search.q) {
    return (
      <Empty title={`没有符合条件的${shape.noun}`}>
        {search.q && '换个短一点的词，或只写一两个字、拼音首字母。 '}
        <button type="button" className="link" onClick={() => onChange({ filter: undefined, q: undefined })}>
          清除全部条件
        </button>
      </Empty>
    )
  }
  if (search.removed) return <Empty title={`没有移出台账的${shape.noun}`} />
  const may = shape.can.includes('create')
  return (
    <Empty title={`还没有您看得到的${shape.noun}`}>
      {may ? (
        <>
          <Link to="/libraries/$library/new" params={{ library: shape.id }}>
            新增一{shape.measure}
          </Link>
          {shape.can.includes('import') && (
            <>
              ，或
              <Link to="/libraries/$library/import" params={{ library: shape.id }}>
                从表格导入
              </Link>
            </>
          )}
        </>
      ) : (
        '登记在您单位名下的会列在这里；由保管单位或财经办登记。'
      )}
    </Empty>
  )
}
