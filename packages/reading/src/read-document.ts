import type { ReadOptions, Reading } from './types.ts'

/** Reads a document: see `Reading` for the shape. Pure and total: never throws on any string. */
export function readDocument(text: string, options: ReadOptions = {}): Reading {
  return {
    document: { title: options.title ?? '', date: options.date ?? null, kind: '其他', text },
    outline: [],
    sentences: [],
    matters: [],
    coverage: { obligations: 0, covered: 0, refused: [] },
  }
}
