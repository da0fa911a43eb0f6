import { readFileSync } from 'node:fs'

/** The text of a sample document, as it lies beside this file. */
export const readText = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
