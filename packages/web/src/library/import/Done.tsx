import { Link } from '@tanstack/react-router'
import type { Import } from '@yipanqi/model/libraries/import-api.ts'
import type { ReactNode } from 'react'
import { grouped } from '../../format/numbers.ts'
import type { LibraryView } from '../fields/view.ts'
import { Counts } from './Counts.tsx'
import { importsAt } from './queries.ts'
import { Rows } from './Rows.tsx'
import { didWords } from './words.ts'
import type { Only } from './search.ts'

interface Props {
  library: LibraryView
  one: Import
  only: Only | undefined
  onOnly: (only: Only | undefined) => void
}

/** What was done, the file that says it row by row, and the way back to the ledger. */
export function Done({ library, one, only, onOnly }: Props): ReactNode {
  const { shape } = library
  const { counts } = one
  return (
    <>
      <section className="card commit" aria-label="结果">
        {counts && (
          <p className="commit-will">
            <b>已写入</b>：{didWords(counts, shape.measure)}
            {counts.invalid > 0 && <span className="ink-red">；有问题的 {grouped(counts.invalid)} 行没有写</span>}。
          </p>
        )}
        <div className="row commit-acts">
          <Link to="/libraries/$library" params={{ library: shape.id }} className="button-link commit-back">
            回{shape.name}
          </Link>
          {one.can.includes('result') && (
            <a className="lib-tool" href={`/api/v1${importsAt(shape.id)}/${one.id}/result`} download>
              下载结果文件
            </a>
          )}
        </div>
      </section>
      {counts && <Counts counts={counts} only={only} onOnly={onOnly} />}
      <Rows library={library} one={one} only={only} />
    </>
  )
}
