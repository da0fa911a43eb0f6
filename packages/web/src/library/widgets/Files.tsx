import type { FileResponse } from '@yipanqi/model'
import { useMutation } from '@tanstack/react-query'
import { type ChangeEvent, type ReactNode, useId, useState } from 'react'
import { post } from '../../api/client.ts'
import { fileSize } from '../../format/numbers.ts'
import { ErrorNote } from '../../ui/Notes.tsx'
import type { WidgetProps } from './widget.ts'

/** 附件: what is there stays until it is taken away; new ones are uploaded as they are chosen. */
export function Files({ id, label, value, nameOf, onChange }: WidgetProps): ReactNode {
  const own = useId()
  const input = id ?? own
  const [fresh, setFresh] = useState<readonly FileResponse[]>([])
  const ids = Array.isArray(value) ? value.map(Number) : []
  const keep = (next: readonly number[]): void => onChange(next.length > 0 ? next : null)
  const upload = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      const done: FileResponse[] = []
      for (const file of chosen) {
        const form = new FormData()
        form.set('file', file)
        done.push(await post<FileResponse>('/files', form))
      }
      return done
    },
    onSuccess: (done) => {
      setFresh([...fresh, ...done])
      keep([...ids, ...done.map((file) => file.id)])
    },
  })
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const chosen = [...(event.target.files ?? [])]
    event.target.value = ''
    if (chosen.length > 0) upload.mutate(chosen)
  }
  const wordsOf = (one: number): string => {
    const file = fresh.find((f) => f.id === one)
    return file ? `${file.name}（${fileSize(file.size)}）` : (nameOf('files', one) ?? `附件 ${one}`)
  }
  return (
    <div className="files">
      {ids.length > 0 && (
        <ul>
          {ids.map((one) => (
            <li key={one} className="row">
              <span className="grow">{wordsOf(one)}</span>
              <button type="button" className="link" onClick={() => keep(ids.filter((other) => other !== one))}>
                去掉
              </button>
            </li>
          ))}
        </ul>
      )}
      <input id={input} type="file" multiple aria-label={label} className="sr file-input" onChange={choose} />
      <label htmlFor={input} className="file-button">
        {upload.isPending ? '正在上传…' : '选文件或拍照'}
      </label>
      {upload.error && <ErrorNote error={upload.error} />}
    </div>
  )
}
