// The review screen with a report of 50,000 characters and 300 matters, in a real Chromium at full speed: are there
// tasks that hold the page longer than 100 ms? It opens the page, scrolls both sides, goes to the next draft 50 times,
// saves a field, changes the role of a sentence. It proves nothing about slower machines; run it there.
import { existsSync } from 'node:fs'
import { chromium, type Page } from 'playwright-core'
import { startServer } from '../e2e/server.ts'
import { longReport } from './long-report.ts'

const LIMIT = 100
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
if (!existsSync(executablePath)) throw new Error(`no ${executablePath}: set CHROMIUM`)

interface Step {
  readonly name: string
  readonly tasks: number[]
  readonly seconds: number
}

const server = await startServer()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
try {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const headers = { Origin: server.url }
  const login = await context.request.post('/api/v1/sessions', {
    data: { account: 'chenlan', password: server.passwords['chenlan'] },
    headers,
  })
  if (!login.ok()) throw new Error(`login ${login.status()}`)
  const text = longReport()
  const began = performance.now()
  const made = await context.request.post('/api/v1/documents', {
    data: { text, scope: 'internal', declarer: '陈岚' },
    headers,
  })
  if (!made.ok()) throw new Error(`upload ${made.status()} ${await made.text()}`)
  const document = (await made.json()) as { id: number; matters: unknown[]; sentences: unknown[] }
  console.log(
    `${text.length} characters, ${document.sentences.length} sentences, ${document.matters.length} matters; read and stored in ${(performance.now() - began).toFixed(0)} ms`,
  )
  const page = await context.newPage()
  await page.addInitScript(`window.__long = []; new PerformanceObserver((list) => {
    for (const e of list.getEntries()) window.__long.push(Math.round(e.duration)) }).observe({ type: 'longtask', buffered: true })`)
  // The home page first, as a clerk comes: what the shell itself costs is not the review's.
  await page.goto('/')
  await page.getByRole('navigation').first().waitFor()
  await page.locator(`a[href="/documents/${document.id}"]`).first().waitFor()
  await page.waitForTimeout(1500)
  const steps: Step[] = []
  const step = async (name: string, work: () => Promise<void>): Promise<void> => {
    await page.evaluate('window.__long = []')
    const start = performance.now()
    await work()
    await page.waitForTimeout(700)
    const tasks = ((await page.evaluate('window.__long')) as number[]).toSorted((a, b) => b - a)
    steps.push({ name, tasks, seconds: (performance.now() - start - 700) / 1000 })
  }
  await step('open the review', async () => {
    await page.locator(`a[href="/documents/${document.id}"]`).first().click()
    await page.locator('.editor-foot').waitFor()
    await page
      .locator('.draft')
      .nth(document.matters.length - 1)
      .waitFor({ state: 'attached' })
  })
  await step('scroll the paper to its end', () => scroll(page, 300))
  await step('scroll the list to its end', () => scroll(page, 1100))
  await step('next draft, 50 times', async () => {
    for (let n = 0; n < 50; n += 1) {
      await page.keyboard.press('j')
      await page.waitForTimeout(60)
    }
    await page.locator('.draft').nth(50).locator('.editor-foot').waitFor()
  })
  await step('reasons of one draft', () => page.keyboard.press('w'))
  await step('save a field', async () => {
    const field = page.getByLabel('完成标志', { exact: true })
    await field.fill('统计入库名单和现场照片')
    await field.press('Enter')
    await page.locator('.editor-saved', { hasText: /^已存$/ }).waitFor()
  })
  await step('change the role of a sentence', async () => {
    await page.keyboard.press('b')
    await page.locator('.toast', { hasText: '已改为背景' }).waitFor()
  })
  console.log('step | s | tasks over 50 ms | longest ms')
  for (const { name, tasks, seconds } of steps) {
    console.log(`${name} | ${seconds.toFixed(1)} | ${tasks.length} | ${tasks[0] ?? '–'}`)
  }
  const longest = Math.max(0, ...steps.flatMap((s) => s.tasks))
  console.log(`longest task ${longest} ms, limit ${LIMIT} ms`)
  process.exitCode = longest > LIMIT ? 1 : 0
} finally {
  await browser.close()
  await server.stop()
}

async function scroll(page: Page, x: number): Promise<void> {
  await page.mouse.move(x, 500)
  for (let n = 0; n < 60; n += 1) {
    await page.mouse.wheel(0, 1500)
    await page.waitForTimeout(30)
  }
}
