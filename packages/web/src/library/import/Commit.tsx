import type { Import, ImportCounts } from '@yipanqi/model/libraries/import-api.ts'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { grouped } from '../../format/numbers.ts'
import { ErrorNote } from '../../ui/Notes.tsx'
import type { LibraryView } from '../fields/view.ts'
import { importsAt } from './queries.ts'
import { willDo, writable } from './words.ts'

interface Props {
  library: LibraryView
  one: Import
  counts: ImportCounts
}

/** The one decision, with what will happen in words: all of it, or only what has nothing wrong. */
export function Commit({ library, one, counts }: Props): ReactNode {
  const [reason, setReason] = useState('')
  const { measure } = library.shape
  const send = useSend((rows: 'all' | 'valid') =>
    post<Import>(`${importsAt(library.shape.id)}/${one.id}/commit`, {
      version: one.version,
      rows,
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    }),
  )
  const good = writable(counts)
  const all = one.can.includes('commit-all')
  const valid = one.can.includes('commit-valid') && counts.invalid > 0 && good > 0
  return (
    <section className="card commit" aria-label="写入台账">
      <p className="commit-will">
        共 {grouped(counts.total)} 行。{good > 0 || counts.invalid === 0 ? `写入后：${willDo(counts, measure)}。` : ''}
        {counts.invalid > 0 && (
          <b className="ink-red">
            有问题的 {grouped(counts.invalid)} 行要先改好{good > 0 ? '，或者只写没有问题的' : '，点格子就能改'}。
          </b>
        )}
      </p>
      {(all || valid) && (
        <div className="row commit-acts">
          <Input
            className="commit-reason"
            aria-label="导入说明"
            placeholder="导入说明（可不写），记进变更记录"
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
          {all && (
            <Button
              type="primary"
              size="large"
              loading={send.isPending}
              disabled={good === 0}
              onClick={() => send.mutate('all')}
            >
              全部写入
            </Button>
          )}
          {valid && (
            <Button size="large" loading={send.isPending} onClick={() => send.mutate('valid')}>
              只写没有问题的 {grouped(good)} 行
            </Button>
          )}
        </div>
      )}
      {valid && (
        <p className="mute small">
          有问题的 {grouped(counts.invalid)} 行不写；写完可下载结果文件，改好那几行再导入一次。
        </p>
      )}
      {all && good === 0 && <p className="mute small">台账里已经是这样，不用写。</p>}
      {send.error && <ErrorNote error={send.error} />}
    </section>
  )
}
