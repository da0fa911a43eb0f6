// The gate at the door: what is marked secret leaves no trace; what is doubtful stops and asks.
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { desk, scene } from './browser.ts'
import { button, read, see, seeText } from './steps.ts'
import { realSpeech, secretText, telegramText } from './texts.ts'

const { open, allow } = scene()

async function atDoor(): Promise<Page> {
  const page = await open('dispatcher', desk, '/documents/new')
  await page.getByText('内部（不公开）').click()
  return page
}
const titles = async (page: Page): Promise<string[]> =>
  (await read<{ items: { title: string }[] }>(page, '/documents?limit=100')).items.map((d) => d.title)

it('版头有密级标志的拒收，什么都不留下', async () => {
  const page = await atDoor()
  allow(page, /422/)
  const before = await titles(page)
  await page.locator('textarea').fill(secretText)
  await button(page, '读文件，拆出初稿').click()
  await seeText(page, /密级标志，已拒收，没有保存任何内容/)
  await seeText(page, /机要渠道/)
  expect(await titles(page)).toEqual(before)
  expect(readFileSync(inject('stage').log, 'utf8')).not.toContain('专项工作情况')
})

it('文件名带密级标志的也拒收', async () => {
  const page = await atDoor()
  allow(page, /422/)
  const before = await titles(page)
  await button(page, '选文件').click()
  const plain = Buffer.from('关于有关工作的报告\n县发改局要在年底前完成项目清单。\n')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '秘密★关于有关工作的报告.txt', mimeType: 'text/plain', buffer: plain })
  await button(page, '读文件，拆出初稿').click()
  await seeText(page, /已拒收，没有保存任何内容/)
  expect(await titles(page)).toEqual(before)
})

it('明传电报先停下问，由人定', async () => {
  const page = await atDoor()
  allow(page, /409/)
  const before = (await titles(page)).length
  await page.locator('textarea').fill(telegramText)
  await button(page, '读文件，拆出初稿').click()
  await see(page.getByRole('alert'))
  expect((await titles(page)).length).toBe(before)
  await button(page, '我已核对，可以放进本系统').click()
  await page.waitForURL(/\/documents\/\d+$/)
  await see(page.getByText(/^拟稿 \d+ 项$/))
  expect((await titles(page)).length).toBe(before + 1)
})

it('读不了的文件，一句话说明怎么办', async () => {
  const page = await atDoor()
  allow(page, /4\d\d/)
  await button(page, '选文件').click()
  await page.locator('input[type=file]').setInputFiles({
    name: '讲话.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 255, 254, 1, 2, 0, 0, 7]),
  })
  await button(page, '读文件，拆出初稿').click()
  await see(page.locator('.note-error, [role=alert]'))
  expect(await page.locator('.note-error, [role=alert]').first().innerText()).toMatch(/粘贴|另存|docx/)
})

it.skipIf(realSpeech === null)('真正的推进会发言：几秒拆出初稿，每一句有着落', async () => {
  const page = await atDoor()
  await page.locator('textarea').fill(realSpeech ?? '')
  await button(page, '读文件，拆出初稿').click()
  await page.waitForURL(/\/documents\/\d+$/)
  const count = Number(/\d+/.exec(await page.getByText(/^拟稿 \d+ 项$/).innerText())?.[0])
  expect(count).toBeGreaterThanOrEqual(30)
  expect(count).toBeLessThanOrEqual(60)
  const id = page.url().split('/').at(-1)
  const { coverage } = await read<{ coverage: { obligations: number; covered: number; refused: number } }>(
    page,
    `/documents/${id}`,
  )
  expect(coverage.covered + coverage.refused).toBe(coverage.obligations)
})
