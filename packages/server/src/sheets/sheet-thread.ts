import { Worker } from 'node:worker_threads'
import { UploadError } from '../files/upload-error.ts'
import { defaultSheetLimits } from './limits.ts'
import { costly } from './refusals.ts'
import type { FromThread, SheetTask } from './thread-messages.ts'

/** One thread at work on one file, told as a row of messages that can be waited for. */
export interface SheetThread {
  /** @throws UploadError its refusal, or `too-costly` for time and memory; the signal's reason when it was called off */
  next(): Promise<Exclude<FromThread, { refusal: unknown }>>
  /** Asks for one more batch. */
  ask(): void
  close(): Promise<void>
}

/** The bundle beside ours, or from source the small file that loads TypeScript first (as files/worker-url.ts). */
function threadUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './sheet-worker-boot.mjs' : './sheet-worker.js', import.meta.url)
}

/**
 * The thread has its own heap limit; what it keeps outside the heap is bounded by the reader itself (`maxSharedBytes`,
 * one chunk, one batch). Its time is what we wait for it, so that a slow writer behind us is not held against the file.
 */
export function startSheetThread(task: SheetTask, signal?: AbortSignal): SheetThread {
  signal?.throwIfAborted()
  const limits = { ...defaultSheetLimits, ...task.options.limits }
  const worker = new Worker(threadUrl(), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 },
    // What libraries print goes nowhere: it may quote the file.
    stdout: true,
    stderr: true,
    env: {},
  })
  const arrived: FromThread[] = []
  const failures: unknown[] = []
  let wake: (() => void) | null = null
  let left = limits.timeoutMs

  const fail = (error: unknown) => {
    failures.push(error)
    wake?.()
  }
  const abort = () => fail(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  worker.on('message', (message: FromThread) => {
    arrived.push(message)
    wake?.()
  })
  worker.once('error', (error: Error & { code?: string }) =>
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? costly('内存') : error),
  )
  worker.once('exit', () => fail(costly('内存')))

  async function wait(): Promise<void> {
    const began = performance.now()
    // A timer that comes due while we were busy ourselves lets waiting messages in first.
    const timer = setTimeout(() => setImmediate(() => arrived.length === 0 && fail(costly('时间'))), left)
    await new Promise<void>((resolve) => {
      wake = resolve
    })
    wake = null
    clearTimeout(timer)
    left = Math.max(1, left - (performance.now() - began))
  }

  return {
    async next() {
      while (arrived.length === 0 && failures.length === 0) await wait()
      signal?.throwIfAborted()
      const message = arrived.shift()
      // What was sent before the thread ended still counts.
      if (!message) throw failures[0]
      if ('refusal' in message) throw new UploadError(message.refusal)
      return message
    },
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    ask: () => worker.postMessage(null),
    async close() {
      signal?.removeEventListener('abort', abort)
      await worker.terminate()
    },
  }
}
