// 县领导分工: the office enters who came, what they are in charge of, from when, and who left.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { desk, phone, scene } from './browser.ts'
import { button, dialog, gone, read, see, seeText, told } from './steps.ts'

const { open, allow } = scene({ chain: true })
let office: Page

async function pickUnit(page: Page, words: string): Promise<void> {
  const box = page.getByRole('combobox', { name: '分管的单位' })
  await box.click()
  await box.fill(words)
  await page.locator('.ant-select-item-option:visible', { hasText: words }).first().click()
  await page.getByText('照分工文件写。').click()
}

it('新到任：没写全的当场说，登记后拟稿时选得到', async () => {
  office = await open('dispatcher', desk, '/libraries')
  await office.getByRole('link', { name: '县领导分工' }).click()
  await see(office.locator('.leader-line'))
  await button(office, '新到任').click()
  const form = dialog(office, '新到任的县领导')
  await button(form, '登记').click()
  await seeText(office, '请写姓名')
  await form.getByLabel(/^姓名/).fill('竹副县')
  await form.getByLabel(/^职务/).fill('副县长（挂职）')
  await form.getByLabel(/^分管的工作/).fill('数字经济')
  await pickUnit(office, '发展和改革局')
  await button(form, '登记').click()
  await told(office, '已登记')
  await see(office.locator('.leader-line', { hasText: '竹副县' }).getByText('数字经济'))
  const { items } = await read<{ items: { name: string }[] }>(office, '/leaders')
  expect(items.map((l) => l.name)).toContain('竹副县')
})

it('调整老同志的分工：以前的留着，写明依据', async () => {
  const line = office.locator('.leader-line').first()
  await line.getByRole('button', { name: /^调整分工：/ }).click()
  const form = office.getByRole('dialog')
  await form.getByLabel(/^分管的工作/).fill('全面工作，联系财经')
  await button(form, '调整').click()
  await seeText(office, '请写分工文件的文号')
  await form.getByLabel(/^依据/).fill('青委办〔2026〕21号')
  await button(form, '调整').click()
  await told(office, '分工已调整')
  await gone(form)
  await line.getByText('以前的分工').click()
  await see(line.getByText(/青委办〔2026〕21号/))
})

it('离任在手机上办；单位的人没有这个入口，也打不开', async () => {
  const small = await open('dispatcher', phone, '/leaders')
  const line = small.locator('.leader-line', { hasText: '竹副县' })
  await line.getByRole('button', { name: '离任：竹副县' }).click()
  await button(dialog(small, '离任：竹副县'), '离任').click()
  await told(small, '已登记离任')
  expect(await small.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  const unit = await open('fagaiHead', desk, '/libraries')
  await see(unit.locator('.libraries-line'))
  expect(await unit.getByRole('link', { name: '县领导分工' }).count()).toBe(0)
  allow(unit, /403/)
  await unit.goto('/leaders')
  await seeText(unit, '县领导分工由财经办登记')
})
