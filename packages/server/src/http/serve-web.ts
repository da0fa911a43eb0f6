import type { OpenAPIHono } from '@hono/zod-openapi'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { packageRoot } from '../package-root.ts'
import type { Vars } from './context.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.ico': 'image/x-icon',
}

interface Asset {
  readonly body: Buffer
  readonly br: Buffer | null
  readonly gzip: Buffer | null
}

/** The built web app. Any path that is no file is the app's own (its router shows it); assets are cached for ever. */
export function serveWeb(app: OpenAPIHono<Vars>, folder = join(packageRoot(), '..', 'web', 'dist')): void {
  const kept = new Map<string, Asset>()
  const load = (path: string): Asset | null => {
    const known = kept.get(path)
    if (known) return known
    const file = join(folder, path)
    if (!file.startsWith(folder) || extname(path) === '' || !existsSync(file)) return null
    const body = readFileSync(file)
    const small = !/\.(png|woff2)$/.test(path) && body.length > 1024
    const asset: Asset = {
      body,
      br: small ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }) : null,
      gzip: small ? gzipSync(body) : null,
    }
    kept.set(path, asset)
    return asset
  }

  app.get('*', (c) => {
    const path = normalize(decodeURIComponent(c.req.path)).replace(/^\/+/, '')
    const asset = path === 'index.html' ? null : load(path)
    // A missing file is missing: a page in its place would be taken for a script.
    if (!asset && extname(path) !== '' && path !== 'index.html') return c.text('没有这个文件', 404)
    if (!asset) {
      const page = load('index.html')
      if (!page) return c.text('网页还没有构建：请运行 npm run build', 503)
      return c.html(page.body.toString('utf8').replaceAll('__NONCE__', c.get('nonce')), 200, {
        'Cache-Control': 'no-cache',
      })
    }
    const accepts = c.req.header('Accept-Encoding') ?? ''
    const coding = accepts.includes('br') && asset.br ? 'br' : accepts.includes('gzip') && asset.gzip ? 'gzip' : null
    const body = coding === 'br' ? asset.br : coding === 'gzip' ? asset.gzip : asset.body
    return c.body(new Uint8Array(body ?? asset.body), 200, {
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      'Cache-Control': path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      Vary: 'Accept-Encoding',
      ...(coding ? { 'Content-Encoding': coding } : {}),
    })
  })
}
