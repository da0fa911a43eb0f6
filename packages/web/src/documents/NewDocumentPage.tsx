import type { DocumentDetail } from '@yipanqi/model'
import { type DocumentScope, scopes, scopeWords } from '@yipanqi/model/words.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../api/client.ts'
import { ApiError } from '../api/errors.ts'
import { refresh } from '../api/query-client.ts'
import { SendRow } from '../matters/actions/SendRow.tsx'
import { useMe } from '../session/me.ts'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { useTitle } from '../ui/title.ts'
import { AskFirst } from './AskFirst.tsx'
import { newDocumentBody } from './new-document.ts'
import './new-document.css'

const scopeHints: Record<DocumentScope, string> = {
  public: '已公开发表，或可以公开',
  internal: '发到有关单位，不对外',
  'work-secret': '按工作秘密管理，只给指定单位看',
}

/** The gate at the door: scope and declarer first; only then is there a place to put the text. */
export function NewDocumentPage(): ReactNode {
  useTitle('上传讲话或文件')
  const me = useMe()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [scope, setScope] = useState<DocumentScope | null>(null)
  const [declarer, setDeclarer] = useState(me.account.display)
  const [way, setWay] = useState<'paste' | 'file'>('paste')
  const [title, setTitle] = useState('')
  const [date, setDate] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const send = useMutation({
    mutationFn: (confirmed: boolean) =>
      post<DocumentDetail>(
        '/documents',
        newDocumentBody({
          scope: scope ?? 'internal',
          declarer,
          title,
          date,
          confirmed,
          text: way === 'paste' ? text : null,
          file: way === 'file' ? file : null,
        }),
      ),
    onSuccess: async (document) => {
      await refresh(client)
      await navigate({ to: '/documents/$id', params: { id: String(document.id) } })
    },
  })
  const asks = send.error instanceof ApiError && send.error.code === 'ask-first' ? send.error : null
  const open = scope !== null && declarer.trim() !== ''
  const ready = open && (way === 'paste' ? text.trim() !== '' : file !== null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (ready) send.mutate(false)
  }
  return (
    <div className="page new-page">
      <div className="page-head">
        <h1>上传讲话或文件</h1>
      </div>
      <form onSubmit={submit} className="card new-card" noValidate>
        <fieldset className="scopes">
          <legend>一、先定范围</legend>
          {scopes.map((value) => (
            <label key={value} className={scope === value ? 'scope scope-on' : 'scope'}>
              <input type="radio" name="scope" checked={scope === value} onChange={() => setScope(value)} />
              <b>{scopeWords[value]}</b>
              <span className="mute small">{scopeHints[value]}</span>
            </label>
          ))}
        </fieldset>
        <p className="note note-warn new-secret">
          国家秘密一律不得上传，请走机要渠道。版头或文件名带密级标志的，系统拒收，不保存任何内容。
        </p>
        <Field label="声明人" required hint="由您声明以上范围无误，姓名随文件留存。">
          {(id) => (
            <Input
              id={id}
              value={declarer}
              maxLength={60}
              onChange={(event) => setDeclarer(event.target.value)}
              className="new-short"
            />
          )}
        </Field>
        {!open && <p className="mute">定好范围、写明声明人后，再放入正文。</p>}
        {open && (
          <>
            <h2 className="new-second">二、放入正文</h2>
            <div className="chips new-way" role="group" aria-label="放入方式">
              <button
                type="button"
                className={way === 'paste' ? 'chip chip-on' : 'chip'}
                aria-pressed={way === 'paste'}
                onClick={() => setWay('paste')}
              >
                粘贴全文
              </button>
              <button
                type="button"
                className={way === 'file' ? 'chip chip-on' : 'chip'}
                aria-pressed={way === 'file'}
                onClick={() => setWay('file')}
              >
                选文件
              </button>
            </div>
            {way === 'paste' ? (
              <Field label="正文" required>
                {(id) => (
                  <Input.TextArea
                    id={id}
                    rows={10}
                    className="new-text"
                    value={text}
                    onChange={(event) => setText(event.target.value)}
                  />
                )}
              </Field>
            ) : (
              <Field label="文件" required hint="能读 .docx 和 .txt；.doc、.wps 请先另存为 .docx，扫描件请粘贴全文。">
                {(id) => (
                  <input
                    id={id}
                    type="file"
                    className="new-file"
                    accept=".txt,.docx,.doc,.wps,.pdf,.ofd"
                    onChange={(event) => setFile(event.target.files?.[0] ?? null)}
                  />
                )}
              </Field>
            )}
            <div className="form-columns">
              <Field label="标题" hint="不填就从正文第一行读。">
                {(id) => (
                  <Input id={id} value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
                )}
              </Field>
              <Field label="成文日期" hint="“年底前”“一季度”要按它来算；不填就从正文里找。">
                {(id) => <DateField id={id} value={date} onChange={setDate} />}
              </Field>
            </div>
            {asks && <AskFirst error={asks} pending={send.isPending} onConfirm={() => send.mutate(true)} />}
            <SendRow
              verb="读文件，拆出初稿"
              error={asks ? null : send.error}
              pending={send.isPending && !asks}
              disabled={!ready}
            />
          </>
        )}
      </form>
    </div>
  )
}
