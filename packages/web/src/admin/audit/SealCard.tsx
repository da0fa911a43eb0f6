import type { AuditState, AuditVerdict } from '@yipanqi/model'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { post } from '../../api/client.ts'
import { moment } from '../../format/dates.ts'
import { grouped } from '../../format/numbers.ts'
import { useMe } from '../../session/me.ts'
import { ErrorNote } from '../../ui/Notes.tsx'

/** Where the sealing stands; 核对封存 recomputes the chain from its first row. */
export function SealCard({ state }: { state: AuditState | undefined }): ReactNode {
  const { today } = useMe()
  const verify = useMutation({ mutationFn: () => post<AuditVerdict>('/audit/verify') })
  const unsealed = state ? (state.unsealed >= 10_000 ? '一万条以上' : `${grouped(state.unsealed)} 条`) : ''
  return (
    <section className="card seal-card" aria-labelledby="seal-title">
      <h2 id="seal-title">审计封存</h2>
      <p className="mute">
        {state?.lastSeal
          ? `已封存 ${grouped(state.seals)} 批，最近一次 ${moment(state.lastSeal, today)}；还没封存 ${unsealed}（每五分钟封存一次）。`
          : '还没有封存过；系统每五分钟封存一次。'}
      </p>
      <Button type="primary" size="large" loading={verify.isPending} onClick={() => verify.mutate()}>
        核对封存
      </Button>
      <div role="status">
        {verify.isPending && <p className="mute">正在从第一条重新计算，数据多时要几分钟，请不要离开。</p>}
        {verify.data && <Verdict verdict={verify.data} />}
      </div>
      {verify.error && <ErrorNote error={verify.error} />}
    </section>
  )
}

function Verdict({ verdict }: { verdict: AuditVerdict }): ReactNode {
  if (verdict.ok)
    return (
      <p className="note note-good">
        <b>封存完好</b>
        <br />
        核对了 {grouped(verdict.seals)} 批、{grouped(verdict.rows)} 条，没有被改、被删、被插入；另有{' '}
        {grouped(verdict.unsealed)} 条还没封存。
      </p>
    )
  return (
    <div className="note note-error">
      <b>封存核对不上：审计记录可能被人动过</b>
      <div>请保留现场，报告分管领导和保密部门，并由值守人员用命令行再核对一次。</div>
      <ul className="note-items">
        {verdict.problems.slice(0, 20).map((p) => (
          <li key={`${p.number}-${p.message}`}>
            第 {p.number} 批：{p.message}
          </li>
        ))}
      </ul>
    </div>
  )
}
