// Ledgers on the sample county: the office, a keeper, a township that sees only its own, a leader who reads.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { desk, phone, scene } from './browser.ts'
import { button, choose, dialog, gone, read, see, seeText, told } from './steps.ts'

const { open, allow } = scene()

interface Found {
  items: { id: number; values: Record<string, unknown>; can?: string[] }[]
}
const rows = (page: Page) => page.locator('.lib-table [data-row]')
const openList = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  await see(page.locator('[data-row]'))
}
const first = async (page: Page, path: string): Promise<number> =>
  (await read<Found>(page, path)).items[0]?.id ?? Number.NaN

describe('财经办', () => {
  it('从台账目录进项目库，按拼音首字母找，打开、看变更', async () => {
    const page = await open('dispatcher', desk)
    await page.getByRole('navigation', { name: '主要栏目' }).getByRole('link', { name: '台账' }).click()
    await see(page.getByRole('heading', { name: '项目与招商' }))
    await page.getByLabel('按名称找台账').fill('项目库')
    await page.getByRole('link', { name: /^项目库/ }).click()
    await see(rows(page))
    await page.keyboard.press('/')
    await page.keyboard.type('wl')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=wl/)
    await expect.poll(() => rows(page).count()).toBeLessThan(60)
    await page.locator('.lib-box').click({ position: { x: 5, y: 5 } })
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await see(page.locator('.ant-drawer .record'))
    await see(page.getByRole('heading', { name: '变更记录' }))
    await page.keyboard.press('Escape')
    await gone(page.locator('.ant-drawer .record'))
  })

  it('条件成句，且与或可换，存成视图再打开', async () => {
    const page = await open('dispatcher', desk)
    await openList(page, '/libraries/projects')
    await button(page, '筛选').click()
    await choose(page, '栏目', '总投资')
    await page.getByLabel('值', { exact: true }).fill('1亿')
    await button(page.locator('.part-foot'), '筛选').click()
    await see(button(page, '总投资 ≥ 10,000 万元'))
    await button(page, '加条件').click()
    await choose(page, '栏目', '阶段')
    await choose(page, '值', '在建')
    await page.keyboard.press('Escape')
    await button(page.locator('.part-foot'), '筛选').click()
    await see(button(page, '阶段 是 在建'))
    await see(page.locator('.lib-head [role=status]'))
    const both = (await read<Found>(page, `/libraries/projects/records?limit=200&filter=${filterOf(page)}`)).items
    expect(both.length).toBeGreaterThan(0)
    expect(both.every((r) => Number(r.values['total']) >= 10_000_000_000)).toBe(true)
    await page.getByRole('button', { name: /条件之间是“且”/ }).click()
    await page.waitForURL((url) => (url.searchParams.get('filter') ?? '').startsWith('{"any"'))
    await page.getByRole('button', { name: /条件之间是“或”/ }).click()

    await button(page, '视图').click()
    await button(page, '把现在的样子存成视图').click()
    const save = dialog(page, '存成视图')
    await save.getByLabel(/视图名称/).fill('在建亿元项目')
    await button(save, '保存').click()
    await told(page, '视图已存好')
    await openList(page, '/libraries/projects')
    await button(page, '视图').click()
    await button(page, '在建亿元项目').click()
    await see(button(page, '总投资 ≥ 10,000 万元'))
    await see(button(page, '视图：在建亿元项目'))
    await button(page, '视图：在建亿元项目').click()
    await page.getByRole('button', { name: '改视图“在建亿元项目”' }).click()
    await button(dialog(page, '改视图'), '删除视图').click()
    await told(page, '视图已删除')
  })

  it('分组小计加得拢，点一组就是那一组', async () => {
    const page = await open('dispatcher', desk, '/libraries/projects?by=stage')
    await see(page.locator('.lib-groups tfoot'))
    const counts = await page.locator('.lib-groups tbody td:nth-child(2)').allInnerTexts()
    const total = await page.locator('.lib-groups tfoot td').first().innerText()
    const figure = (text: string): number => Number(text.replaceAll(',', ''))
    expect(counts.reduce((sum, one) => sum + figure(one), 0)).toBe(figure(total))
    const stage = page.locator('.lib-groups tbody .link').first()
    const [name, count] = [await stage.innerText(), counts[0] ?? '']
    await stage.click()
    await see(button(page, `阶段 是 ${name}`))
    await seeText(page, `${count} 个`)
  })

  it('往下滚行数有限，往回滚还在，按字母跳', async () => {
    const page = await open('dispatcher', desk)
    await openList(page, '/libraries/enterprises?sort=name')
    const start = await rows(page).first().innerText()
    await page.mouse.move(600, 500)
    for (let n = 0; n < 60; n += 1) {
      await page.mouse.wheel(0, 1500)
      await page.waitForTimeout(40)
    }
    expect(await rows(page).count()).toBeLessThanOrEqual(300)
    await expect.poll(() => rows(page).first().innerText()).not.toBe(start)
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, -4000)
          return rows(page).first().innerText()
        },
        { timeout: 20_000 },
      )
      .toBe(start)
    await page
      .getByRole('group', { name: /拼音首字母跳到/ })
      .getByRole('button', { name: 'Y', exact: true })
      .click()
    await see(page.locator('.jump-on', { hasText: 'Y' }))
  })

  it('登记一户企业：编码当场查，改、恢复、移出、放回都留痕', async () => {
    const page = await open('dispatcher', desk, '/libraries/enterprises/new')
    await page.getByLabel(/^企业名称/).fill('青禾试登记机械有限公司')
    await page.getByLabel('统一社会信用代码').fill('913501')
    await seeText(page, '统一社会信用代码应是 18 位，这里是 6 位')
    await button(page, '登记').click()
    await seeText(page, '还有 1 栏要改')
    await page.getByLabel('统一社会信用代码').fill('')
    await page.locator('[data-field=revenue] input').fill('1,234.5万')
    await button(page, '登记').click()
    await told(page, '已登记')
    await see(page.getByRole('heading', { name: '青禾试登记机械有限公司' }))
    const id = page.url().split('/').at(-1)
    await seeText(page, '1,234.5 万元')

    await button(page, '修改').click()
    await page.locator('[data-field=revenue] input').fill('2亿')
    await page.getByLabel('修改理由').fill('年报更正')
    await button(page, '保存').click()
    await told(page, '已保存')
    await seeText(page, '理由：年报更正')
    await see(page.locator('.changes del', { hasText: '1,234.5' }))

    await button(page, '恢复到此').last().click()
    const back = dialog(page, '恢复到此')
    await back.getByLabel(/^理由/).fill('改错了')
    await button(back, '恢复到此').click()
    await told(page, '已恢复')
    await see(page.locator('.record-facts dd', { hasText: '1,234.5 万元' }))

    await button(page, '移出台账').click()
    const off = dialog(page, '移出台账')
    await off.getByLabel(/^理由/).fill('重复登记')
    await button(off, '移出台账').click()
    await told(page, '已移出台账')
    await page.goto('/libraries/enterprises?q=青禾试登记')
    await seeText(page, '没有符合条件的企业')
    await page.goto(`/libraries/enterprises/${id}`)
    await button(page, '放回台账').click()
    const on = dialog(page, '放回台账')
    await on.getByLabel(/^理由/).fill('不是重复')
    await button(on, '放回台账').click()
    await told(page, '已放回台账')
    await see(button(page, '移出台账'))
  })

  it('批量修改先看后改', async () => {
    const page = await open('dispatcher', desk)
    await openList(page, '/libraries/projects?sort=name')
    await rows(page).nth(0).getByRole('checkbox').check()
    await rows(page).nth(1).getByRole('checkbox').check()
    await button(page, '批量修改').click()
    const form = dialog(page, '批量修改')
    await choose(page, '改哪一栏', '重点级别')
    await pick(page, '重点级别', '省重点')
    await form.getByLabel(/^修改理由/).fill('省里公布名单')
    await button(form, '看看会改成什么样').click()
    await see(form.getByText(/^将修改/))
    await form.getByRole('button', { name: /^修改这 \d+ 个$/ }).click()
    await told(page, '已批量修改')
  })

  it('别人刚改过，就取来最新的', async () => {
    const page = await open('dispatcher', desk)
    allow(page, /409/)
    const id = await first(page, '/libraries/projects/records?limit=1&sort=name')
    await page.goto(`/libraries/projects/${id}`)
    await button(page, '修改').click()
    const other = await open('dispatcher', desk, `/libraries/projects/${id}`)
    await button(other, '修改').click()
    await other.locator('[data-field=progress] textarea, [data-field=remarks] textarea').first().fill('另一处先改')
    await button(other, '保存').click()
    await told(other, '已保存')
    await page.locator('[data-field=progress] textarea, [data-field=remarks] textarea').first().fill('这一处后改')
    await button(page, '保存').click()
    await told(page, '别人刚改过')
  })

  it('事项关联台账，两边都看得到', async () => {
    const page = await open('dispatcher', desk)
    const matter = await first(page, '/matters?state=under-way&limit=1')
    await page.goto(`/matters/${matter}`)
    await button(page, '关联台账').click()
    const form = dialog(page, '关联台账')
    await choose(page, '哪本台账 必填', '项目库')
    await form.getByLabel(/^哪一条/).fill('雾岭')
    await page.locator('.ant-select-item-option:visible', { hasText: '雾岭' }).first().click()
    await button(form, '关联').click()
    await told(page, '已关联')
    await page.locator('.linked a').first().click()
    await see(page.locator('.record-matters li'))
  })

  it('打印的是整张清单，不只是滚到的', async () => {
    const page = await open('dispatcher', desk, null, {
      init: 'window.print = () => { window.printedRows = document.querySelectorAll(".print-list tbody tr").length }',
    })
    await openList(page, '/libraries/land-parcels')
    const { count } = await read<{ count: { value: number } }>(page, '/libraries/land-parcels/count?count=exact')
    await button(page, '打印').click()
    await expect.poll(() => page.evaluate('window.printedRows'), { timeout: 10_000 }).toBe(Math.min(600, count.value))
  })
})

