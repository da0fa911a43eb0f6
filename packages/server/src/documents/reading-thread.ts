import { readDocument, type ReadOptions } from '@yipanqi/reading'
import { parentPort, workerData } from 'node:worker_threads'

const { text, options } = workerData as { text: string; options: ReadOptions }
parentPort?.postMessage(readDocument(text, options))
