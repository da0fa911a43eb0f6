import { parentPort, workerData } from 'node:worker_threads'
import { buffersOf, packRows } from './pack-rows.ts'
import { listSheets, readHead, readSheet } from './read-sheet.ts'
import { asRefusal } from './refusals.ts'
import type { FromThread, SheetTask } from './thread-messages.ts'

// One thread reads one file once and ends: what a hostile file leaves behind goes with it.

function send(message: FromThread, transfer: ArrayBuffer[] = []): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  parentPort?.postMessage(message, transfer)
}

/** Batches that the reader has asked for and not got, and the one that waits to be asked for. */
let asked = 0
let wake: (() => void) | null = null
parentPort?.on('message', () => {
  if (!wake) asked++
  wake?.()
  wake = null
})

async function untilAsked(): Promise<void> {
  if (asked > 0) asked--
  else {
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
}

async function run(task: SheetTask): Promise<void> {
  if (task.kind === 'list') return send({ result: await listSheets(task.path, task.options) })
  if (task.kind === 'head') return send({ result: await readHead(task.path, task.options, task.count) })
  for await (const batch of readSheet(task.path, task.options)) {
    await untilAsked()
    const packed = packRows(batch)
    send({ batch: packed }, buffersOf(packed))
  }
  send({ end: true })
}

await run(workerData as SheetTask).catch((error: unknown) => send({ refusal: asRefusal(error).toRefusal() }))
parentPort?.close()
