// Who keeps a ledger, and the county's own codes: the office on the ledger's page and on 代码表.
import { expect, it } from 'vitest'
import { desk, phone, scene } from './browser.ts'
import { button, dialog, gone, see, seeText, told } from './steps.ts'

const { open, allow } = scene()
const file = (text: string) => ({ name: '行业.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

it('财经办改保管单位，先写明谁看得到、谁看不到', async () => {
  const page = await open('dispatcher', desk)
  await page.goto('/libraries/plants')
  await button(page, '改保管单位').click()
  const form = dialog(page, '定保管单位')
  const box = form.getByRole('combobox')
  await box.click()
  await box.fill('统计')
  await box.press('Enter')
  // The open list lies over the foot of the dialog.
  await form.locator('.form-about').click()
  await see(form.getByText(/马上能看到、修改整本台账/))
  await button(form, '保存').click()
  await told(page, '保管单位已改')
  await gone(form)
  await see(page.locator('.lib-kept', { hasText: '统计' }))
})

it('代码表：错的行都写明，改好整张更换，树里看得到', async () => {
  const page = await open('dispatcher', desk)
  allow(page, /422/)
  await page.goto('/libraries')
  await page.getByRole('link', { name: '代码表' }).click()
  await see(page.getByRole('heading', { name: '国民经济行业分类' }))
  const input = page.locator('input[type=file]').first()
  await input.setInputFiles(file('代码,名称\n1351,牲畜屠宰\n'))
  await seeText(page, /第 2 行：小类 C1351 没有它的中类/)
  await input.setInputFiles(file('代码,名称\n135,屠宰及肉类加工\n1351,牲畜屠宰\n'))
  await told(page, '国民经济行业分类已更换')
  await seeText(page, /1 中类、1 小类/)
  await page.getByText('看代码').first().click()
  await page.getByRole('button', { name: 'C 制造业' }).click()
  await page.getByRole('button', { name: 'C13 农副食品加工业' }).click()
  await page.getByRole('button', { name: 'C135 屠宰及肉类加工' }).click()
  await seeText(page, '牲畜屠宰')
})

it('手机上只看的人没有上传，页面不横向滚动', async () => {
  const page = await open('townshipLiaison', phone)
  await page.goto('/code-tables')
  await see(page.getByRole('heading', { name: '行政区划' }))
  expect(await page.locator('input[type=file]').count()).toBe(0)
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
})