describe('工信局', () => {
  it('管着企业库：改得了，查看号码要写事由', async () => {
    const page = await open('gongxinLiaison', desk)
    await page.goto('/libraries')
    await see(page.getByRole('link', { name: /^企业库.*可登记/ }))
    const { items } = await read<Found>(page, '/libraries/enterprises/records?limit=100&columns=name,contactPhone')
    const id = items.find((r) => r.values['contactPhone'])?.id
    await page.goto(`/libraries/enterprises/${id}`)
    await see(button(page, '修改'))
    await page.getByRole('button', { name: /^查看/ }).first().click()
    const ask = page.getByRole('dialog', { name: /^查看/ })
    await button(ask, '查看').click()
    await see(ask.getByText('请写明用途'))
    await ask.getByLabel(/为什么要看/).fill('通知参加银企对接会')
    await button(ask, '查看').click()
    await gone(ask)
    expect(await page.locator('.secret').first().innerText()).not.toContain('*')
  })
})

describe('乡镇', () => {
  it('只看得到自己的，手机上一张卡三件事', async () => {
    const office = await open('dispatcher', desk)
    const all = await read<{ count: { value: number } }>(office, '/libraries/enterprises/count?count=exact')
    const page = await open('townshipLiaison', phone)
    const { unit } = await read<{ unit: { id: number } }>(page, '/me')
    const own = await read<{ count: { value: number } }>(page, '/libraries/enterprises/count?count=exact')
    expect(own.count.value).toBeGreaterThan(0)
    expect(own.count.value).toBeLessThan(all.count.value / 4)
    const { items } = await read<Found>(page, '/libraries/enterprises/records?limit=200&columns=township')
    expect(items.filter((r) => r.values['township'] !== unit.id)).toEqual([])
    await openList(page, '/libraries/enterprises')
    // Nothing lies beside the cards, also where the order is one of figures or days.
    await see(page.locator('.jump'))
    const card = await page.locator('.lib-card').first().boundingBox()
    expect(card?.width).toBeGreaterThan(330)
    expect((await page.locator('.jump').boundingBox())?.height).toBeLessThan(60)
    await page.locator('.lib-card').first().click()
    await page.waitForURL(/\/libraries\/enterprises\/\d+/)
    await see(page.locator('.record'))
  })

  it('别的乡镇的记录打不开，话说得明白', async () => {
    const office = await open('dispatcher', desk)
    const page = await open('townshipLiaison', phone)
    allow(page, /404/)
    const { unit } = await read<{ unit: { id: number } }>(page, '/me')
    const filter = encodeURIComponent(JSON.stringify({ field: 'township', is: 'ne', value: unit.id }))
    const other = await first(office, `/libraries/enterprises/records?limit=1&filter=${filter}`)
    await page.goto(`/libraries/enterprises/${other}`)
    await see(page.getByRole('alert'))
  })
})

