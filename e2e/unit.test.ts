// A department's people on the sample county: the month's reports from the first screen, one tap where nothing changed.
import type { Home, MatterItem } from '@yipanqi/model'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { desk, phone, scene } from './browser.ts'
import { button, dialog, read, see, seeText, told } from './steps.ts'

const { open, allow } = scene()
const due = async (page: Page): Promise<Home['waiting']> =>
  (await read<Home>(page, '/home')).waiting.filter((w) => w.what === 'report')

it('联络员：首页上本月待报已填好，没有变化的点一下', async () => {
  const page = await open('gongxinLiaison', phone)
  const before = await due(page)
  expect(before.length).toBeGreaterThan(0)
  const card = page.getByRole('region', { name: '本月待报' })
  await see(card.locator('.quick'))
  await button(card, '无变化').first().click()
  await told(page, '已报进展')
  await expect.poll(async () => (await due(page)).length).toBe(before.length - 1)
})

it('联络员：数有变化的，改一个数、写一句话', async () => {
  const page = await open('zhujianLiaison', desk)
  const { unit } = await read<{ unit: { id: number } }>(page, '/me')
  const { items } = await read<{ items: MatterItem[] }>(page, `/matters?unit=${unit.id}&state=under-way&limit=100`)
  const matter = items.find((m) => m.lead?.id === unit.id && m.target?.value != null && m.progress) as MatterItem
  await page.goto(`/matters/${matter.id}`)
  await button(page, '报进展').click()
  const form = dialog(page, '报进展')
  const value = form.getByLabel(/（累计）|完成数/)
  expect(await value.inputValue()).not.toBe('')
  const next = Math.min((matter.progress?.value ?? 0) + 1, matter.target?.value ?? 1)
  await value.fill(String(next))
  await form.locator('textarea').fill('本月又完成 1 项')
  await button(form, '报进展').click()
  await told(page, '已报进展')
  expect((await read<MatterItem>(page, `/matters/${matter.id}`)).progress?.value).toBe(next)
})

it('联络员看得到由谁办：办结要主要负责人', async () => {
  const page = await open('gongxinLiaison', desk)
  const { unit } = await read<{ unit: { id: number } }>(page, '/me')
  const { items } = await read<{ items: MatterItem[] }>(page, `/matters?unit=${unit.id}&state=under-way&limit=100`)
  await page.goto(`/matters/${items.find((m) => m.lead?.id === unit.id)?.id}`)
  await page.getByText(/^由谁办/).click()
  await see(page.locator('.who-can li', { hasText: '申请办结' }))
  expect(await page.locator('.who-can li', { hasText: '申请办结' }).first().innerText()).toContain('主要负责人')
  expect(await button(page, '申请办结').count()).toBe(0)
})

it('没有佐证不能申请办结，写明要什么', async () => {
  const page = await open('gongxinHead', desk)
  allow(page, /409/)
  const { unit } = await read<{ unit: { id: number } }>(page, '/me')
  const { items } = await read<{ items: MatterItem[] }>(page, `/matters?unit=${unit.id}&state=under-way&limit=100`)
  const bare = items.find((m) => m.lead?.id === unit.id && m.lastEvidence === null)
  if (!bare) return expect(items.length).toBeGreaterThan(0)
  await page.goto(`/matters/${bare.id}`)
  await button(page, '申请办结').click()
  const form = dialog(page, '申请办结')
  await form.locator('textarea').fill('已经办完')
  await button(form, '申请办结').click()
  await seeText(page, '还没有佐证，不能申请办结')
})

it('乡镇：手机上一个账号看全部，能找到自己的事', async () => {
  const page = await open('townshipHead', phone)
  await see(page.getByRole('region', { name: '我的事项' }))
  const home = await read<Home>(page, '/home')
  expect(home.tally.total).toBeGreaterThan(0)
  await button(page, '查找').click()
  await page.getByLabel('查找事项和文件').fill('饮水')
  await see(page.locator('.palette-hit'))
})

it('乡镇：征求意见在手机上逐项答复，改派要写依据', async () => {
  const page = await open('townshipHead', phone)
  const asked = (await read<Home>(page, '/home')).waiting.find((w) => w.what === 'answer')
  await page.locator('#waiting').getByRole('link').first().click()
  await see(page.getByRole('heading', { name: /^征求意见：/ }))
  expect(page.url()).toContain(`/documents/${asked?.document}`)
  const card = page.locator('.answer:not(.answer-done)').first()
  const title = await card.getByRole('heading').innerText()
  await button(card, '建议改派').click()
  await see(card.getByText(/三定规定或职责清单/))
  expect(await button(card.locator('.answer-form'), '建议改派').isDisabled()).toBe(true)
  await button(card, '同意').click()
  await see(page.locator('.answer-done', { hasText: title }).getByText('已答复：同意'))
})
