import type { MatterDetail } from '@yipanqi/model'
import { cadenceWords, lineWords } from '@yipanqi/model/words.ts'
import type { ReactNode } from 'react'
import { day } from '../../format/dates.ts'
import { targetWords } from '../../format/targets.ts'
import { useMe } from '../../session/me.ts'

type Clock = MatterDetail['clocks']['state']

/** Two clocks in working days: how long, until when, how many are left. */
export function clockWords(clock: Clock, today: string): string {
  const about = clock.uncertain ? '约 ' : ' '
  const spent = clock.since ? `已${about}${clock.workdays} 个工作日` : '尚未起算'
  if (!clock.due) return spent
  if (clock.left === null) return `${spent}，到 ${day(clock.due, today)}`
  return clock.left >= 0
    ? `${spent}，到 ${day(clock.due, today)}还有${about}${clock.left} 个工作日`
    : `${spent}，超过 ${day(clock.due, today)}${about}${-clock.left} 个工作日`
}

function Fact({
  name,
  proposed,
  wide = false,
  children,
}: {
  name: string
  proposed?: boolean
  wide?: boolean
  children: ReactNode
}): ReactNode {
  return (
    <div className={wide ? 'fact fact-wide' : 'fact'}>
      <dt>{name}</dt>
      <dd>
        {children}
        {proposed && (
          <span className="propose" title="原文没有写，印发前须确定">
            拟
          </span>
        )}
      </dd>
    </div>
  )
}

export function Facts({ matter }: { matter: MatterDetail }): ReactNode {
  const { today } = useMe()
  const proposed = new Set(matter.provisional)
  const changed = matter.firstTarget && targetWords(matter.firstTarget) !== targetWords(matter.target)
  return (
    <dl className="facts">
      <Fact name="牵头单位" proposed={proposed.has('lead')}>
        {matter.lead?.name ?? '待认领'}
      </Fact>
      <Fact name="牵头县领导" proposed={proposed.has('leader')}>
        {matter.leader ? `${matter.leader.post} ${matter.leader.name}` : '未定'}
      </Fact>
      <Fact name="完成时限" proposed={proposed.has('deadline')}>
        {day(matter.deadline, today)}
      </Fact>
      <Fact name="事项类别" proposed={proposed.has('kind')}>
        {matter.kind}
        {matter.attitude && `（力争方向：${matter.attitude}）`}
      </Fact>
      {matter.target && (
        <Fact name="目标" proposed={proposed.has('target')}>
          {targetWords(matter.target)}
          {changed && <span className="mute">　首版：{targetWords(matter.firstTarget)}</span>}
        </Fact>
      )}
      <Fact name="完成标志" proposed={proposed.has('doneWhen')}>
        {matter.doneWhen ?? '未写明'}
      </Fact>
      {matter.supports.length > 0 && (
        <Fact name="配合单位" wide>
          <ul>
            {matter.supports.map((s) => (
              <li key={s.unit.id}>
                {s.unit.name}
                {s.part && <span className="mute">：{s.part}</span>}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact name="报送">
        {cadenceWords[matter.cadence]}一次
        {matter.line && `，主督办：${lineWords[matter.line]}`}
      </Fact>
      {matter.state !== 'closed' && <Fact name="本环节">{clockWords(matter.clocks.state, today)}</Fact>}
      <Fact name="全程">{clockWords(matter.clocks.matter, today)}</Fact>
    </dl>
  )
}
