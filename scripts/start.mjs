// `npm start`: everything from a fresh clone to a running sample county. In this process, so that Ctrl-C reaches it.
import { installIfNeeded } from './install.mjs'

installIfNeeded()
const { buildIfStale } = await import('./build.mjs')
await buildIfStale()
process.argv.splice(2, 0, 'serve', '--sample')
await import('../packages/server/dist/main.js')
