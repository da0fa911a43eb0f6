// Makes docs/images/living-document.png from the running product: `node scripts/picture.mjs`. A sample county of its
// own on a free port, the dispatcher logs in, the issued speech is opened.
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { smallerPng } from './smaller-png.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'docs/images/living-document.png')
const most = 300_000
const folder = mkdtempSync(join(tmpdir(), 'yipanqi-picture-'))
// The embedded database runs under a user of its own, who must reach the folder.
chmodSync(folder, 0o755)
const server = spawn(
  process.execPath,
  [join(root, 'packages/server/bin/yipanqi.js'), 'serve', '--sample', '--port', '0', '--data', join(folder, 'data')],
  { stdio: ['ignore', 'pipe', 'inherit'] },
)

try {
  const { url, account, password } = await listening()
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const signedIn = await page.request.post(`${url}/api/v1/sessions`, { data: { account, password } })
  if (!signedIn.ok()) throw new Error(`login: ${signedIn.status()}`)
  const documents = await (await page.request.get(`${url}/api/v1/documents?state=issued&limit=50`)).json()
  const speech = documents.items.find((d) => d.title.includes('讲话')) ?? documents.items[0]
  await page.goto(`${url}/documents/${speech.id}`)
  await page.getByText(speech.title).first().waitFor()
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.evaluate(() => document.fonts.ready)
  // Down to where sentences oblige somebody: the greeting carries no lights.
  await page.mouse.move(400, 500)
  await page.mouse.wheel(0, 760)
  await page.waitForTimeout(500)
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, smallerPng(await page.screenshot()))
  await browser.close()
  const { size } = statSync(out)
  console.log(`${out} ${Math.round(size / 1000)} kB`)
  if (size > most) throw new Error(`the picture is over ${most / 1000} kB`)
} finally {
  server.kill('SIGTERM')
  await new Promise((settle) => (server.exitCode === null ? server.once('exit', settle) : settle()))
  rmSync(folder, { recursive: true, force: true })
}

/** Waits for the lines that say who can log in and where. */
function listening() {
  return new Promise((settle, reject) => {
    let printed = ''
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    server.stdout.on('data', (chunk) => {
      printed += chunk
      const url = /^listening (http:\S+)$/m.exec(printed)?.[1]
      if (!url) return
      const [, account, password] = /^account (\S+) (\S+) dispatcher$/m.exec(printed) ?? []
      settle({ url, account, password })
    })
  })
}
