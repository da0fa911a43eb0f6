import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { sizeCheck } from './size-check.ts'

// `SERVER` points the development server at a running product (`yipanqi serve`): the API then answers for real.
const server = process.env['SERVER'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  base: '/',
  plugins: [react(), sizeCheck({ entry: 'index.html', home: 'src/home/HomePage.tsx', limit: 420_000 })],
  build: {
    target: 'chrome109',
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    // The nonce of the page goes onto script and style elements only; preload links are same-origin.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { port: 5199, proxy: { '/api': { target: server } } },
})
