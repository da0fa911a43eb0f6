// 三员: one opens an account, another grants it, the third reads that both did; a unit changes its name; who leaves is out.
import { createHmac } from 'node:crypto'
import type { AccountItem, UnitFull } from '@yipanqi/model'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { desk, phone, scene } from './browser.ts'
import { button, choose, day, dialog, gone, read, see, seeText, told } from './steps.ts'

const { open, stranger, allow } = scene({ chain: true })
const newcomer = { name: 'xinyiming', display: '辛一鸣', password: 'qinghe-new-2026' }
const unit = '县低空经济发展中心'
let system: Page
let security: Page
let code = ''
let own: Page

it('系统管理员新设单位：先看，再定', async () => {
  system = await open('admin', desk)
  await see(system.getByRole('heading', { name: '系统管理员' }))
  await system.getByRole('navigation', { name: '主要栏目' }).getByRole('link', { name: '单位' }).click()
  await button(system, '新设单位').click()
  const form = dialog(system, '新设单位')
  await button(form, '先看会转什么').click()
  await seeText(system, '请写规范全称')
  await form.getByLabel(/规范全称/).fill(unit)
  await form.getByLabel(/简称/).fill('低空中心')
  await form.getByRole('combobox', { name: '性质' }).click()
  await system.locator('.ant-select-item-option:visible', { hasText: '事业' }).click()
  // Set up in spring: a unit cannot end on the day that it begins.
  await day(form.getByLabel('生效日'), '2026-03-01')
  await form.getByLabel(/依据/).fill('青委编〔2026〕6号')
  await button(form, '先看会转什么').click()
  await see(form.getByText(`新设${unit}`))
  await button(form, '确定执行').click()
  await told(system, '已执行')
  await see(system.getByRole('button', { name: new RegExp(`^${unit}`) }))
})

it('开账号：设置码只显示一次，审批前不能用', async () => {
  await system.getByRole('navigation', { name: '主要栏目' }).getByRole('link', { name: '账号' }).click()
  await button(system, '开账号').click()
  const form = dialog(system, '开账号')
  await form.getByLabel(/姓名/).fill(newcomer.display)
  await form.getByLabel(/登录账号/).fill(newcomer.name)
  await choose(system, '单位 必填', '低空')
  await choose(system, '拟任角色 必填', '联络员')
  await button(form, '开账号').click()
  code = (await form.locator('.code-box').innerText()).trim()
  expect(code.length).toBeGreaterThan(8)
  await button(form, '已交给本人').click()
  const row = system.getByRole('button', { name: new RegExp(newcomer.name) })
  expect(await row.innerText()).toContain('待审批')
  own = await stranger(desk, '/first-password')
  allow(own, /401/)
  await setPassword(own)
  await seeText(own, '设置码不对，或已经用过')
})

async function setPassword(page: Page): Promise<void> {
  await page.getByLabel('账号').fill(newcomer.name)
  await page.getByLabel('设置码').fill(code)
  await page.getByLabel('新密码').fill(newcomer.password)
  await page.getByLabel('再输一遍').fill(newcomer.password)
  await button(page, '设置密码').click()
}

it('安全管理员在手机上审批；系统管理员没有这个按钮', async () => {
  await system.getByRole('button', { name: new RegExp(newcomer.name) }).click()
  await see(system.getByRole('button', { name: '换岗' }))
  expect(await button(system, '审批').count()).toBe(0)
  security = await open('security', phone)
  await security.getByRole('link', { name: new RegExp(newcomer.display) }).click()
  await button(security, '审批').click()
  const form = dialog(security, `审批：${newcomer.display}`)
  await see(form.getByText('本单位及下属'))
  expect(await form.getByText('全县', { exact: true }).count()).toBe(0)
  await button(form, '审批，启用账号').click()
  await told(security, '已审批，账号启用')
})

it('本人设密码、绑定两步验证，以后登录要验证码', async () => {
  await setPassword(own)
  await own.waitForURL(/\/login/)
  await own.goto('/second-factor')
  await own.getByLabel('账号').fill(newcomer.name)
  await own.getByLabel('密码', { exact: true }).fill(newcomer.password)
  await button(own, '下一步').click()
  await see(own.getByRole('img', { name: '两步验证的二维码' }))
  const secret = (await own.locator('.code-box').innerText()).replaceAll(/\s/g, '')
  await own.getByLabel('手机上的六位验证码').fill(totp(secret, 0))
  await button(own, '完成绑定').click()
  await see(own.getByRole('heading', { name: '请抄下恢复码' }))
  expect(await own.getByRole('list', { name: '恢复码' }).getByRole('listitem').count()).toBe(10)
  await own.getByLabel(/已抄下/).check()
  await button(own, '去登录').click()
  await own.getByLabel('账号').fill(newcomer.name)
  await own.getByLabel('密码', { exact: true }).fill(newcomer.password)
  await button(own, '登录').click()
  // The code that bound the phone is spent; the next one is good already.
  await own.getByLabel('动态验证码').fill(totp(secret, 1))
  await button(own, '登录').click()
  await own.getByRole('navigation').first().waitFor()
})

