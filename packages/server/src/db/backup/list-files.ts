import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isSafePath } from './archive-reader.ts'
import { BackupError } from './backup-error.ts'

/** Uploads that are still on their way. */
const unfinished = /\.(new|part|tmp)$/

/** Paths of all finished files below a folder, folder by folder; nothing where there is no folder. */
export async function* listFiles(folder: string, below = ''): AsyncGenerator<string> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || unfinished.test(entry.name)) continue
    const path = below ? `${below}/${entry.name}` : entry.name
    if (entry.isDirectory()) yield* listFiles(folder, path)
    else if (!entry.isFile() || !isSafePath(path)) throw new BackupError('files', `附件文件夹里有不该有的东西：${path}`)
    else yield path
  }
}
