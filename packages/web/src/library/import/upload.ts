import type { ErrorBody } from '@yipanqi/model'
import type { Import } from '@yipanqi/model/libraries/import-api.ts'
import { newKey } from '../../api/client.ts'
import { ApiError, networkError } from '../../api/errors.ts'
import { importsAt } from './queries.ts'

export interface Upload {
  readonly done: Promise<Import>
  cancel: () => void
}

/** Sends the file and tells how far it is, which `fetch` cannot; a county's line may take minutes for 20 MB. */
export function upload(library: string, file: File, tell: (percent: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<Import>((settle, reject) => {
    request.open('POST', `/api/v1${importsAt(library)}`)
    request.setRequestHeader('Idempotency-Key', newKey())
    request.responseType = 'json'
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) tell(Math.round((event.loaded / event.total) * 100))
    }
    request.onload = () => {
      if (request.status === 201) return settle(request.response as Import)
      const body = request.response as ErrorBody | null
      reject(body?.error ? new ApiError(request.status, body.error) : networkError())
    }
    request.onerror = () => reject(networkError())
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
    const form = new FormData()
    form.set('file', file)
    request.send(form)
  })
  return { done, cancel: () => request.abort() }
}
