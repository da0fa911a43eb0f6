// What must arrive before an official's home page can be used: every script and style, after gzip, of the build that
// lies in packages/web/dist. The build itself enforces the limit; this shows the parts. It says nothing about the time
// to first paint, nor about the styles that antd makes at run time.
import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { firstScreenFiles } from '../packages/web/size-check.ts'

const LIMIT = 420_000
const dist = resolve(import.meta.dirname, '../packages/web/dist')
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Parameters<
  typeof firstScreenFiles
>[0]

const rows = firstScreenFiles(manifest, ['index.html', 'src/home/HomePage.tsx']).map((file) => {
  const bytes = readFileSync(join(dist, file))
  return { file, gzip: gzipSync(bytes, { level: 9 }).length, plain: bytes.length }
})
const kB = (bytes: number): string => (bytes / 1000).toFixed(1)
console.log(`build of ${statSync(join(dist, 'index.html')).mtime.toISOString()}`)
console.log('file | gzip kB | plain kB')
for (const { file, gzip, plain } of rows.sort((a, b) => b.gzip - a.gzip)) {
  console.log(`${file} | ${kB(gzip)} | ${kB(plain)}`)
}
const total = rows.reduce((sum, { gzip }) => sum + gzip, 0)
console.log(`first screen: ${kB(total)} kB gzip in ${rows.length} files, limit ${kB(LIMIT)}`)
process.exitCode = total > LIMIT ? 1 : 0
