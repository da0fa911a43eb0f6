import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Import } from '@yipanqi/model/libraries/import-api.ts'
import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { moment } from '../../format/dates.ts'
import { fileSize, grouped } from '../../format/numbers.ts'
import { useMe } from '../../session/me.ts'
import { ErrorNote, Waiting } from '../../ui/Notes.tsx'
import type { LibraryView } from '../fields/view.ts'
import { Bar } from './Bar.tsx'
import { Done } from './Done.tsx'
import { Match } from './Match.tsx'
import { Preview } from './Preview.tsx'
import { importQuery, importsAt, isWorking } from './queries.ts'
import type { Only } from './search.ts'
import { shareOf } from './words.ts'

interface Props {
  library: LibraryView
  id: number
  only: Only | undefined
  onOnly: (only: Only | undefined) => void
  onAnother: () => void
}

/** One import from its file to its end, as it stands: it goes on whether somebody looks at it or not. */
export function Run({ library, id, only, onOnly, onAnother }: Props): ReactNode {
  const { today } = useMe()
  const client = useQueryClient()
  const query = useQuery(importQuery(library.shape.id, id))
  const one = query.data
  const written = one?.state === 'done'
  useEffect(() => {
    if (!written) return
    void client.invalidateQueries({ queryKey: ['library', library.shape.id] })
    void client.invalidateQueries({ queryKey: ['libraries'], exact: true })
  }, [client, written, library.shape.id])
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  if (!one) return <Waiting what="这次导入" />
  return (
    <div className="run">
      <div className="page-head run-head">
        <h1>导入{library.shape.name}</h1>
        <span className="mute">
          <span translate="no">{one.fileName}</span>，{fileSize(one.size)}，{one.who} {moment(one.createdAt, today)}
        </span>
        <span className="run-acts no-print">
          {one.can.includes('cancel') && <Cancel library={library} one={one} />}
          {!isWorking(one.state) && one.state !== 'preview' && (
            <Button type={written ? 'default' : 'primary'} onClick={onAnother}>
              再导入一份
            </Button>
          )}
        </span>
      </div>
      <Steps one={one} />
      {one.problem && (
        <div className="note note-error" role="alert">
          <b>{one.problem.message}</b>
          <div>{one.problem.why}</div>
        </div>
      )}
      {one.notes.length > 0 && (
        <ul className="note note-info">
          {one.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {isWorking(one.state) && <Working one={one} />}
      {one.state === 'preview' && (
        <>
          <Match key={one.version} library={library} one={one} />
          <Preview library={library} one={one} only={only} onOnly={onOnly} />
        </>
      )}
      {one.state === 'done' && <Done library={library} one={one} only={only} onOnly={onOnly} />}
      {one.state === 'cancelled' && <p>已取消，一行也没有写进台账。</p>}
    </div>
  )
}

const steps = ['读表', '核对', '写入', '完成'] as const
const stepOf: Readonly<Record<Import['state'], number>> = {
  uploaded: 0,
  reading: 0,
  failed: 0,
  preview: 1,
  committing: 2,
  done: 3,
  cancelled: 1,
}

function Steps({ one }: { one: Import }): ReactNode {
  const at = stepOf[one.state]
  return (
    <ol className="run-steps" aria-label={`到了“${steps[at]}”这一步`}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < at ? 'run-past' : index === at ? 'run-now' : undefined}
          {...(index === at ? { 'aria-current': 'step' as const } : {})}
        >
          {step}
        </li>
      ))}
    </ol>
  )
}

function Working({ one }: { one: Import }): ReactNode {
  const { done, total } = one.progress
  const verb = one.state === 'committing' ? '正在写入' : '正在读表、核对'
  const far = total > 0 ? `，${grouped(done)} / ${grouped(total)} 行` : ''
  return (
    <section className="card run-working">
      <Bar
        percent={one.state === 'uploaded' ? null : shareOf(one.progress)}
        words={one.state === 'uploaded' ? '排队等着读…' : `${verb}${far}`}
      />
      <p className="mute small">
        {one.state === 'committing'
          ? '一次写成：中途取消或断电，一行也不会写进去。'
          : '可以去做别的，回到这一页就能接着看；还没有写任何东西。'}
      </p>
    </section>
  )
}

function Cancel({ library, one }: { library: LibraryView; one: Import }): ReactNode {
  const cancel = useSend(() => post<Import>(`${importsAt(library.shape.id)}/${one.id}/cancel`, {}), {
    done: '已取消，一行也没有写',
  })
  return (
    <>
      <Button onClick={() => cancel.mutate()} loading={cancel.isPending}>
        取消这次导入
      </Button>
      {cancel.error && <ErrorNote error={cancel.error} />}
    </>
  )
}
