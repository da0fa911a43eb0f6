// The two supervision offices: each has its own queue, with what was to be seen beside what is shown.
import type { MatterDetail, MatterItem } from '@yipanqi/model'
import { expect, it } from 'vitest'
import { desk, phone, scene } from './browser.ts'
import { button, dialog, read, see, seeText, told } from './steps.ts'

const { open } = scene()

it('县政府督查室：完成标志在左，说明和佐证在右，退回写明差什么', async () => {
  const page = await open('government', desk)
  const card = page.locator('.verify').last()
  await see(card.getByRole('heading', { name: '完成标志' }))
  await see(card.getByRole('heading', { name: '单位说明与佐证' }))
  const id = Number((await card.getByRole('link').first().getAttribute('href'))?.split('/').at(-1))
  await button(card, '退回重办').click()
  const form = dialog(page, '退回重办')
  await button(form, '退回重办').click()
  await see(form.getByText('请写明差在哪里'))
  await form.locator('textarea').fill('缺验收意见，请补主管部门盖章的验收单')
  await button(form, '退回重办').click()
  await told(page, '已退回重办')
  const matter = await read<MatterDetail>(page, `/matters/${id}`)
  expect(matter.state).toBe('under-way')
  expect(matter.reworks).toBeGreaterThan(0)
})

it('县委督查室不办县政府线的核查，页面写明由谁办', async () => {
  const page = await open('party', desk)
  const government = await read<{ items: MatterItem[] }>(page, '/matters?state=closing&limit=50')
  const lines = await Promise.all(
    government.items.map((m) => read<MatterDetail>(page, `/matters/${m.id}`).then((d) => d)),
  )
  const other = lines.find((m) => m.line === 'government') as MatterDetail
  await page.goto(`/matters/${other.id}`)
  await see(page.getByRole('heading', { name: other.title }))
  expect(await button(page, '核查办结').count()).toBe(0)
  await page.getByText(/^由谁办/).click()
  expect(await page.locator('.who-can li', { hasText: '核查办结' }).first().innerText()).toContain('县政府督查员')
})

it('重点事项先要牵头县领导同意，秘书可以代录', async () => {
  const office = await open('dispatcher', desk)
  const { items } = await read<{ items: MatterItem[] }>(office, '/matters?state=closing&limit=50')
  const details = await Promise.all(items.map((m) => read<MatterDetail>(office, `/matters/${m.id}`)))
  const key = details.find((m) => m.can.some((c) => c.action === 'consent' && c.allowed))
  if (!key) return expect(items.length).toBeGreaterThan(0)
  const secretary = await open('secretary', phone, `/matters/${key.id}`)
  await button(secretary, '同意销号').click()
  const form = dialog(secretary, '同意销号')
  expect(await form.getByLabel(/签批人/).inputValue()).toBe(key.leader?.name)
  await button(form, '同意销号').click()
  await told(secretary, '已记下同意意见')
  await seeText(secretary, /线下签批/)
})
