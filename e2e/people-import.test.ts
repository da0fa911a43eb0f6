// 单位和人员成批进来: a workbook of units, a workbook of people, granted together by one administrator, their codes
// printed by another, used by a third.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { xlsxOf } from '@yipanqi/server/library/testing/import-files.ts'
import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { desk, logIn, phone, scene } from './browser.ts'
import { button, gone, see, seeText, told } from './steps.ts'

const { open, stranger, allow } = scene({ chain: true })
const folder = mkdtempSync(join(tmpdir(), 'yipanqi-e2e-people-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function take(page: Page, name: string, heads: string[], rows: string[][]): Promise<void> {
  const path = join(folder, name)
  writeFileSync(path, await xlsxOf(heads, rows))
  await page.locator('input[type=file]').setInputFiles(path)
  await page.waitForURL(/run=\d+/)
}
const newcomer = { name: 'zhuyiren', display: '竹一人', password: 'qinghe-new-2026' }
let system: Page
let code = ''

it('系统管理员从表格导入单位：同一份表里新设的上级认得出', async () => {
  system = await open('admin', desk, '/admin/units')
  await system.getByRole('link', { name: '从表格导入' }).click()
  await see(system.locator('.import-choose'))
  const heads = ['单位代码', '单位全称', '单位简称', '别名', '单位类型', '上级单位', '可以牵头', '排序']
  await take(system, '单位.xlsx', heads, [
    ['ZY2', '青禾县竹影试验科', '竹影科', '', '事业', '青禾县竹影试验中心', '否', ''],
    ['ZY1', '青禾县竹影试验中心', '竹影中心', '竹影办、竹影所', '事业', '', '是', '900'],
    ['ZY3', '青禾县竹影试验站', '竹影站', '', '事业', 'ZY3', '是', ''],
  ])
  await see(system.locator('.fix-problem', { hasText: '上下级成了圈' }))
  await system.getByRole('button', { name: /^改第 4 行的上级单位/ }).click()
  await system.getByRole('textbox', { name: '第 4 行的上级单位' }).fill('ZY1')
  await system.keyboard.press('Enter')
  await told(system, '第 4 行没有问题了')
  await see(system.getByText('写入后：新增 3 个。'))
  await button(system, '全部写入').click()
  await see(system.getByText('已写入'))
  await system.goto('/admin/units?text=竹影')
  await system.getByRole('button', { name: /^青禾县竹影试验科/ }).click()
  await see(system.getByRole('dialog').getByText('青禾县竹影试验中心'))
})

it('再从表格导入人员：别县用了的登录名当场说明，改好再写', async () => {
  await system.goto('/admin/accounts')
  await system.getByRole('link', { name: '从表格导入' }).click()
  await see(system.locator('.import-choose'))
  await take(
    system,
    '人员.xlsx',
    ['登录名', '姓名', '所在单位', '角色'],
    [
      [newcomer.name, newcomer.display, '竹影中心', '联络员'],
      ['zhuerren', '竹二人', '竹影办', '联络员'],
      ['yz-luyao', '竹三人', '竹影科', '联络员'],
    ],
  )
  await see(system.locator('.fix-problem', { hasText: '这个登录名已经有人用了' }))
  await system.getByRole('button', { name: /^改第 4 行的登录名/ }).click()
  await system.getByRole('textbox', { name: '第 4 行的登录名' }).fill('zhusanren')
  await system.keyboard.press('Enter')
  await told(system, '第 4 行没有问题了')
  await button(system, '全部写入').click()
  await see(system.getByText('已写入'))
})

it('审批以前没有设置码可取；安全管理员在手机上一起审批', async () => {
  await system.goto('/admin/accounts/batch')
  await see(system.getByRole('heading', { name: '取设置码' }))
  expect(await system.getByText(newcomer.display).count()).toBe(0)
  const security = await open('security', phone, '/admin/accounts')
  await security.getByRole('link', { name: '批量审批' }).click()
  for (const name of ['竹一人', '竹二人', '竹三人'])
    await security.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check()
  expect(await button(security, '取设置码').count()).toBe(0)
  await button(security, '审批这 3 个').click()
  await told(security, '已审批 3 个账号')
  await gone(security.getByText(newcomer.display))
})

it('系统管理员取设置码：一人一张，打印时只有领取单，关掉就没有了', async () => {
  await system.reload()
  for (const name of ['竹一人', '竹二人', '竹三人'])
    await system.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check()
  await button(system, '取这 3 个的设置码').click()
  await see(system.getByRole('heading', { name: /^设置码领取单/ }))
  const slip = system.locator('.slip', { hasText: newcomer.display })
  code = (await slip.locator('.slip-code').innerText()).trim()
  expect(code).toMatch(/^[\w-]{12}$/)
  await system.emulateMedia({ media: 'print' })
  expect(await system.locator('.slip').count()).toBe(3)
  expect(await button(system, '打印').isVisible()).toBe(false)
  expect(await system.getByText('全选').isVisible()).toBe(false)
  await system.emulateMedia({ media: 'screen' })
  await button(system, '已打印，关掉').click()
  await gone(system.locator('.slip'))
  expect(await system.content()).not.toContain(code)
})

it('本人用领取单设密码，登录；第二次不能用', async () => {
  const own = await stranger(desk, '/first-password')
  allow(own, /401/)
  const set = async (): Promise<void> => {
    await own.getByLabel('账号').fill(newcomer.name)
    await own.getByLabel('设置码').fill(code)
    await own.getByLabel('新密码').fill(newcomer.password)
    await own.getByLabel('再输一遍').fill(newcomer.password)
    await button(own, '设置密码').click()
  }
  await set()
  await own.waitForURL(/\/login/)
  await own.goto('/first-password')
  await set()
  await seeText(own, '设置码不对，或已经用过')
  await logIn(own, newcomer.name, newcomer.password)
  await see(own.getByText(newcomer.display))
})
