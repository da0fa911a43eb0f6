import type { MatterDetail } from '@yipanqi/model'
import { kinds, lines, lineWords } from '@yipanqi/model/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import type { ReactNode } from 'react'
import { matterQuery } from '../../api/queries.ts'
import { DateField } from '../../ui/DateField.tsx'
import { ErrorNote } from '../../ui/Notes.tsx'
import { LeaderSelect } from '../../ui/UnitSelect.tsx'
import { allowed } from '../../matters/actions/words.ts'
import { type Change, useEdit } from './edit.ts'
import { LeadField } from './LeadField.tsx'
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

function Cell({
  label,
  proposed,
  wide,
  children,
}: {
  label: string
  proposed?: boolean
  wide?: boolean
  children: ReactNode
}): ReactNode {
  return (
    <div className={wide ? 'cell cell-wide' : 'cell'}>
      <span className="cell-label">
        {label}
        {proposed && <span className="propose">拟</span>}
      </span>
      {children}
    </div>
  )
}

function Fields({ matter, save }: { matter: MatterDetail; save: (change: Change) => void }): ReactNode {
  const proposed = new Set(matter.provisional)
  return (
    <div className="cells">
      <Cell label="工作任务" wide>
        <TextField
          id="edit-title"
          label="工作任务"
          value={matter.title}
          min={2}
          max={120}
          onSave={(title) => save({ title })}
        />
      </Cell>
      <Cell label="牵头单位" proposed={proposed.has('lead')} wide>
        <LeadField matter={matter} onPick={(lead) => save({ lead })} />
      </Cell>
      <Cell label="配合单位及分工" wide>
        <SupportsField supports={matter.supports} onSave={(supports) => save({ supports })} />
      </Cell>
      <Cell label="完成时限" proposed={proposed.has('deadline')}>
        <DateField
          id="edit-deadline"
          label="完成时限"
          value={matter.deadline}
          onChange={(deadline) => save({ deadline })}
        />
      </Cell>
      <Cell label="牵头县领导" proposed={proposed.has('leader')}>
        <LeaderSelect label="牵头县领导" value={matter.leader?.id ?? null} onChange={(leader) => save({ leader })} />
      </Cell>
      <Cell label="事项类别" proposed={proposed.has('kind')}>
        <Select
          aria-label="事项类别"
          value={matter.kind}
          onChange={(kind) => save({ kind })}
          options={kinds.map((value) => ({ value, label: value }))}
        />
      </Cell>
      <Cell label="主督办方">
        <Select
          aria-label="主督办方"
          value={matter.line}
          placeholder="未定"
          allowClear
          onChange={(line) => save({ line: line ?? null })}
          options={lines.map((value) => ({ value, label: lineWords[value] }))}
        />
      </Cell>
      <Cell label="目标" proposed={proposed.has('target')} wide>
        <TargetField target={matter.target} onSave={(target) => save({ target })} />
      </Cell>
      <Cell label="完成标志" proposed={proposed.has('doneWhen')} wide>
        <TextField
          label="完成标志"
          value={matter.doneWhen ?? ''}
          max={400}
          placeholder="看到什么算办成、凭什么材料"
          onSave={(doneWhen) => save({ doneWhen: doneWhen || null })}
        />
      </Cell>
      <Cell label="" wide>
        <Checkbox checked={matter.key} onChange={(event) => save({ key: event.target.checked })}>
          重点事项（销号须牵头县领导同意）
        </Checkbox>
      </Cell>
    </div>
  )
}
