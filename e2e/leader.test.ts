// A county leader has two minutes and a phone.
import type { Home, MatterItem } from '@yipanqi/model'
import { expect, it } from 'vitest'
import { phone, scene } from './browser.ts'
import { button, read, see } from './steps.ts'

const { open } = scene()

it('首页：文件和它们的灯，我分管的红灯', async () => {
  const page = await open('viceMayor', phone)
  await see(page.getByRole('region', { name: '讲话·文件' }))
  const home = await read<Home>(page, '/home')
  await see(page.locator('.tally-total').first())
  expect(await page.locator('.tally-total b').first().innerText()).toBe(String(home.tally.total))
  await see(page.getByRole('heading', { name: /红灯/ }))
  // The office's drafts are not a leader's business yet.
  expect(await page.getByText('初拆稿').count()).toBe(0)
})

it('打开讲话：先看数，点一句看它的事项，打开黄灯的算式', async () => {
  const page = await open('viceMayor', phone, '/documents')
  await page
    .getByRole('link', { name: /推进会上的讲话/ })
    .first()
    .click()
  await see(page.getByText('本次讲话落实情况', { exact: false }))
  const sentence = page.locator('.sheet .s-yellow').first()
  await sentence.scrollIntoViewIfNeeded()
  await sentence.click()
  const row = page.locator('.m-on')
  await see(row.locator('.verdict'))
  // A sentence shows its worst light; the yellow matter may be the second of several.
  const yellow = page.locator('.m', { has: page.locator('.light-yellow') }).first()
  if (!(await yellow.locator('.verdict').isVisible())) await yellow.locator('.m-main').click()
  await see(yellow.getByText('为什么是黄灯'))
  await button(yellow, '看算式').click()
  await see(yellow.locator('.verdict-steps'))
  const steps = await yellow.locator('.verdict-steps tr').count()
  expect(steps).toBeGreaterThan(0)
  expect(await yellow.locator('.verdict').innerText()).toContain('依据')
})

it('按灯、按牵头领导筛选，数和行对得上', async () => {
  const page = await open('secretaryGeneral', phone)
  const { items } = await read<{ items: { id: number; title: string }[] }>(page, '/documents?state=issued&limit=20')
  await page.goto(`/documents/${items.find((d) => d.title.includes('推进会'))?.id}`)
  await button(page, /^清单 \d+$/).click()
  const chip = page.getByRole('group', { name: '按灯筛选' }).getByRole('button', { name: /黄/ })
  const count = Number(/\d+/.exec(await chip.innerText())?.[0])
  await chip.click()
  await expect.poll(() => page.locator('.m').count()).toBe(count)
  await button(page, '按牵头领导').click()
  await page.getByRole('group', { name: '牵头领导' }).getByRole('button').nth(1).click()
  expect(await page.locator('.m').count()).toBeLessThanOrEqual(count)
})

it('清单：筛选留在网址里，退回来还在', async () => {
  const page = await open('secretaryGeneral', phone, '/matters')
  await page.getByRole('group', { name: '常用筛选' }).getByRole('button', { name: /^红/ }).click()
  await page.waitForURL(/light=red/)
  const { items } = await read<{ items: MatterItem[] }>(page, '/matters?light=red&sort=deadline&limit=50')
  await expect.poll(() => page.locator('.m').count()).toBe(items.length)
  await page.locator('.m-main').first().click()
  await see(page.locator('.ant-drawer .panel'))
  await page.goBack()
  await page.locator('.ant-drawer .panel').waitFor({ state: 'hidden' })
  expect(page.url()).toContain('light=red')
})
