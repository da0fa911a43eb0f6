import { readDocument, type ReadOptions } from '@yipanqi/reading'
import { parentPort, workerData } from 'node:worker_threads'

const { text, options } = workerData as { text: string; options: ReadOptions }
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(readDocument(text, options))
