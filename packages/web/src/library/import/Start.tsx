import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, type DragEvent, type ReactNode, useId, useRef, useState } from 'react'
import { fileSize } from '../../format/numbers.ts'
import { ErrorNote } from '../../ui/Notes.tsx'
import { at } from '../api.ts'
import type { LibraryView } from '../fields/view.ts'
import { Bar } from './Bar.tsx'
import { PastImports } from './PastImports.tsx'
import { type Upload, upload } from './upload.ts'

/** The door: a file is dropped or chosen; the template and one line of advice; what was brought in before. */
export function Start({ library, onRun }: { library: LibraryView; onRun: (run: number) => void }): ReactNode {
  const id = useId()
  const client = useQueryClient()
  const [over, setOver] = useState(false)
  const [percent, setPercent] = useState(0)
  const [file, setFile] = useState<File | null>(null)
  const current = useRef<Upload | null>(null)
  const { shape } = library
  const send = useMutation({
    mutationFn: (chosen: File) => {
      setFile(chosen)
      setPercent(0)
      current.current = upload(shape.id, chosen, setPercent)
      return current.current.done
    },
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: ['import', shape.id], exact: true })
      onRun(made.id)
    },
  })
  const take = (chosen: File | undefined): void => {
    if (chosen && !send.isPending) send.mutate(chosen)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const chosen = event.target.files?.[0]
    event.target.value = ''
    take(chosen)
  }
  // Cancelling is no fault to report.
  const error = send.error instanceof DOMException ? null : send.error
  return (
    <>
      <div className="page-head">
        <h1>导入{shape.name}</h1>
      </div>
      <section
        className={over ? 'card import-drop import-over' : 'card import-drop'}
        aria-label="选表格"
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {send.isPending && file ? (
          <>
            <p>
              正在上传 <span translate="no">{file.name}</span>（{fileSize(file.size)}）
            </p>
            <Bar percent={percent} words={percent < 100 ? `${percent}%` : '收到，正在存放…'} />
            <button type="button" className="link" onClick={() => current.current?.cancel()}>
              不传了
            </button>
          </>
        ) : (
          <>
            <input id={id} type="file" className="sr file-input" accept=".xlsx,.csv,.xls" onChange={choose} />
            <label htmlFor={id} className="import-choose">
              选表格
            </label>
            <p className="import-desk">或把文件拖到这里</p>
            <p className="mute small">
              收 .xlsx 和 .csv，单位里现成的表格就行，表头不用改；先核对，您点了写入才写进台账。
            </p>
          </>
        )}
      </section>
      {error && <ErrorNote error={error} />}
      <p className="import-template">
        <a href={`/api/v1${at(shape.id)}/template`} download>
          下载模板
        </a>
        <span className="mute"> 空着的格不改原来的值；要清掉一个值，就写“清空”。</span>
      </p>
      <PastImports library={library} onRun={onRun} />
    </>
  )
}
