// Reading is pure and quick; a very long text is read in a thread so that the server answers meanwhile.
import type { CalendarExtra } from '@yipanqi/base'
import type { ReadOptions, Reading } from '@yipanqi/reading'
import { Worker } from 'node:worker_threads'
import { Fault } from '../http/fault.ts'
import { readWithDays } from './read-with-days.ts'

/** Some 50 ms of reading: below that a thread costs more than it saves. */
const inline = 40_000
const milliseconds = 30_000

export interface CountyReading extends Omit<ReadOptions, 'calendar'> {
  /** The days that the county added to the published arrangement (`loadCountyDays`). */
  readonly days: CalendarExtra
}

export async function readInThread(text: string, options: CountyReading): Promise<Reading> {
  if (text.length <= inline) return readWithDays(text, options)
  return new Promise<Reading>((resolve, reject) => {
    const worker = new Worker(threadUrl(), {
      workerData: { text, options },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    const settle = (done: () => void) => {
      clearTimeout(timer)
      void worker.terminate()
      done()
    }
    const timer = setTimeout(
      () =>
        settle(() =>
          reject(new Fault(422, 'too-slow', '这份文件读了 30 秒还没有读完', { why: '请只留正文，或分成几份上传' })),
        ),
      milliseconds,
    )
    worker.once('message', (reading: Reading) => settle(() => resolve(reading)))
    worker.once('error', (error) => settle(() => reject(error)))
  })
}

/** The bundle beside ours, or from source the small file that loads TypeScript first (as files/worker-url.ts). */
function threadUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './reading-thread-boot.mjs' : './reading-thread.js', import.meta.url)
}
