import { join } from 'node:path'
import { readOrMakeKey } from '../key-file.ts'

/** The key that wraps every subject's key: `<dataDir>/keys/master.key`, made on first use, 0600, in no backup. */
export function readMasterKey(dataDir: string): Buffer {
  return readOrMakeKey(join(dataDir, 'keys', 'master.key'))
}

/** Where erasures are recorded: beside the keys, since it must survive the loss of the database. */
export function erasuresFile(dataDir: string): string {
  return join(dataDir, 'keys', 'erased.jsonl')
}
