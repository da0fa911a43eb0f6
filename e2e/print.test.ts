// On A4, as a clerk hands it in: the paper and its list, nothing of the software around them.
import { expect, it } from 'vitest'
import { desk, scene } from './browser.ts'
import { read, see } from './steps.ts'

const { open } = scene()

it('活文件印在纸上：正文、清单和灯的形状，没有导航和按钮', async () => {
  const page = await open('dispatcher', desk)
  const { items } = await read<{ items: { id: number; title: string }[] }>(page, '/documents?state=issued&limit=20')
  const speech = items.find((d) => d.title.includes('推进会')) ?? items[0]
  await page.goto(`/documents/${speech?.id}`)
  await see(page.locator('.sheet .s-yellow'))
  await page.emulateMedia({ media: 'print' })
  for (const hidden of ['.topbar', '.tabs', '.list-tools', '.gutter']) {
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
  }
  for (const shown of ['.sheet h1', '.tally-card', '.m-title', '.print-mark']) {
    expect(await page.locator(shown).first().isVisible(), shown).toBe(true)
  }
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  // The speech and its forty-odd matters: a handful of sheets, neither cut off nor blown up.
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
  expect(sheets).toBeGreaterThanOrEqual(3)
  expect(sheets).toBeLessThanOrEqual(14)
})

it('采纳情况表印出来有标题和全部行', async () => {
  const page = await open('dispatcher', desk)
  const { items } = await read<{ items: { id: number }[] }>(page, '/documents?state=consulting&limit=1')
  await page.goto(`/documents/${items[0]?.id}`)
  await see(page.locator('.consult-table'))
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('heading', { name: '征求意见及采纳情况表' }).isVisible()).toBe(true)
  expect(await page.locator('.stepbar').isVisible()).toBe(false)
  expect(await page.locator('.consult-table tbody tr').last().isVisible()).toBe(true)
})

it('清单印出来没有筛选条', async () => {
  const page = await open('dispatcher', desk, '/matters?light=red')
  await see(page.locator('.m'))
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.filter-bar').isVisible()).toBe(false)
  expect(await page.locator('.m-title').first().isVisible()).toBe(true)
})
