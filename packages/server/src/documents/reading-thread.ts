import { parentPort, workerData } from 'node:worker_threads'
import type { CountyReading } from './read-in-thread.ts'
import { readWithDays } from './read-with-days.ts'

const { text, options } = workerData as { text: string; options: CountyReading }
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(readWithDays(text, options))
