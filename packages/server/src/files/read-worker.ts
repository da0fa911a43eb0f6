import { parentPort } from 'node:worker_threads'
import type { ReadLimits } from './limits.ts'
import { readBytes } from './read-bytes.ts'
import { broken, UploadError } from './upload-error.ts'

// One thread reads one file and ends: what a hostile file leaves behind goes with it.

interface Job {
  bytes: Uint8Array
  fileName: string
  limits: ReadLimits
}

function answer(message: object): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort?.postMessage(message)
}

parentPort?.once('message', (job: Job) => {
  readBytes(job.bytes, job.fileName, job.limits).then(
    (result) => answer({ result }),
    (error: unknown) => answer({ refusal: (error instanceof UploadError ? error : broken('文件')).toRefusal() }),
  )
})