/** The code `ahead` half-minutes from now, as a phone would show it. */
function totp(secret: string, ahead: number): string {
  const bits = [...secret]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((b) => Number.parseInt(b, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

it('以后生效的更名排在那里，可以取消', async () => {
  await system.goto('/admin/units')
  await system.getByRole('button', { name: new RegExp(`^${unit}`) }).click()
  await button(system, '更名').click()
  const form = dialog(system, `${unit}更名`)
  await form.getByLabel(/新的全称/).fill('县低空经济促进中心')
  await form.getByLabel(/新的简称/).fill('低空促进中心')
  await day(form.getByLabel('生效日'), '2030-01-01')
  await form.getByLabel(/依据/).fill('青委编〔2026〕7号')
  await button(form, '先看会转什么').click()
  await see(form.getByText(/到 2030年1月1日 凌晨/))
  await button(form, '确定，到期执行').click()
  await told(system, '2030年1月1日凌晨执行')
  await system.keyboard.press('Escape')
  await system.getByRole('button', { name: /到期执行.*更名为县低空经济促进中心/ }).click()
  await button(system, '取消这条变更').click()
  await told(system, '已取消，不再执行')
})

it('合并：转什么先说清，账号跟着走，旧名还找得到', async () => {
  const { items } = await read<{ items: UnitFull[] }>(system, '/units/history')
  const heir = items.find((u) => u.name === '青禾县发展和改革局') as UnitFull
  await system.goto('/admin/units?text=低空')
  await system.getByRole('button', { name: new RegExp(`^${unit}`) }).click()
  await button(system, '合并').click()
  const form = dialog(system, `${unit}合并`)
  await choose(system, '承接单位 必填', heir.name)
  await form.getByLabel(/依据/).fill('青委编〔2026〕8号')
  await button(form, '先看会转什么').click()
  await see(form.getByText('1 个账号'))
  await button(form, '确定执行').click()
  await told(system, '已执行')
  await seeText(system, `由${heir.name}承接；不再接收新事项。`)
  await system.goto('/admin/units?text=低空')
  await see(system.getByRole('button', { name: new RegExp(`^${heir.name}`) }))
  const { items: accounts } = await read<{ items: AccountItem[] }>(system, `/accounts?text=${newcomer.name}`)
  expect(accounts[0]?.unit.id).toBe(heir.id)
})

it('离岗：没有随人走的事，马上退出', async () => {
  await own.goto('/')
  await own.getByRole('navigation').first().waitFor()
  await system.goto(`/admin/accounts?text=${newcomer.name}`)
  await system.getByRole('button', { name: new RegExp(newcomer.name) }).click()
  await button(system, '离岗').click()
  const form = dialog(system, `离岗：${newcomer.display}`)
  await see(form.getByText('没有，不用指定接手人。'))
  await form.getByLabel(/备注/).fill('挂职结束')
  await button(form, '离岗').click()
  await told(system, '已离岗，账号停用')
  await own.goto('/matters')
  await own.waitForURL(/\/login/)
  await logInFails(own)
})

async function logInFails(page: Page): Promise<void> {
  await page.getByLabel('账号').fill(newcomer.name)
  await page.getByLabel('密码', { exact: true }).fill(newcomer.password)
  await button(page, '登录').click()
  await seeText(page, '账号或密码不对')
}

it('调度员名下有拟稿的，不指定接手人不能离岗', async () => {
  await system.goto('/admin/accounts?text=chenlan')
  await system.getByRole('button', { name: /chenlan/ }).click()
  await button(system, '离岗').click()
  const form = dialog(system, '离岗：陈岚')
  await see(form.getByText('没有印发的拟稿'))
  await button(form, '交接并离岗').click()
  await see(form.getByText('请选接手人'))
  await system.keyboard.press('Escape')
  await gone(form)
})

it('审计管理员看到两个人各办了什么，核对封存，导出', async () => {
  const auditor = await open('auditor', desk)
  await see(auditor.getByRole('heading', { name: '审计管理员' }))
  await auditor.getByRole('navigation', { name: '主要栏目' }).getByRole('link', { name: '审计' }).click()
  await auditor.getByLabel('只看三员').check()
  await see(auditor.locator('.audit-row', { hasText: '系统管理员' }))
  const granted = auditor.locator('.audit-row', { hasText: '安全管理员' }).first()
  await see(granted)
  expect(await granted.innerText()).toMatch(/待审批[\s\S]*在用/)
  await button(auditor, '核对封存').click()
  await seeText(auditor, '封存完好')
  const [download] = await Promise.all([
    auditor.waitForEvent('download'),
    auditor.getByRole('link', { name: '导出' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^审计-.+\.csv$/)
})

it('别人的房间打不开，写明由谁办', async () => {
  const auditor = await open('auditor', desk)
  allow(auditor, /403/)
  await auditor.goto('/admin/accounts')
  await seeText(auditor, /三员分立/)
  const office = await open('dispatcher', desk)
  allow(office, /403/)
  await office.goto('/admin/audit')
  await seeText(office, '查看审计由审计管理员办')
})
