import { Button, Checkbox, Input, Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { change, patch, post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'
import { at } from '../api.ts'
import type { LibraryView } from '../fields/view.ts'
import { filterWords } from '../question/words.ts'
import { type LibrarySearch, toView } from '../question/search.ts'
import type { View } from '../shapes.ts'
import { useNames } from '../use-library.ts'

interface Props {
  library: LibraryView
  search: LibrarySearch
  /** null: a new one, of what is on the screen. */
  view: View | null
  /** The view now chosen; null: none any more; undefined: nothing was done. */
  onDone: (view: number | null | undefined) => void
}

export function SaveView({ library, search, view, onDone }: Props): ReactNode {
  const [name, setName] = useState(view?.name ?? '')
  const [shared, setShared] = useState(view?.shared ?? false)
  const [renew, setRenew] = useState(false)
  const [tried, setTried] = useState(false)
  const nameOf = useNames()
  const root = `${at(library.shape.id)}/views`
  const save = useSend(
    (body: object) =>
      view ? patch<View>(`${root}/${view.id}`, { ...body, version: view.version }) : post<View>(root, body),
    { done: '视图已存好', onDone: (saved) => onDone(saved?.id ?? null) },
  )
  const remove = useSend(() => change<void>('DELETE', `${root}/${view?.id}`), {
    done: '视图已删除',
    onDone: () => onDone(null),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '') return
    save.mutate({ name: name.trim(), shared, query: view && !renew ? view.query : toView(search) })
  }
  // Shared by those who also lay down what the ledger is: its keepers and the dispatchers.
  const mayShare = library.shape.can.includes('define') || shared
  return (
    <Modal open footer={null} width={480} title={view ? '改视图' : '存成视图'} onCancel={() => onDone(undefined)}>
      <form onSubmit={submit} noValidate>
        <Field label="视图名称" required error={tried && name.trim() === '' ? '请起一个名字' : undefined}>
          {(id) => (
            <Input id={id} value={name} maxLength={40} autoFocus onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        {!view && search.filter && (
          <p className="mute small view-about">{filterWords(search.filter, library.find, nameOf)}</p>
        )}
        {view && (
          <p>
            <Checkbox checked={renew} onChange={(event) => setRenew(event.target.checked)}>
              内容换成屏幕上现在的筛选、排序和栏目
            </Checkbox>
          </p>
        )}
        {mayShare && (
          <p>
            <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
              共享给看得到{library.shape.name}的人（各人只看到自己权限内的记录）
            </Checkbox>
          </p>
        )}
        <SendRow verb="保存" error={save.error ?? remove.error} pending={save.isPending}>
          {view && (
            <Button danger size="large" loading={remove.isPending} onClick={() => remove.mutate()}>
              删除视图
            </Button>
          )}
        </SendRow>
      </form>
    </Modal>
  )
}
