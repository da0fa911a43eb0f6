// 文件对比: this year's report beside last year's.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { desk, phone, scene } from './browser.ts'
import { read, see } from './steps.ts'

const { open, allow } = scene({ chain: true })
const text = readFileSync(new URL('../samples/qinghe/report-last-year.txt', import.meta.url), 'utf8')
let office: Page
let last = 0
let now = 0

const picture = (page: Page, name: string) =>
  page.screenshot({ path: `${inject('stage').pictures}/compare-${name}.png` })

it('从今年的报告点“和别的文件对比”，选去年的', async () => {
  office = await open('dispatcher', desk, '/documents')
  const made = await office.request.post('/api/v1/documents', {
    data: { title: '政府工作报告（上一年）', text, date: '2025-01-15', scope: 'public', declarer: '岳博' },
    headers: { Origin: new URL(office.url()).origin },
  })
  last = ((await made.json()) as { id: number }).id
  const { items } = await read<{ items: { id: number; title: string; kind: string }[] }>(office, '/documents?limit=50')
  now = items.find((item) => item.title === '政府工作报告')?.id ?? 0
  await office.goto(`/documents/${now}`)
  await office.getByRole('link', { name: '和别的文件对比' }).click()
  await see(office.getByText('选两份文件'))
  const box = office.getByRole('combobox', { name: '一份文件', exact: true })
  await box.click()
  await box.fill('上一年')
  await office.locator('.ant-select-item-option:visible', { hasText: '上一年' }).first().click()
  await see(office.locator('.compare-pair').first())
  await expect.poll(() => office.url()).toContain(`a=${last}`)
  await picture(office, 'desk')
})

it('去年的报告当拟稿打开，说有几项可能已经交办过', async () => {
  await office.goto(`/documents/${last}`)
  const note = office.getByText(/^有 \d+ 项拟稿可能已经交办过$/)
  await see(note)
  await picture(office, 'twins-closed')
  await note.click()
  await see(office.locator('.twin', { hasText: '标准厂房' }).first())
  await picture(office, 'twins')
  await office.goto(`/documents/compare?a=${last}&b=${now}`)
})

it('目标有变的写明从多少到多少；能只看一类', async () => {
  await office.getByRole('button', { name: /^目标有变 \d+$/ }).click()
  const moved = office.locator('.compare-pair', { hasText: '标准厂房' }).first()
  await see(moved.getByText(/16万平方米 → 20万平方米，提高 4万平方米/))
  expect(await office.locator('.compare-new').count()).toBe(0)
  await office.getByRole('button', { name: /^不再提 \d+$/ }).click()
  await see(office.locator('.compare-dropped', { hasText: '客运枢纽' }))
  await see(office.getByText('这一份不再提').first())
})

it('手机上一列看完；看不到的文件答 404', async () => {
  const small = await open('dispatcher', phone, `/documents/compare?a=${last}&b=${now}`)
  await see(small.locator('.compare-pair').first())
  await picture(small, 'phone')
  const unit = await open('gongxinHead', desk, null)
  allow(unit, /404/)
  await unit.goto(`/documents/compare?a=${last}&b=${now}`)
  await see(unit.getByRole('alert').getByText('没有找到这份文件'))
})
