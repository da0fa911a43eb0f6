import type { FileResponse } from '@yipanqi/model'
import { useMutation } from '@tanstack/react-query'
import { type ChangeEvent, type ReactNode, useId, useState } from 'react'
import { post } from '../../api/client.ts'
import { fileSize } from '../../format/numbers.ts'
import { ErrorNote } from '../../ui/Notes.tsx'

/** 佐证: optional, with the reason why it is asked. A file that proved something before says so. */
export function EvidenceField({ onChange, reason }: { onChange: (ids: number[]) => void; reason: string }): ReactNode {
  const id = useId()
  const [files, setFiles] = useState<FileResponse[]>([])
  const keep = (next: FileResponse[]): void => {
    setFiles(next)
    onChange(next.map((file) => file.id))
  }
  const upload = useMutation({
    mutationFn: async (chosen: File[]) => {
      const done: FileResponse[] = []
      for (const file of chosen) {
        const form = new FormData()
        form.set('file', file)
        done.push(await post<FileResponse>('/files', form))
      }
      return done
    },
    onSuccess: (done) => keep([...files, ...done]),
  })
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const chosen = [...(event.target.files ?? [])]
    event.target.value = ''
    if (chosen.length > 0) upload.mutate(chosen)
  }
  return (
    <div className="field">
      <label htmlFor={id}>佐证材料</label>
      <ul>
        {files.map((file) => (
          <li key={file.id} className="row evidence">
            <span className="grow">
              {file.name} <span className="mute small">{fileSize(file.size)}</span>
              {file.usedBefore > 0 && (
                <span className="field-error"> 这份文件此前作为佐证用过 {file.usedBefore} 次，请确认没有附错</span>
              )}
            </span>
            <button type="button" className="link" onClick={() => keep(files.filter((f) => f.id !== file.id))}>
              去掉
            </button>
          </li>
        ))}
      </ul>
      <input id={id} type="file" multiple className="sr file-input" onChange={choose} />
      <label htmlFor={id} className="file-button">
        {upload.isPending ? '正在上传…' : '选文件或拍照'}
      </label>
      {upload.error && <ErrorNote error={upload.error} />}
      <div className="field-hint">{reason}</div>
    </div>
  )
}
