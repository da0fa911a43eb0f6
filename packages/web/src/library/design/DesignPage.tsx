import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { OwnDetail, OwnList } from '@yipanqi/model/libraries/own/api.ts'
import { Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { Field } from '../../ui/Field.tsx'
import { useTitle } from '../../ui/title.ts'
import { ownListQuery, ownQuery } from './api.ts'
import { blankExtra, blankLedger } from './content.ts'
import { Designer } from './Designer.tsx'
import '../record/record.css'
import './design.css'

/** 新建台账, or additional fields on a ledger that is there. */
export function NewDesignPage(): ReactNode {
  const { kind } = useSearch({ from: '/shell/own-libraries/new' })
  const list = useQuery(ownListQuery)
  const [base, setBase] = useState<string | null>(null)
  const extra = kind === 'extra'
  useTitle(extra ? '加栏目' : '新建台账')
  if (list.error) return <Failed error={list.error} retry={() => void list.refetch()} />
  if (!list.data) return <Waiting what="自建台账" />
  const known = extra ? list.data.items.find((i) => i.base === base) : undefined
  return (
    <Frame title={extra ? '给已有台账加栏目' : '新建台账'}>
      {extra && (
        <div className="card own-card own-pad">
          <Field label="给哪本台账加栏目" required hint="事项、单位、账号的栏目由系统定，不能加。">
            {(id) => (
              <Select
                id={id}
                className="wide"
                placeholder="选台账"
                value={base}
                options={list.data.bases.map((b) => ({ value: b.id, label: b.name }))}
                showSearch={{ optionFilterProp: 'label' }}
                onChange={(next: string) => setBase(next)}
              />
            )}
          </Field>
          {known && (
            <p className="note note-info">
              这本台账已经有县里增加的栏目了，请在{' '}
              <Link to="/own-libraries/$id" params={{ id: known.id }}>
                原来的方案
              </Link>{' '}
              里接着加。
            </p>
          )}
        </div>
      )}
      {(!extra || (base !== null && !known)) && (
        <Designer
          key={base ?? 'ledger'}
          list={list.data}
          start={extra ? blankExtra() : blankLedger(list.data.groups[0] ?? '')}
          inForce={[]}
          {...(extra && base !== null ? { base } : {})}
        />
      )}
    </Frame>
  )
}

/** The open draft, or the next version of what is in force. */
export function EditDesignPage(): ReactNode {
  const { id } = useParams({ from: '/shell/own-libraries/$id/edit' })
  const list = useQuery(ownListQuery)
  const own = useQuery(ownQuery(id))
  useTitle(own.data ? `改方案：${own.data.name}` : '改方案')
  if (own.error) return <Failed error={own.error} retry={() => void own.refetch()} />
  if (list.error) return <Failed error={list.error} retry={() => void list.refetch()} />
  if (!own.data || !list.data) return <Waiting what="方案" />
  return (
    <Frame title={`改方案：${own.data.name}`} own={own.data}>
      <Editing own={own.data} list={list.data} />
    </Frame>
  )
}

function Editing({ own, list }: { own: OwnDetail; list: OwnList }): ReactNode {
  // What was there when the page was opened: a change of somebody else's is refused when it is saved.
  const [opened] = useState(own)
  const content = opened.open?.definition ?? opened.definition
  if (!content) return null
  return (
    <Designer list={list} own={opened} start={content} inForce={(opened.definition?.fields ?? []).map((f) => f.name)} />
  )
}

function Frame({ title, own, children }: { title: string; own?: OwnDetail; children: ReactNode }): ReactNode {
  return (
    <div className="page">
      <header className="page-head">
        <Link to="/own-libraries" className="lib-back">
          自建台账
        </Link>
        {own && (
          <Link to="/own-libraries/$id" params={{ id: own.id }} className="lib-back">
            {own.name}
          </Link>
        )}
        <h1>{title}</h1>
      </header>
      {children}
    </div>
  )
}

const Failed = ({ error, retry }: { error: unknown; retry: () => void }): ReactNode => (
  <div className="page">
    <ErrorNote error={error} retry={retry} />
  </div>
)
