import type { FileResponse } from '@yipanqi/model'
import { useMutation } from '@tanstack/react-query'
import { type ChangeEvent, type ReactNode, useId } from 'react'
import { post } from '../../api/client.ts'
import { ErrorNote } from '../../ui/Notes.tsx'

interface Props {
  label: string
  file: { id: number; name: string } | undefined
  onChange: (file: { id: number; name: string } | undefined) => void
}

/** 扫描件: one file, uploaded as it is chosen. */
export function OneFile({ label, file, onChange }: Props): ReactNode {
  const id = useId()
  const upload = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData()
      form.set('file', chosen)
      return post<FileResponse>('/files', form)
    },
    onSuccess: ({ id: stored, name }) => onChange({ id: stored, name }),
  })
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const chosen = event.target.files?.[0]
    event.target.value = ''
    if (chosen) upload.mutate(chosen)
  }
  return (
    <div className="row">
      <input id={id} type="file" className="sr file-input" aria-label={label} onChange={choose} />
      <label htmlFor={id} className="file-button gate-file">
        {upload.isPending ? '正在上传…' : file ? '换一份' : '附扫描件'}
      </label>
      {file && (
        <>
          <span className="small" translate="no">
            {file.name}
          </span>
          <button type="button" className="link" onClick={() => onChange(undefined)}>
            去掉
          </button>
        </>
      )}
      {upload.error && <ErrorNote error={upload.error} />}
    </div>
  )
}
