import { Worker } from 'node:worker_threads'
import { checkSize } from './check-size.ts'
import { defaultLimits, type ReadLimits, type ReadResult } from './limits.ts'
import { resave, refuse, UploadError, type UploadRefusal } from './upload-error.ts'
import { workerUrl } from './worker-url.ts'

/** Two readers at once leave a two-core county server one core to answer with most of the time. */
const maxRunning = 2
const maxWaiting = 32
const watchEveryMs = 100

let running = 0
const waiting: (() => void)[] = []

/**
 * Reads an upload of any origin into text, in a thread with its own memory and time limits; the caller's event
 * loop stays free. At most two files are read at a time, the others wait.
 * @param bytes the file as sent; not changed, copied once
 * @param fileName as the sender called it; only for wording, the content decides the format
 * @param worker another thread's code (tests)
 * @throws UploadError with a Chinese message, the reason and the way out, and an HTTP `status`
 */
export async function readUpload(
  bytes: Uint8Array,
  fileName: string,
  limits: Partial<ReadLimits> = {},
  worker: URL = workerUrl(),
): Promise<ReadResult> {
  const all = { ...defaultLimits, ...limits }
  checkSize(bytes, all)
  await takeTurn()
  try {
    return await runThread(bytes, fileName, all, worker)
  } finally {
    const next = waiting.shift()
    // A turn is handed on, not given back: otherwise a newcomer could slip in between.
    if (next) next()
    else running--
  }
}

async function takeTurn(): Promise<void> {
  if (running >= maxRunning) {
    if (waiting.length >= maxWaiting)
      throw refuse('busy', '正在读的文件太多，暂时没有读取。', '同时上传的人较多。请过一分钟再传，内容没有丢。')
    await new Promise<void>((resolve) => waiting.push(resolve))
    return
  }
  running++
}

type Answer = { result: ReadResult } | { refusal: UploadRefusal }

function runThread(bytes: Uint8Array, fileName: string, limits: ReadLimits, url: URL): Promise<ReadResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, {
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      // What libraries print goes nowhere: it may quote the file.
      stdout: true,
      stderr: true,
      env: {},
    })
    const before = process.memoryUsage.rss()
    const watch = setInterval(() => {
      // Buffers are not part of a thread's heap limit; only the whole process shows them.
      if (process.memoryUsage.rss() - before > limits.processGrowthMb * 1_048_576)
        settle(() => reject(tooCostly('内存')))
    }, watchEveryMs)
    const timer = setTimeout(() => settle(() => reject(tooCostly('时间'))), limits.timeoutMs)

    let settled = false
    async function settle(done: () => void): Promise<void> {
      if (settled) return
      settled = true
      clearInterval(watch)
      clearTimeout(timer)
      // The turn is handed on when the thread is really gone, not when it was told to go.
      await worker.terminate()
      done()
    }
    worker.once('message', (answer: Answer) =>
      settle(() => ('result' in answer ? resolve(answer.result) : reject(new UploadError(answer.refusal)))),
    )
    worker.once('error', (error: Error & { code?: string }) =>
      settle(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooCostly('内存') : error)),
    )
    worker.once('exit', () => settle(() => reject(tooCostly('内存'))))
    // Not `slice`: on a Buffer that shares the memory which the transfer takes away.
    const copy = new Uint8Array(bytes)
    worker.postMessage({ bytes: copy, fileName, limits }, [copy.buffer])
  })
}

function tooCostly(what: '内存' | '时间'): UploadError {
  return refuse(
    'too-costly',
    '文件读到一半停下了，没有读取。',
    `读它占用的${what}超过上限，文件可能太复杂或被动过手脚。${resave}。`,
  )
}
