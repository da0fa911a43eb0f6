import { Button } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Asked } from '../api.ts'
import type { LibraryView, NameOf } from '../fields/view.ts'
import type { Selection } from './selection.ts'

const BulkDialog = lazy(() => import('../bulk/BulkDialog.tsx').then((m) => ({ default: m.BulkDialog })))

/** What can be done to the ticked records, or to everything that the question finds. */
export function SelectionBar({
  library,
  asked,
  selection,
  nameOf,
}: {
  library: LibraryView
  asked: Asked
  selection: Selection
  nameOf: NameOf
}): ReactNode {
  const [whole, setWhole] = useState(false)
  const [open, setOpen] = useState(false)
  const { measure } = library.shape
  return (
    <div className="selection-bar no-print" role="status">
      {whole ? (
        <span>已选符合条件的全部</span>
      ) : (
        <span>
          已选 {selection.ids.size} {measure}
        </span>
      )}
      <button type="button" className="link" onClick={() => setWhole(!whole)}>
        {whole ? '只选勾上的' : '选符合条件的全部'}
      </button>
      <Button type="primary" onClick={() => setOpen(true)}>
        批量修改
      </Button>
      <button type="button" className="link" onClick={() => selection.setMany([])}>
        取消选择
      </button>
      <Suspense fallback={null}>
        {open && (
          <BulkDialog
            library={library}
            nameOf={nameOf}
            whom={whole ? { filter: asked.filter, search: asked.search } : { ids: [...selection.ids] }}
            onClose={() => setOpen(false)}
            onDone={() => {
              setOpen(false)
              selection.setMany([])
            }}
          />
        )}
      </Suspense>
    </div>
  )
}