describe('县领导', () => {
  it('都看得到，改不了', async () => {
    const page = await open('viceMayor', desk)
    await openList(page, '/libraries/projects')
    expect(await page.getByRole('link', { name: /^新增/ }).count()).toBe(0)
    expect(await rows(page).first().getByRole('checkbox').count()).toBe(0)
    await rows(page).first().getByRole('button').click()
    await see(page.locator('.ant-drawer .record'))
    expect(await button(page, '修改').count()).toBe(0)
    expect(await button(page, '移出台账').count()).toBe(0)
  })
})

describe('清单', () => {
  it('更多条件、视图、栏目与小计，和台账是一套', async () => {
    const page = await open('dispatcher', desk, '/matters')
    await see(page.locator('.m'))
    await button(page, '更多条件').click()
    await choose(page, '栏目', '牵头或配合单位')
    await choose(page, '值', '发展和改革局')
    await page.keyboard.press('Escape')
    await button(page.locator('.part-foot'), '筛选').click()
    await see(button(page, '牵头或配合单位 是 发改局'))
    const total = await page.locator('.page-head [role=status]').innerText()
    await page.getByRole('link', { name: '栏目与小计' }).click()
    await see(rows(page))
    await expect.poll(() => page.locator('.lib-head [role=status]').innerText()).toContain(total)
  })
})

/** An option of a short list, which is not typed into. */
async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.locator('.ant-select-item-option:visible', { hasText: option }).first().click()
}

const filterOf = (page: Page): string => encodeURIComponent(new URL(page.url()).searchParams.get('filter') ?? '')
