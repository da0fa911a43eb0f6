import type { MatterDetail } from '@yipanqi/model'
import { kinds, lines, lineWords } from '@yipanqi/model/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, ConfigProvider, Select } from 'antd'
import type { ReactNode } from 'react'
import { matterQuery } from '../../api/queries.ts'
import { DateField } from '../../ui/DateField.tsx'
import { ErrorNote } from '../../ui/Notes.tsx'
import { LeaderSelect } from '../../ui/UnitSelect.tsx'
import { allowed } from '../../matters/actions/words.ts'
import { type Change, useEdit } from './edit.ts'
import { LeadField } from './LeadField.tsx'
import { locked } from './missing.ts'
import { SimilarList } from './SimilarList.tsx'
import { SupportsField } from './SupportsField.tsx'
import { TargetField } from './TargetField.tsx'
import { TextField } from './TextField.tsx'

interface Props {
  document: number
  id: number
  onSplit: () => void
  onWithdraw: () => void
}

export function DraftEditor({ document, id, onSplit, onWithdraw }: Props): ReactNode {
  const query = useQuery(matterQuery(id))
  const edit = useEdit(document)
  if (query.error) return <ErrorNote error={query.error} />
  if (!query.data) return <div className="editor editor-wait" aria-hidden="true" />
  const matter = query.data
  const save = (change: Change): void => edit.mutate({ id, change })
  return (
    <div className="editor">
      {matter.state === 'signed-off' && (
        <p className="mute small editor-locked">已审定：只能补齐缺的要件，其余要改请印发后走“调整”。</p>
      )}
      <Fields matter={matter} save={save} />
      {edit.error && <ErrorNote error={edit.error} />}
      <SimilarList matter={matter} />
      <div className="row editor-foot">
        {allowed(matter, 'split') && (
          <Button size="small" onClick={onSplit}>
            拆分… <kbd>S</kbd>
          </Button>
        )}
        {allowed(matter, 'withdraw') && (
          <Button size="small" danger onClick={onWithdraw}>
            撤销…
          </Button>
        )}
        <span className="mute small editor-saved" role="status">
          {edit.isPending ? '正在存…' : edit.isSuccess ? '已存' : '改完离开即存'}
        </span>
      </div>
    </div>
  )
}

interface CellProps {
  label: string
  proposed?: boolean
  locked?: boolean
  wide?: boolean
  children: ReactNode
}

function Cell({ label, proposed, locked = false, wide, children }: CellProps): ReactNode {
  return (
    <fieldset className={wide ? 'cell cell-wide' : 'cell'} disabled={locked}>
      <span className="cell-label">
        {label}
        {proposed && <span className="propose">拟</span>}
      </span>
      <ConfigProvider componentDisabled={locked}>{children}</ConfigProvider>
    </fieldset>
  )
}

function Fields({ matter, save }: { matter: MatterDetail; save: (change: Change) => void }): ReactNode {
  const shut = (field: string): { proposed: boolean; locked: boolean } => ({
    proposed: (matter.provisional as readonly string[]).includes(field),
    locked: locked(matter, field),
  })
  return (
    <div className="cells">
      <Cell label="工作任务" {...shut('title')} wide>
        <TextField
          id="edit-title"
          label="工作任务"
          value={matter.title}
          min={2}
          max={120}
          onSave={(title) => save({ title })}
        />
      </Cell>
      <Cell label="牵头单位" {...shut('lead')} wide>
        <LeadField matter={matter} onPick={(lead) => save({ lead })} />
      </Cell>
      <Cell label="配合单位及分工" {...shut('supports')} wide>
        <SupportsField supports={matter.supports} onSave={(supports) => save({ supports })} />
      </Cell>
      <Cell label="完成时限" {...shut('deadline')}>
        <DateField
          id="edit-deadline"
          label="完成时限"
          value={matter.deadline}
          onChange={(deadline) => save({ deadline })}
        />
      </Cell>
      <Cell label="牵头县领导" {...shut('leader')}>
        <LeaderSelect label="牵头县领导" value={matter.leader?.id ?? null} onChange={(leader) => save({ leader })} />
      </Cell>
      <Cell label="事项类别" {...shut('kind')}>
        <Select
          aria-label="事项类别"
          value={matter.kind}
          onChange={(kind) => save({ kind })}
          options={kinds.map((value) => ({ value, label: value }))}
        />
      </Cell>
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
      <Cell label="目标" {...shut('target')} wide>
        <TargetField target={matter.target} onSave={(target) => save({ target })} />
      </Cell>
      <Cell label="完成标志" {...shut('doneWhen')} wide>
        <TextField
          label="完成标志"
          value={matter.doneWhen ?? ''}
          max={400}
          placeholder="看到什么算办成、凭什么材料"
          onSave={(doneWhen) => save({ doneWhen: doneWhen || null })}
        />
      </Cell>
      <Cell label="" {...shut('key')} wide>
        <Checkbox checked={matter.key} onChange={(event) => save({ key: event.target.checked })}>
          重点事项（销号须牵头县领导同意）
        </Checkbox>
      </Cell>
    </div>
  )
}
