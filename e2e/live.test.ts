// Two people at two desks: what one does the other sees without asking, and nobody overwrites what he has not seen.
import type { DocumentDetail, MatterDetail, MatterItem } from '@yipanqi/model'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { desk, scene } from './browser.ts'
import { button, dialog, read, see, seeText } from './steps.ts'

const { open, allow } = scene()

async function underWay(page: Page): Promise<MatterItem> {
  const { items } = await read<{ items: MatterItem[] }>(page, '/matters?state=under-way&light=green&limit=50')
  const own =
    items.find((m) => m.lead?.short === '工信局' && m.kind === '常态') ?? items.find((m) => m.lead?.short === '工信局')
  if (!own) throw new Error('工信局没有在办事项')
  return own
}

it('一方报进展，另一方开着的页面不用刷新就看到', async () => {
  const liaison = await open('gongxinLiaison', desk)
  const matter = await underWay(liaison)
  const office = await open('dispatcher', desk, `/matters/${matter.id}`)
  await see(office.getByRole('heading', { name: matter.title }))
  await liaison.goto(`/matters/${matter.id}`)
  await button(liaison, '报进展').click()
  const form = dialog(liaison, '报进展')
  await form.locator('textarea').fill('本周已到企业走访，问题清单已交办')
  await button(form, '报进展').click()
  await see(office.locator('.step', { hasText: '本周已到企业走访' }))
})

it('别人刚改过：提示并取来最新的，不覆盖', async () => {
  const first = await open('dispatcher', desk)
  allow(first, /409/)
  const { items } = await read<{ items: { id: number; state: string }[] }>(first, '/documents?state=consulting&limit=5')
  const document = await read<DocumentDetail>(first, `/documents/${items[0]?.id}`)
  const matter = document.matters[0] as MatterItem
  // Live news are held back, so that the first desk really stands on an old version.
  await first.route('**/api/v1/events', (route) => route.abort())
  allow(first, /events|ERR_FAILED/)
  await first.goto(`/documents/${document.id}`)
  await button(first, /^拟稿 \d+ 项$/).click()
  const editor = first.locator(`#draft-${matter.id}`)
  if ((await editor.locator('.draft-main').getAttribute('aria-expanded')) !== 'true')
    await editor.locator('.draft-main').click()
  await see(editor.locator('.editor-foot'))

  const { version } = await read<MatterDetail>(first, `/matters/${matter.id}`)
  const changed = await first.request.patch(`/api/v1/matters/${matter.id}`, {
    data: { version, doneWhen: '另一位同事写的完成标志' },
  })
  expect(changed.status()).toBe(200)
  const field = editor.getByLabel('完成标志', { exact: true })
  await field.fill('这一位写的完成标志')
  await field.press('Enter')
  await seeText(first, '别人刚改过，已为您取来最新的')
  expect((await read<MatterDetail>(first, `/matters/${matter.id}`)).doneWhen).toBe('另一位同事写的完成标志')
})

it('断网时写明看到的是旧的，恢复后自己消失', async () => {
  const page = await open('dispatcher', desk, null)
  allow(page, /ERR_|Failed to load/)
  // Not before the stream stands: its opening says that all is well.
  const stream = page.waitForResponse('**/api/v1/events')
  await page.goto('/documents')
  await stream
  await page.waitForTimeout(200)
  await see(page.getByRole('heading', { name: '讲话·文件' }))
  await page.context().setOffline(true)
  await seeText(page, /网络断了/)
  await page.context().setOffline(false)
  await page.getByText(/网络断了/).waitFor({ state: 'hidden', timeout: 20_000 })
  expect(await page.getByText(/网络断了/).count()).toBe(0)
})
