// What servers call: the same as read-sheet.ts, in a thread with limits on memory and time, so that a hostile file
// harms nobody and /health answers meanwhile.
import { refuse } from '../files/upload-error.ts'
import { unpackRows } from './pack-rows.ts'
import { startSheetThread } from './sheet-thread.ts'
import type { SheetTask } from './thread-messages.ts'
import type { ReadOptions, SheetHead, SheetInfo, SheetRow } from './types.ts'

export interface ThreadOptions extends ReadOptions {
  /** Ends the thread; the reader then gets the signal's reason. */
  readonly signal?: AbortSignal
}

/** Batches that are made while the reader works on the one before. */
const ahead = 2
const maxRunning = 2
const maxWaiting = 32

let running = 0
const waiting: (() => void)[] = []

/** As `listSheets`, in a thread. */
export async function listSheetsInThread(path: string, options: ThreadOptions = {}): Promise<SheetInfo[]> {
  return (await once({ kind: 'list', path, options: plain(options) }, options.signal)) as SheetInfo[]
}

/** As `readHead`, in a thread. */
export async function readHeadInThread(path: string, options: ThreadOptions = {}, count = 50): Promise<SheetHead> {
  return (await once({ kind: 'head', path, options: plain(options), count }, options.signal)) as SheetHead
}

/**
 * As `readSheet`, in a thread, at most three batches ahead of its reader. How many files are read at once is the
 * caller's to bound (imports are jobs of a queue). Leaving the loop ends the thread.
 * @throws UploadError while iterating; nothing of a file counts before its end is reached
 */
export async function* readSheetInThread(path: string, options: ThreadOptions = {}): AsyncGenerator<SheetRow[]> {
  const thread = startSheetThread({ kind: 'read', path, options: plain(options) }, options.signal)
  try {
    for (let batch = 0; batch < ahead; batch++) thread.ask()
    for (;;) {
      thread.ask()
      const message = await thread.next()
      if (!('batch' in message)) return
      yield unpackRows(message.batch)
    }
  } finally {
    await thread.close()
  }
}

/** A signal cannot cross into a thread. */
function plain({ sheet, name, limits }: ThreadOptions): ReadOptions {
  return { sheet, name, limits }
}

async function once(task: SheetTask, signal: AbortSignal | undefined): Promise<SheetInfo[] | SheetHead> {
  await takeTurn()
  try {
    const thread = startSheetThread(task, signal)
    try {
      const message = await thread.next()
      if (!('result' in message)) throw new Error('a thread that was asked once answered something else')
      return message.result
    } finally {
      await thread.close()
    }
  } finally {
    // A turn is handed on, not given back: otherwise a newcomer could slip in between.
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

async function takeTurn(): Promise<void> {
  if (running < maxRunning) {
    running++
    return
  }
  if (waiting.length >= maxWaiting)
    throw refuse('busy', '正在读的表格太多，暂时没有读取。', '同时上传的人较多。请过一分钟再传，内容没有丢。')
  await new Promise<void>((resolve) => waiting.push(resolve))
}
