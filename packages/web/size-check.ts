import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

interface Chunk {
  file: string
  imports?: string[]
  css?: string[]
}

export interface SizeCheck {
  /** Manifest keys: the page itself and the lazily loaded home, which together are the first screen. */
  entry: string
  home: string
  /** Bytes after gzip. */
  limit: number
}

/** All files that must arrive before the home page can be used: both chunks and what they import statically. */
export function firstScreenFiles(manifest: Record<string, Chunk>, roots: string[]): string[] {
  const files = new Set<string>()
  const seen = new Set<string>()
  const visit = (key: string): void => {
    if (seen.has(key)) return
    seen.add(key)
    const chunk = manifest[key]
    if (!chunk) throw new Error(`not in the build: ${key}`)
    files.add(chunk.file)
    for (const css of chunk.css ?? []) files.add(css)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const root of roots) visit(root)
  return [...files]
}

/** Prints the gzip size of the first screen and fails the build over the limit (design: officials' app ≤ 420 kB). */
export function sizeCheck({ entry, home, limit }: SizeCheck): Plugin {
  let out = 'dist'
  return {
    name: 'yipanqi-size-check',
    apply: 'build',
    configResolved(config) {
      out = resolve(config.root, config.build.outDir)
    },
    async closeBundle() {
      const manifest = JSON.parse(await readFile(join(out, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
      let total = 0
      for (const file of firstScreenFiles(manifest, [entry, home])) {
        total += gzipSync(await readFile(join(out, file)), { level: 9 }).length
      }
      const line = `first screen: ${(total / 1000).toFixed(1)} kB gzip of ${limit / 1000} kB`
      if (total > limit) throw new Error(`${line}: too big`)
      this.info(line)
    },
  }
}
