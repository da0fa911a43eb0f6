import type { AccountItem, SetupSlip, SetupSlips } from '@yipanqi/model'
import { postWords } from '@yipanqi/model/words.ts'
import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { moment } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import { ErrorNote } from '../../ui/Notes.tsx'
import { BatchButton, idsOf } from './BatchPage.tsx'

/** One slip a person, to be printed, cut and handed over. What was shown stands nowhere: another take voids it. */
export function TakeCodes({ chosen, onDone }: { chosen: readonly AccountItem[]; onDone: () => void }): ReactNode {
  const send = useSend((body: object) => post<SetupSlips>('/accounts/actions/setup-codes', body))
  const slips = send.data?.items ?? []
  useWarning(slips.length > 0)
  if (slips.length > 0)
    return (
      <Slips
        slips={slips}
        onClose={() => {
          send.reset()
          onDone()
        }}
      />
    )
  return (
    <>
      {send.error && <ErrorNote error={send.error} />}
      <BatchButton
        words={chosen.length === 0 ? '取设置码' : `取这 ${chosen.length} 个的设置码`}
        disabled={chosen.length === 0}
        pending={send.isPending}
        onClick={() => send.mutate(idsOf(chosen))}
      />
    </>
  )
}

/** Leaving by the browser's own ways would lose codes that nobody has printed. */
function useWarning(on: boolean): void {
  useEffect(() => {
    if (!on) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [on])
}

function Slips({ slips, onClose }: { slips: readonly SetupSlip[]; onClose: () => void }): ReactNode {
  const lost = slips.some((slip) => slip.code === null)
  return (
    <section className="card slips-card">
      <div className="no-print">
        <h2 className="section-title">
          设置码领取单 <span className="count">{slips.length} 张</span>
        </h2>
        <p className={lost ? 'note note-warn' : 'note note-info'}>
          {lost
            ? '设置码只显示一次，这次没有看到，请关掉后重新取。'
            : '只显示这一次，关掉后不再显示，系统里也不存。请打印、裁开，当面交给本人；没有交出去的销毁，需要时重新取。'}
        </p>
        <div className="row batch-foot">
          {!lost && (
            <Button type="primary" size="large" onClick={() => window.print()}>
              打印
            </Button>
          )}
          <Button size="large" onClick={onClose}>
            {lost ? '关掉' : '已打印，关掉'}
          </Button>
        </div>
      </div>
      <ul className="slips">
        {slips.map((slip) => (
          <Slip key={slip.id} slip={slip} />
        ))}
      </ul>
    </section>
  )
}

function Slip({ slip }: { slip: SetupSlip }): ReactNode {
  const { today, county } = useMe()
  return (
    <li className="slip">
      <h3>
        {slip.display}
        <span className="mute">
          {slip.unit.name} · {postWords[slip.post]}
        </span>
      </h3>
      <dl>
        <dt>登录账号</dt>
        <dd translate="no">{slip.name}</dd>
        <dt>设置码</dt>
        <dd className="slip-code" translate="no">
          {slip.code ?? '没有看到'}
        </dd>
        <dt>有效期</dt>
        <dd>到{moment(slip.validUntil, today)}，只能用一次</dd>
      </dl>
      <p className="mute">
        打开{county.name}一盘棋的登录页，点“首次登录，设置密码”，填账号和设置码，设自己的密码。用后撕毁，不要拍照转发。
      </p>
    </li>
  )
}
