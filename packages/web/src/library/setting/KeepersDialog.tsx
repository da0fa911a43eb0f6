import { type LibrarySetting, mostKeepers } from '@yipanqi/model/libraries/setting-api.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Select } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { patch } from '../../api/client.ts'
import { unitsQuery } from '../../api/queries.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'
import { unitMatches } from '../../ui/UnitSelect.tsx'
import { at } from '../api.ts'
import type { LibraryView } from '../fields/view.ts'

/** 定保管单位: which units answer for the whole ledger, and what that lets their people see. */
export function KeepersDialog({
  library,
  setting,
  onClose,
}: {
  library: LibraryView
  setting: LibrarySetting
  onClose: () => void
}): ReactNode {
  const units = useQuery(unitsQuery)
  const [keepers, setKeepers] = useState(setting.keepers.map((k) => k.id))
  const byId = new Map((units.data ?? []).map((unit) => [unit.id, unit]))
  const { id, name } = library.shape
  const save = useSend(() => patch<LibrarySetting>(`${at(id)}/setting`, { version: setting.version, keepers }), {
    done: '保管单位已改',
    onDone: onClose,
  })
  const before = new Set(setting.keepers.map((k) => k.id))
  const come = keepers.filter((one) => !before.has(one))
  const gone = setting.keepers.filter((k) => !keepers.includes(k.id))
  const same = come.length === 0 && gone.length === 0 && keepers.length === before.size
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!same) save.mutate()
  }
  return (
    <Modal open footer={null} width={520} title="定保管单位" onCancel={onClose} mask={{ closable: false }}>
      <form onSubmit={submit} noValidate>
        <p className="form-about">{name}</p>
        <Field label="保管单位" hint="第一个是主要的；一本台账由一个单位保管最清楚">
          {(field) => (
            <Select
              id={field}
              mode="multiple"
              className="wide"
              value={keepers}
              maxCount={mostKeepers}
              loading={units.isPending}
              placeholder="选单位"
              notFoundContent="没有这个单位，换个简称试试"
              // A keeper that ended meanwhile is no longer in the directory: it keeps its name here until it is taken out.
              options={[
                ...gone.concat(setting.keepers.filter((k) => keepers.includes(k.id))).filter((k) => !byId.has(k.id)),
                ...byId.values(),
              ].map((unit) => ({ value: unit.id, label: unit.name }))}
              showSearch={{
                filterOption: (text, option) => {
                  const unit = byId.get(Number(option?.value))
                  return unit ? unitMatches(unit, text) : false
                },
              }}
              onChange={(next: number[]) => setKeepers(next)}
            />
          )}
        </Field>
        {come.length > 0 && (
          <p className="note form-consequence">
            {come.map((one) => byId.get(one)?.short ?? '').join('、')}
            的人马上能看到、修改整本台账的记录，查看电话、证件号会留痕。
          </p>
        )}
        {gone.length > 0 && (
          <p className="note note-warn form-consequence">
            {gone.map((k) => k.short).join('、')}的人以后只看得到与本单位有关的记录。
          </p>
        )}
        <SendRow verb="保存" error={save.error} pending={save.isPending} disabled={same}>
          <Button size="large" onClick={onClose}>
            取消
          </Button>
        </SendRow>
      </form>
    </Modal>
  )
}
