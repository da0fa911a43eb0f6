import { createHmac } from 'node:crypto'
import { join, resolve } from 'node:path'
import { appendLine } from '../append-line.ts'
import { readOrMakeKey } from '../key-file.ts'

/** Where the sealing key lies and where heads are kept, null for the default places. */
export interface SealPlaces {
  readonly dataDir: string
  readonly sealKeyFile: string | null
  readonly sealHeadsFile: string | null
}

/** The sealing key, made on first use: `<dataDir>/keys/seal.key` unless configured. In no backup. */
export function readSealKey(places: SealPlaces): Buffer {
  return readOrMakeKey(places.sealKeyFile ?? join(places.dataDir, 'keys', 'seal.key'))
}

/** `<dataDir>-seal-heads.jsonl`, beside the data folder: who rewrites the data has not yet rewritten the heads. */
export function sealHeadsFile(places: SealPlaces): string {
  return places.sealHeadsFile ?? `${resolve(places.dataDir)}-seal-heads.jsonl`
}

/** The `appendHead` that `sealCounty` wants. */
export function headAppender(places: SealPlaces): (line: string) => void {
  const file = sealHeadsFile(places)
  return (line) => appendLine(file, line)
}

/** Tells keys apart without telling them: 16 hex digits in front of every mac. */
export function sealKeyId(key: Uint8Array): string {
  return createHmac('sm3', key).update('yipanqi/seal/id').digest('hex').slice(0, 16)
}
