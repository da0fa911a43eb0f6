// Why a file was not read, in words that its sender can act on: what happened (message), why and what to do
// instead (why), who can do it (who). The HTTP layer only copies these into its error body.

export type UploadErrorCode =
  | 'too-large'
  | 'empty'
  | 'binary'
  | 'unsupported'
  | 'broken'
  | 'bomb'
  | 'encrypted'
  | 'scanned'
  | 'garbled'
  | 'too-much-text'
  | 'too-costly'
  | 'busy'

/** HTTP status of each refusal. */
export const uploadStatus: Readonly<Record<UploadErrorCode, 413 | 415 | 422 | 503>> = {
  'too-large': 413,
  empty: 422,
  binary: 415,
  unsupported: 415,
  broken: 422,
  bomb: 413,
  encrypted: 422,
  scanned: 422,
  garbled: 422,
  'too-much-text': 413,
  'too-costly': 422,
  busy: 503,
}

/** The part of an error that crosses from the reading thread. */
export interface UploadRefusal {
  code: UploadErrorCode
  message: string
  why: string
  who: string
}

export class UploadError extends Error implements UploadRefusal {
  override readonly name = 'UploadError'
  readonly code: UploadErrorCode
  readonly why: string
  readonly who: string

  constructor(refusal: UploadRefusal) {
    super(refusal.message)
    this.code = refusal.code
    this.why = refusal.why
    this.who = refusal.who
  }

  get status(): number {
    return uploadStatus[this.code]
  }

  /** Plain data for `postMessage`. */
  toRefusal(): UploadRefusal {
    return { code: this.code, message: this.message, why: this.why, who: this.who }
  }
}

/** The one line that always helps. */
export const resave = '请在 WPS 另存为 docx 或直接粘贴全文'

/** A refusal that the sender can mend himself. */
export function refuse(code: UploadErrorCode, message: string, why: string): UploadError {
  return new UploadError({ code, message, why, who: '上传人' })
}

export function broken(what: string): UploadError {
  return refuse(
    'broken',
    `${what}打不开，没有读取。`,
    `文件不完整或已损坏。请重新导出后再传；也可以${resave.slice(1)}。`,
  )
}

/** 10,485,760 → "10 MB", 1,234,567 → "1.2 MB". */
export function megabytes(bytes: number): string {
  const value = bytes / 1_048_576
  return `${Number.isInteger(value) ? value : value.toFixed(1)} MB`
}
