import type { DocumentDetail, GivenRole, MatterDetail, MatterReasons } from '@yipanqi/model'
import { attitudes, kinds, lines, lineWords } from '@yipanqi/model/words.ts'
import { Checkbox, ConfigProvider, Select } from 'antd'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { DateField } from '../../ui/DateField.tsx'
import { useGradually } from '../../ui/gradually.ts'
import { LeaderSelect } from '../../ui/UnitSelect.tsx'
import type { Sentence } from '../paper/runs.ts'
import type { Change } from './edit.ts'
import { LeadField } from './LeadField.tsx'
import { locked } from './missing.ts'
import { SupportsField } from './SupportsField.tsx'
import { TargetField } from './TargetField.tsx'
import { TextField } from './TextField.tsx'
import { WhyDecision } from './WhyDecision.tsx'
import { WhyDay, WhyTarget, WhyTask, WhyUnit } from './Why.tsx'
import { dayNotFixed } from './why-words.ts'

interface CellProps {
  label: string
  proposed?: boolean
  locked?: boolean
  wide?: boolean
  /** The reader's reasons, where this field has any; they open under it. */
  why?: ReactNode
  asked?: boolean
  onAsk?: () => void
  children: ReactNode
}

function Cell({ label, proposed, locked = false, wide, why, asked = false, onAsk, children }: CellProps): ReactNode {
  return (
    <div className={wide ? 'cell cell-wide' : 'cell'}>
      <span className="cell-label">
        {label}
        {proposed && <span className="propose">拟</span>}
        {onAsk && (
          <button
            type="button"
            className="link cell-why"
            aria-label={`依据：${label}`}
            aria-expanded={asked}
            onClick={onAsk}
          >
            依据
          </button>
        )}
      </span>
      <fieldset className="cell-field" disabled={locked}>
        <ConfigProvider componentDisabled={locked}>{children}</ConfigProvider>
      </fieldset>
      {asked && why}
    </div>
  )
}

/** The fields below are drawn two at a time: pickers and selects are dear, and the cursor may be moving on. */
const cellCount = 11

type Question = 'task' | 'unit' | 'day' | 'kind' | 'attitude' | 'target' | 'doneWhen'

interface Props {
  document: DocumentDetail
  matter: MatterDetail
  reasons: MatterReasons | undefined
  sentences: readonly Sentence[]
  allWhy: boolean
  save: (change: Change) => void
  onGive: (start: number, role: GivenRole) => void
}

/** The first Esc shuts an open list or calendar; the next one leaves the field, and the single keys work again. */
const leaveOnEsc = (event: KeyboardEvent): void => {
  const { target, key } = event
  if (key !== 'Escape' || event.nativeEvent.isComposing || !(target instanceof HTMLElement)) return
  if (target.getAttribute('aria-expanded') !== 'true') target.blur()
}

