/** Why a backup or restore was refused; the message is for the operator, in Chinese. Nothing was changed. */
export type BackupErrorCode = 'exists' | 'damaged' | 'unknown-format' | 'other-version' | 'not-empty' | 'files'

export class BackupError extends Error {
  readonly code: BackupErrorCode

  constructor(code: BackupErrorCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}
