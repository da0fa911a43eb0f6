#!/usr/bin/env node
// The command: runs the bundle, building it first where a fresh clone or a change of the sources asks for it.
import { buildIfStale } from '../../../scripts/build.mjs'

await buildIfStale({ web: process.argv[2] === 'serve' })
await import('../dist/main.js')
