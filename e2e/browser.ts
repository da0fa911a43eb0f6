// Chromium for the journeys: a page is opened by role and size, and whatever goes wrong behind its back (console
// errors, exceptions, refusals of the content security policy) fails the test that opened it.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest'
import { troubles } from './server.ts'

export const desk = { width: 1440, height: 900 } as const
export const phone = { width: 375, height: 812 } as const
export type Size = typeof desk | typeof phone

/** People of the sample county by what they do here. */
export const people = {
  dispatcher: 'chenlan',
  party: 'tangjing',
  government: 'yuebo',
  secretaryGeneral: 'guchangchuan',
  viceMayor: 'zhouheng',
  secretary: 'qinyue',
  fagaiHead: 'mengqinghe',
  fagaiLiaison: 'suxiaoyu',
  gongxinHead: 'weiguodong',
  gongxinLiaison: 'jiangnan',
  jinrongHead: 'kongweimin',
  jinrongLiaison: 'tianmiao',
  nongyeHead: 'fangxiuying',
  zhujianHead: 'cuijianguo',
  zhujianLiaison: 'pengchao',
  townshipHead: 'leidahe',
  townshipLiaison: 'caixiaoman',
  assessor: 'shaowen',
  admin: 'xitongyuan',
  security: 'anquanyuan',
  auditor: 'shenjiyuan',
  /** The dispatcher of the second county. */
  neighbour: 'yz-luyao',
} as const
export type Person = keyof typeof people

interface Watched {
  readonly page: Page
  readonly name: string
  readonly faults: string[]
  readonly allowed: RegExp[]
}

export interface OpenOptions {
  /** Runs in every page before its own scripts. */
  readonly init?: string
  /** Only for injecting axe: the policy would refuse a foreign script. */
  readonly bypassCSP?: boolean
}

export interface Scene {
  /** A page of this person, logged in (through the login page the first time), standing on `path` (null: nowhere yet). */
  open: (person: Person, size: Size, path?: string | null, options?: OpenOptions) => Promise<Page>
  /** A page of nobody. */
  stranger: (size: Size, path: string, options?: OpenOptions) => Promise<Page>
  /** Console errors that a test brings about on purpose, such as a refusal of the server. */
  allow: (page: Page, pattern: RegExp) => void
}

/**
 * Call once at the head of a test file. `chain`: the tests are one journey, so that after a failure the rest is
 * skipped; pages stay open from one test to the next. Otherwise each test's pages are closed after it.
 */
export function scene({ chain = false } = {}): Scene {
  const stage = inject('stage')
  let browser: Browser
  let watched: Watched[] = []
  let broken = false

  beforeAll(async () => {
    browser = await chromium.connect(stage.browser)
  })
  beforeEach((context) => {
    if (chain && broken) context.skip('前一步没有走通')
  })
  afterEach(async ({ task }) => {
    const failed = task.result?.state === 'fail'
    const faults = watched.flatMap((w) => w.faults.splice(0).map((fault) => `${w.name}: ${fault}`))
    if (failed || faults.length > 0) {
      broken = true
      await takePictures(task.name)
      const log = troubles(stage.log)
      if (log) console.log(`— 服务日志 —\n${log}`)
    }
    if (!chain) await closePages()
    if (!failed) expect(faults, '页面背后的错误').toEqual([])
  })
  afterAll(async () => {
    await closePages()
    await browser?.close()
  })

  async function takePictures(name: string): Promise<void> {
    for (const [index, { page, name: who }] of watched.entries()) {
      if (page.isClosed()) continue
      const path = join(stage.pictures, `${name.replaceAll(/[\s/\\]+/g, '-').slice(0, 60)}-${index}-${who}.png`)
      await page.screenshot({ path, timeout: 5_000 }).catch(() => undefined)
      // What a screen reader finds, beside what an eye sees.
      const heard = await page
        .locator('body')
        .ariaSnapshot({ timeout: 5_000 })
        .catch(() => '')
      writeFileSync(path.replace(/png$/, 'txt'), heard)
      console.log(`截图 ${path}  ${page.url()}`)
    }
  }

  async function closePages(): Promise<void> {
    const contexts = new Set(watched.map((w) => w.page.context()))
    watched = []
    for (const context of contexts) await context.close().catch(() => undefined)
  }

  async function newPage(name: string, size: Size, state: string | null, options: OpenOptions): Promise<Page> {
    const context: BrowserContext = await browser.newContext({
      baseURL: stage.url,
      viewport: size,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      ...(size === phone ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
      ...(options.bypassCSP ? { bypassCSP: true } : {}),
      ...(state ? { storageState: state } : {}),
    })
    context.setDefaultTimeout(15_000)
    if (options.init) await context.addInitScript(options.init)
    const page = await context.newPage()
    const entry: Watched = { page, name, faults: [], allowed: [] }
    watched.push(entry)
    const fault = (text: string): void => {
      if (!entry.allowed.some((pattern) => pattern.test(text))) entry.faults.push(text)
    }
    page.on('pageerror', (error) => fault(`exception ${error.message}\n${error.stack ?? ''}`))
    page.on('console', (message) => {
      if (message.type() !== 'error') return
      const { url } = message.location()
      fault(`console ${message.text()} ${url}`)
    })
    return page
  }

  return {
    open: async (person, size, path = '/', options = {}) => {
      const account = people[person]
      const state = join(stage.states, `${account}.json`)
      const known = existsSync(state)
      const page = await newPage(person, size, known ? state : null, options)
      if (!known) {
        await logIn(page, account, stage.passwords[account] ?? '')
        await page.context().storageState({ path: state })
      }
      if (path !== null && (known || path !== '/')) await page.goto(path)
      return page
    },
    stranger: async (size, path, options = {}) => {
      const page = await newPage('stranger', size, null, options)
      await page.goto(path)
      return page
    },
    allow: (page, pattern) => {
      watched.find((w) => w.page === page)?.allowed.push(pattern)
    },
  }
}

/** Through the login page, as a person does. */
export async function logIn(page: Page, account: string, password: string): Promise<void> {
  // The question who is here is answered 401 before anybody is.
  if (!page.url().includes('/login')) await page.goto('/login')
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('navigation').first().waitFor()
}

export const passwordOf = (person: Person): string => inject('stage').passwords[people[person]] ?? ''
