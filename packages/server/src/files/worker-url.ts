/**
 * Where the reading thread's code is: the bundle beside ours (`dist/read-worker.js`, an entry of the build), or,
 * when we run from source under tsx or vitest, the small file that loads TypeScript first.
 */
export function workerUrl(): URL {
  const name = import.meta.url.endsWith('.ts') ? './read-worker-boot.mjs' : './read-worker.js'
  return new URL(name, import.meta.url)
}
