// Getting in, being told why not, and coming back to the same page after the session has ended.
import { expect, it } from 'vitest'
import { desk, logIn, passwordOf, people, scene } from './browser.ts'
import { button, read, see, seeText } from './steps.ts'

const { open, stranger, allow } = scene()

it('空着不交，写明缺什么', async () => {
  const page = await stranger(desk, '/login')
  await button(page, '登录').click()
  await seeText(page, '请填写账号')
  await seeText(page, '请填写密码')
})

it('账号或密码不对，说明为什么、找谁', async () => {
  const page = await stranger(desk, '/login')
  allow(page, /401/)
  await page.getByLabel('账号').fill('nobody-here')
  await page.getByLabel('密码', { exact: true }).fill('wrong-password')
  await button(page, '登录').click()
  await seeText(page, '账号或密码不对')
  await seeText(page, /连续 5 次不对/)
  await seeText(page, /系统管理员/)
  expect(page.url()).toContain('/login')
})

it('没有登录就打开里面的网址，登录后回到那一页', async () => {
  const page = await stranger(desk, '/matters?light=red')
  allow(page, /401/)
  await page.waitForURL(/\/login/)
  await logIn(page, people.assessor, passwordOf('assessor'))
  await page.waitForURL(/\/matters\?light=red/)
  await see(page.getByRole('heading', { name: '清单' }))
})

it('登录过期：写明原因，重新登录后回到刚才的页面', async () => {
  const page = await stranger(desk, '/login')
  allow(page, /401/)
  await logIn(page, people.nongyeHead, passwordOf('nongyeHead'))
  await page.goto('/documents')
  await see(page.getByRole('heading', { name: '讲话·文件' }))
  // The same session is ended elsewhere; this page still holds its cookie.
  const [cookie] = await page.context().cookies()
  const ended = await fetch(new URL('/api/v1/sessions/current', page.url()), {
    method: 'DELETE',
    headers: { Cookie: `${cookie?.name}=${cookie?.value}` },
  })
  expect(ended.status).toBe(200)
  await page.getByRole('link', { name: '清单', exact: true }).click()
  await seeText(page, '登录已过期，请重新登录')
  await logIn(page, people.nongyeHead, passwordOf('nongyeHead'))
  await see(page.getByRole('heading', { name: '清单' }))
})

it('退出以后，原来的页面打不开', async () => {
  const page = await stranger(desk, '/login')
  allow(page, /401/)
  await logIn(page, people.townshipHead, passwordOf('townshipHead'))
  await page.getByRole('button', { name: /雷大禾/ }).click()
  await button(page, '退出登录').click()
  await page.waitForURL(/\/login/)
  await page.goto('/matters')
  await page.waitForURL(/\/login/)
  await see(page.getByLabel('账号'))
})

it('首次登录：设置码不对的说明找谁要；密码太弱的先提醒', async () => {
  const page = await stranger(desk, '/login')
  allow(page, /401/)
  await page.getByRole('link', { name: '首次登录，设置密码' }).click()
  await page.getByLabel('账号').fill('somebody-new')
  await page.getByLabel('设置码').fill('code-that-nobody-gave')
  await page.getByLabel('新密码').fill('short')
  await page.getByLabel('再输一遍').fill('short')
  await button(page, '设置密码').click()
  await seeText(page, '密码至少 10 个字符')
  await page.getByLabel('新密码').fill('qinghe-2026-good')
  await page.getByLabel('再输一遍').fill('qinghe-2026-good')
  await button(page, '设置密码').click()
  await seeText(page, '设置码不对，或已经用过')
  await seeText(page, /系统管理员/)
})

it('没有的网址写明没有，不是白页', async () => {
  const page = await open('dispatcher', desk, '/no-such-page')
  await seeText(page, '没有这个页面')
})

it('别县的文件和事项，答复与没有一样', async () => {
  const own = await open('dispatcher', desk)
  const { items } = await read<{ items: { id: number }[] }>(own, '/matters?limit=1')
  const documents = await read<{ items: { id: number; title: string }[] }>(own, '/documents?limit=50')
  const page = await open('neighbour', desk)
  allow(page, /404/)
  for (const place of ['/matters/99999999', `/matters/${items[0]?.id}`]) {
    await page.goto(place)
    await seeText(page, /没有找到这项事项/)
  }
  await page.goto(`/documents/${documents.items[0]?.id}`)
  await seeText(page, /没有找到这份文件/)
  await page.goto('/documents')
  await see(page.locator('.doc-row'))
  const seen = await page.locator('.doc-title').allInnerTexts()
  expect(seen.filter((title) => documents.items.some((d) => d.title === title))).toEqual([])
})
