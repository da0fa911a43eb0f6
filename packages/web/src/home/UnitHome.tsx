import type { Home, MatterItem } from '@yipanqi/model'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { mattersQuery } from '../api/queries.ts'
import { MatterRow } from '../matters/MatterRow.tsx'
import { useMe } from '../session/me.ts'
import { Empty, ErrorNote, Waiting } from '../ui/Notes.tsx'
import { QuickReport } from './QuickReport.tsx'
import { TallyHead } from './TallyHead.tsx'
import { WaitingList } from './WaitingList.tsx'

const inForce = 'issued,under-way,closing,standing'

/** A unit: this month's reports, one tap each where nothing changed, then its list. Under a minute. */
export function UnitHome({ home }: { home: Home }): ReactNode {
  const me = useMe()
  const navigate = useNavigate()
  const mine = useInfiniteQuery(mattersQuery({ unit: me.unit.id, state: inForce, sort: 'deadline' }, 100))
  const rows = useMemo(() => mine.data?.pages.flatMap((page) => page.items) ?? [], [mine.data])
  const byId = new Map(rows.map((m) => [m.id, m]))
  const due = home.waiting.filter((w) => w.what === 'report')
  const reports = due
    .map((w) => (w.matter === null ? undefined : byId.get(w.matter)))
    .filter((m): m is MatterItem => m !== undefined)
  const others = home.waiting.some((w) => w.what !== 'report')
  return (
    <div className="page home">
      <TallyHead tally={home.tally} title={me.unit.name} />
      <div className="home-columns">
        <div className="stack">
          {reports.length > 0 && (
            <section className="card" aria-label="本月待报">
              <h2 className="section-title">
                本月待报 <span className="count">{due.length} 项，数已填好，没变化的点一下</span>
              </h2>
              <ul>
                {reports.map((matter) => (
                  <QuickReport
                    key={matter.id}
                    matter={matter}
                    due={due.find((w) => w.matter === matter.id)?.due ?? null}
                  />
                ))}
              </ul>
            </section>
          )}
          <section className="card" aria-label="我的事项">
            <h2 className="section-title">
              {me.unit.short}的事项{' '}
              <span className="count">
                {rows.length} 项{mine.hasNextPage ? '以上' : ''}
              </span>
              <Link to="/matters" search={{ unit: me.unit.id }} className="end">
                筛选和打印
              </Link>
            </h2>
            {mine.error && <ErrorNote error={mine.error} />}
            {mine.isPending && <Waiting what="清单" />}
            <ul>
              {rows.map((matter) => (
                <MatterRow
                  key={matter.id}
                  matter={matter}
                  onPick={() => void navigate({ to: '.', search: { matter: matter.id } })}
                />
              ))}
            </ul>
            {mine.isSuccess && rows.length === 0 && (
              <Empty title="没有在办事项">有交办时这里会出现，先签收再办理。</Empty>
            )}
          </section>
        </div>
        {(others || reports.length === 0) && <WaitingList home={home} without={reports.length > 0 ? ['report'] : []} />}
      </div>
    </div>
  )
}
