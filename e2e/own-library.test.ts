// 自建台账: drafted by a department with the review beside each field, approved by the office, filled like any other,
// one field sent back by a township.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { desk, phone, scene } from './browser.ts'
import { button, choose, day, dialog, see, seeText, told } from './steps.ts'

const { open } = scene({ chain: true })
let keeper: Page
let office: Page
/** For the eye, where YIPANQI_PICTURES names a folder. */
const picture = async (page: Page, what: string): Promise<void> => {
  const folder = process.env['YIPANQI_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/own-${what}.png`, fullPage: true })
}
const name = '危旧厂房排查台账'

it('起草：写栏目，减负审核就在旁边', async () => {
  keeper = await open('zhujianLiaison', desk, '/libraries')
  await keeper.getByRole('link', { name: '自建台账' }).click()
  await keeper.getByRole('link', { name: '新建台账' }).click()
  await keeper.getByLabel('台账名称 必填').fill(name)
  await keeper.getByLabel('一条记录叫什么 必填').fill('厂房')
  await keeper.getByLabel('量词 必填').fill('处')
  await keeper.getByLabel('用途 必填').fill('排查年久失修的厂房，逐处定加固或腾退')
  await keeper.getByLabel('栏目名').first().fill('危旧厂房位置')
  await button(keeper, '加一栏').click()
  await keeper.getByLabel('栏目名').nth(1).fill('危险等级')
  await choose(keeper, '“危险等级”的类型', '单选')
  await keeper.getByLabel('“危险等级”的选项').fill('局部危险、整体危险')
  await button(keeper, '加一栏').click()
  await keeper.getByLabel('栏目名').nth(2).fill('统一社会信用代码')
  // Said before anything is saved.
  await seeText(keeper, '企业库已有“统一社会信用代码”（栏目名相同），还没有答复')
  await seeText(keeper, '填表的样子')
  await see(keeper.getByLabel(/^危旧厂房位置/))
  await picture(keeper, '起草')
})

it('没有答复的重复栏目报不了批；改为引用就可以', async () => {
  await button(keeper, '引用企业库').click()
  await seeText(keeper, '企业库已有“统一社会信用代码”（栏目名相同），已引用')
  await keeper.getByLabel('栏目名').nth(2).fill('所属企业')
  await keeper.getByLabel('为什么要建 必填').fill('汛前危房排查要逐处销号')
  const end = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10)
  await day(keeper.getByLabel('用到哪天 必填'), end)
  await button(keeper, '保存方案').click()
  await told(keeper, '方案已保存')
  await see(keeper.getByRole('heading', { name, level: 1 }))
  await button(keeper, '报批').click()
  await told(keeper, '已报批')
  await picture(keeper, '报批')
})

it('财经办批准，台账马上能填', async () => {
  office = await open('dispatcher', desk, '/')
  await seeText(office, '自建台账待审批')
  await office
    .locator('#waiting')
    .getByRole('link', { name: new RegExp(name) })
    .click()
  await button(office, '批准').first().click()
  await button(dialog(office, `批准这本台账：${name}`), '批准').click()
  await told(office, '已批准')
  await seeText(office, '第 1 版')
  await picture(office, '批准')
  await keeper.reload()
  await keeper.getByRole('link', { name: '打开台账' }).click()
  await keeper.getByRole('link', { name: /^新增/ }).click()
  await keeper.getByLabel(/^危旧厂房位置/).fill('开发区东三路 8 号')
  await button(keeper, '登记').click()
  await see(keeper.getByRole('heading', { name: /开发区东三路/ }))
})

it('乡镇点“此数已有”，起草单位看得到', async () => {
  const town = await open('townshipLiaison', phone, '/own-libraries')
  await town.getByRole('link', { name: new RegExp(name) }).click()
  await button(town, '此数已有：危险等级').click()
  await picture(town, '退表')
  const form = dialog(town, '此数已有：危险等级')
  await form.getByLabel('说明').fill('住建系统里已经录过')
  await button(form, '退回这一栏').click()
  await told(town, '已退回')
  await keeper.goto(new URL('/own-libraries', keeper.url()).href)
  await seeText(keeper, '退回 1 栏待答复')
  expect(await keeper.getByRole('link', { name: new RegExp(name) }).count()).toBe(1)
})

it('到期前报请续用，一点就报；规矩由财经办定', async () => {
  await keeper.getByRole('link', { name: new RegExp(name) }).click()
  await button(keeper, '报请续用').first().click()
  await button(dialog(keeper, `报请续用：${name}`), '报请续用').click()
  await told(keeper, '续用已报批')
  await picture(keeper, '续用')
  await office.goto(new URL('/own-libraries', office.url()).href)
  await seeText(office, '新方案待审批')
  await button(office, '看或改规矩').click()
  const rules = dialog(office, '自建台账的规矩')
  await rules.getByLabel('到期前几天提醒').fill('45、10')
  await picture(office, '规矩')
  await rules.getByLabel('依据').fill('县委财经办〔2026〕3号')
  await button(rules, '保存').click()
  await told(office, '规矩已改')
  await button(keeper, '看或改规矩').waitFor({ state: 'detached' })
  await keeper.goto(new URL('/own-libraries', keeper.url()).href)
  await button(keeper, '看或改规矩').click()
  await seeText(keeper, '到期前 45、10 天提醒')
})