export function DraftFields(props: Props): ReactNode {
  const { document: doc, matter, reasons, sentences, allWhy, save } = props
  const [open, setOpen] = useState<Question | null>(null)
  const drawn = useGradually(cellCount, 2)
  const shut = (field: string): { proposed: boolean; locked: boolean } => ({
    proposed: (matter.provisional as readonly string[]).includes(field),
    locked: locked(matter, field),
  })
  const shows = (question: Question): boolean => allWhy || open === question
  const asked = (question: Question): { asked: boolean; onAsk: () => void } => ({
    asked: shows(question),
    onAsk: () => setOpen((old) => (old === question ? null : question)),
  })
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears what its fields do not use themselves
    <div className={drawn < cellCount ? 'cells cells-wait' : 'cells'} onKeyDown={leaveOnEsc}>
      <Cell
        label="工作任务"
        {...shut('title')}
        wide
        {...asked('task')}
        why={
          <WhyTask document={doc} title={matter.title} sentences={sentences} reasons={reasons} onGive={props.onGive} />
        }
      >
        <TextField
          id="edit-title"
          label="工作任务"
          value={matter.title}
          min={2}
          max={120}
          onSave={(title) => save({ title })}
        />
      </Cell>
      <Cell
        label="牵头单位"
        {...shut('lead')}
        wide
        {...asked('unit')}
        why={<WhyUnit matter={matter} reasons={reasons} />}
      >
        <LeadField matter={matter} onPick={(lead) => save({ lead })} />
      </Cell>
      <Cell label="配合单位及分工" {...shut('supports')} wide>
        <SupportsField supports={matter.supports} onSave={(supports) => save({ supports })} />
      </Cell>
      {drawn > 3 && (
        <Cell
          label="完成时限"
          {...shut('deadline')}
          wide={shows('day')}
          {...asked('day')}
          why={<WhyDay document={doc} reasons={reasons} />}
        >
          <DateField
            id="edit-deadline"
            label="完成时限"
            value={matter.deadline}
            onChange={(deadline) => save({ deadline })}
          />
          {reasons?.deadlines.some((d) => d.provisional && d.to === matter.deadline) && (
            <span className="propose day-note">{dayNotFixed}</span>
          )}
        </Cell>
      )}
      {drawn > 4 && (
        <Cell label="牵头县领导" {...shut('leader')}>
          <LeaderSelect label="牵头县领导" value={matter.leader?.id ?? null} onChange={(leader) => save({ leader })} />
        </Cell>
      )}
      {drawn > 5 && (
        <Cell
          label="事项类别"
          {...shut('kind')}
          wide={shows('kind')}
          {...asked('kind')}
          why={<WhyDecision reasons={reasons} about="kind" now={matter.kind} />}
        >
          <Select
            aria-label="事项类别"
            value={matter.kind}
            onChange={(kind) => save({ kind })}
            options={kinds.map((value) => ({ value, label: value }))}
          />
        </Cell>
      )}
      {drawn > 6 && (
        <Cell
          label="力争方向"
          {...shut('attitude')}
          wide={shows('attitude')}
          {...asked('attitude')}
          why={<WhyDecision reasons={reasons} about="attitude" now={matter.attitude} />}
        >
          <Select
            aria-label="力争方向"
            value={matter.attitude}
            placeholder="未定"
            allowClear
            onChange={(attitude) => save({ attitude: attitude ?? null })}
            options={attitudes.map((value) => ({ value, label: value }))}
          />
        </Cell>
      )}
      {drawn > 7 && (
        <Cell label="目标" {...shut('target')} wide {...asked('target')} why={<WhyTarget reasons={reasons} />}>
          <TargetField target={matter.target} onSave={(target) => save({ target })} />
        </Cell>
      )}
      {drawn > 8 && (
        <Cell
          label="完成标志"
          {...shut('doneWhen')}
          wide
          {...asked('doneWhen')}
          why={<WhyDecision reasons={reasons} about="doneWhen" now={matter.doneWhen} />}
        >
          <TextField
            label="完成标志"
            value={matter.doneWhen ?? ''}
            max={400}
            placeholder="看到什么算办成、凭什么材料"
            onSave={(doneWhen) => save({ doneWhen: doneWhen || null })}
          />
        </Cell>
      )}
      {drawn > 9 && (
        <Cell label="主督办方" {...shut('line')}>
          <Select
            aria-label="主督办方"
            value={matter.line}
            placeholder="未定"
            allowClear
            onChange={(line) => save({ line: line ?? null })}
            options={lines.map((value) => ({ value, label: lineWords[value] }))}
          />
        </Cell>
      )}
      {drawn > 10 && (
        <Cell label="销号" {...shut('key')}>
          <Checkbox checked={matter.key} onChange={(event) => save({ key: event.target.checked })}>
            重点事项（销号须牵头县领导同意）
          </Checkbox>
        </Cell>
      )}
    </div>
  )
}
