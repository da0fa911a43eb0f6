import type { ReadLimits } from './limits.ts'
import { megabytes, refuse, type UploadError } from './upload-error.ts'

/** @throws UploadError `empty`, `too-large`; cheap, so it is also done before a thread is started */
export function checkSize(bytes: Uint8Array, limits: Pick<ReadLimits, 'maxFileBytes'>): void {
  if (bytes.length === 0) throw empty('文件是空的（0 字节）。')
  if (bytes.length > limits.maxFileBytes)
    throw refuse(
      'too-large',
      `文件超过 ${megabytes(limits.maxFileBytes)}，没有读取。`,
      `这个文件有 ${megabytes(bytes.length)}，上限是 ${megabytes(limits.maxFileBytes)}。请删去图片后再传，或直接粘贴全文。`,
    )
}

export function empty(message: string): UploadError {
  return refuse('empty', message, `没有可以分解的内容。请检查是不是传错了文件，或直接粘贴全文。`)
}
