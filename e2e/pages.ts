// Every page of every role at both sizes: what the checks that concern all of them walk over.
import type { Page } from 'playwright-core'
import type { Person } from './browser.ts'
import { read } from './steps.ts'

export interface Place {
  readonly who: Person | null
  readonly name: string
  /** Brings the page to where it is looked at. */
  readonly go: (page: Page) => Promise<void>
}

const to =
  (path: string) =>
  async (page: Page): Promise<void> => {
    await page.goto(path)
  }

async function document(page: Page, state: string): Promise<number> {
  const { items } = await read<{ items: { id: number }[] }>(page, `/documents?state=${state}&limit=5`)
  if (!items[0]) throw new Error(`没有 ${state} 的文件`)
  return items[0].id
}
async function matter(page: Page, query: string): Promise<number> {
  const { items } = await read<{ items: { id: number }[] }>(page, `/matters?${query}&limit=1`)
  if (!items[0]) throw new Error(`没有符合 ${query} 的事项`)
  return items[0].id
}
const living = async (page: Page): Promise<void> => {
  await page.goto(`/documents/${await document(page, 'issued')}`)
  await page.locator('.sheet').waitFor()
}
const consulting = async (page: Page): Promise<void> => {
  await page.goto(`/documents/${await document(page, 'consulting')}`)
  await page.locator('h1').first().waitFor()
}

export const places: readonly Place[] = [
  { who: null, name: '登录', go: to('/login') },
  { who: null, name: '首次设密码', go: to('/first-password') },
  { who: 'dispatcher', name: '首页', go: to('/') },
  { who: 'dispatcher', name: '文件', go: to('/documents') },
  {
    who: 'dispatcher',
    name: '上传',
    go: async (page) => {
      await page.goto('/documents/new')
      await page.getByText('内部（不公开）').click()
    },
  },
  { who: 'dispatcher', name: '采纳情况表', go: consulting },
  {
    who: 'dispatcher',
    name: '拟稿',
    go: async (page) => {
      await consulting(page)
      await page.getByRole('button', { name: /^拟稿 \d+ 项$/ }).click()
      await page.locator('.editor-foot').first().waitFor()
    },
  },
  {
    who: 'dispatcher',
    name: '活文件',
    go: async (page) => {
      await living(page)
      const list = page.getByRole('button', { name: /^清单 \d+$/ })
      if (await list.isVisible()) await list.click()
      await page.locator('.m-main').first().click()
      await page.locator('.verdict').first().waitFor()
    },
  },
  { who: 'dispatcher', name: '清单', go: to('/matters') },
  {
    who: 'dispatcher',
    name: '事项',
    go: async (page) => {
      await page.goto(`/matters/${await matter(page, 'light=yellow')}`)
      await page.getByRole('button', { name: '看算式' }).click()
    },
  },
  {
    who: 'dispatcher',
    name: '抽屉',
    go: async (page) => {
      await page.goto(`/matters?matter=${await matter(page, 'light=red')}`)
      await page.locator('.ant-drawer .panel').waitFor()
    },
  },
  {
    who: 'dispatcher',
    name: '查找',
    go: async (page) => {
      await page.goto('/')
      await page
        .getByRole('button', { name: /^(找事项|查找)/ })
        .filter({ visible: true })
        .click()
      await page.getByLabel('查找事项和文件').fill('项目')
      await page.locator('.palette-hit').nth(2).waitFor()
    },
  },
  { who: 'fagaiHead', name: '首页', go: to('/') },
  { who: 'fagaiHead', name: '答复', go: consulting },
  {
    who: 'gongxinLiaison',
    name: '报进展',
    go: async (page) => {
      const { unit } = await read<{ unit: { id: number } }>(page, '/me')
      const { items } = await read<{ items: { id: number; lead: { id: number } }[] }>(
        page,
        `/matters?unit=${unit.id}&state=under-way&limit=50`,
      )
      await page.goto(`/matters/${items.find((m) => m.lead.id === unit.id)?.id}`)
      await page.getByRole('button', { name: '报进展' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { who: 'gongxinLiaison', name: '首页', go: to('/') },
  { who: 'townshipLiaison', name: '首页', go: to('/') },
  { who: 'government', name: '首页', go: to('/') },
  { who: 'viceMayor', name: '首页', go: to('/') },
  { who: 'viceMayor', name: '活文件', go: living },
  { who: 'assessor', name: '首页', go: to('/') },
  { who: 'admin', name: '首页', go: to('/') },
]

/** Nothing is loading any more: no question under way and no waiting words on the page. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1, h2, form').first().waitFor()
  await page.waitForFunction('!document.querySelector(".waiting, .why-wait, .verify-wait, .editor-wait")')
  await page.evaluate('document.fonts.ready')
}
